import { type Affixes, NO_AFFIXES } from "./affixes.ts";
import type { SafeVocabulary } from "./safe-vocabulary.ts";
import { compileTable, readTable, type Table, type TermSource } from "./table.ts";

/** Phrases and affixes from one origin: the product, the organisation. */
export interface Layer {
  readonly table: Table;
  readonly affixes: Affixes;
}

/** All that the scanners know. Immutable; made by `lexicon()`. */
export interface Lexicon {
  readonly layers: readonly Layer[];
  readonly safe: SafeVocabulary;
}

/** A layer made of phrases while the program runs. */
export function layerOf(terms: readonly TermSource[], affixes: Affixes = NO_AFFIXES): Layer {
  return { table: readTable(compileTable(terms)), affixes };
}
