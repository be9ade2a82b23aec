import type { AffixSource } from "./affixes.ts";
import { isKind, rankOf } from "./kinds.ts";
import { phrases } from "./notation.ts";
import {
  AS_WRITTEN,
  ENGLISH_ONLY,
  EXACT_CASE,
  FIRST,
  SPANISH_ONLY,
  type TermSource,
  wordsOf,
} from "./term.ts";

/** What a source file adds to the lexicon. */
export interface Sources {
  readonly terms: readonly TermSource[];
  readonly affixes: readonly AffixSource[];
  readonly classes: readonly ClassSource[];
}

/** Words that patterns name together: `<improve>`. */
export interface ClassSource {
  readonly name: string;
  readonly words: readonly string[];
}

/** Words of the second column, and what they mean. */
const FLAGS: ReadonlyMap<string, number> = new Map([
  ["ci", 0],
  ["cs", EXACT_CASE],
  ["as-written", AS_WRITTEN],
  ["en", ENGLISH_ONLY],
  ["es", SPANISH_ONLY],
  ["first", FIRST],
]);

/**
 * Reads a list of terms: lines of kind, flags and patterns (see `phrases`), separated by tabs; `#` begins a comment line.
 *
 * Flags, separated by commas: `ci` any case, `cs` exact case, `as-written` no plurals, `en` or `es` only in texts in that language,
 * `first` only at the beginning of a sentence, `affix` for endings (`-itis`) and beginnings (`cardio-`). A line of the kind `class` has a name in place of flags, and gives the words
 * that `<name>` stands for.
 *
 * @throws Error with the line on an unknown kind or flag or a wrong pattern
 */
export function readSources(name: string, text: string): Sources {
  const terms: TermSource[] = [];
  const affixes: AffixSource[] = [];
  const classes: ClassSource[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    try {
      const [kind = "", flagNames = "", pattern = ""] = line.split("\t");
      if (kind === "class") {
        classes.push({ name: flagNames, words: phrases(pattern).map(oneWord) });
        continue;
      }
      if (!isKind(kind)) throw new Error(`there is no kind "${kind}"`);
      const rank = rankOf(kind);
      if (flagNames === "affix") affixes.push(...phrases(pattern).map((affix) => ({ affix, rank })));
      else {
        const flags = flagsOf(flagNames);
        terms.push(
          ...phrases(pattern)
            .flatMap(withVariants)
            .map((phrase) => ({ text: phrase, rank, flags })),
        );
      }
    } catch (error) {
      throw new Error(`${name}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { terms, affixes, classes };
}

function oneWord(phrase: string): string {
  if (wordsOf(phrase).length !== 1) throw new Error(`"${phrase}" is not one word`);
  return phrase;
}

function flagsOf(names: string): number {
  return names.split(",").reduce((flags, name) => {
    const flag = FLAGS.get(name.trim());
    if (flag === undefined) throw new Error(`there is no flag "${name}"`);
    return flags | flag;
  }, 0);
}

/** A term with a hyphen is also written as one word: x-ray, xray; an abbreviation in capitals also with points: H.I.V. */
function withVariants(phrase: string): readonly string[] {
  const joined = phrase.replace(/(?<=\p{L})-(?=[\p{L}\d])/gu, "");
  const pointed = /^[A-Z]{3,5}$/.test(phrase) ? [[...phrase].join(" ")] : [];
  return joined === phrase ? [phrase, ...pointed] : [phrase, joined];
}
