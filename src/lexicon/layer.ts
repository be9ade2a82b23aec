import { type Affixes, NO_AFFIXES } from "./affixes.ts";
import { compileTable } from "./compile-table.ts";
import type { SafeVocabulary } from "./safe-vocabulary.ts";
import { readTable, type Table } from "./table.ts";
import type { TermSource } from "./term.ts";
import { NO_CLASSES, type WordClasses } from "./word-classes.ts";

/** Phrases and affixes from one origin: the product, the organisation. */
export interface Layer {
  readonly table: Table;
  readonly affixes: Affixes;
}

/** All that the scanners know. Immutable; made by `lexicon()`. */
export interface Lexicon {
  readonly layers: readonly Layer[];
  readonly safe: SafeVocabulary;
  /** Everyday words, clinical ones too: for how hard a text is to read. */
  readonly familiar: SafeVocabulary;
}

/** A layer made of phrases while the program runs. */
export function layerOf(
  terms: readonly TermSource[],
  affixes: Affixes = NO_AFFIXES,
  classes: WordClasses = NO_CLASSES,
): Layer {
  return { table: readTable(compileTable(terms), classes), affixes };
}
