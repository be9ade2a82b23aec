import { type PhraseBook, phraseBook, phrases } from "../../lexicon/index.ts";
import type { LimitName, Packs } from "../../packs/index.ts";

/** Words that a clinic uses among its own, and what a patient would say. */
export interface PlainWords {
  readonly find: PhraseBook;
  /** What to say instead, by phrase. */
  readonly say: ReadonlyMap<string, string>;
}

/** The lists by language: a language without one is not searched. */
const LISTS: Readonly<Record<string, LimitName & `jargon_${string}`>> = { en: "jargon_en", es: "jargon_es" };

const known = new WeakMap<Packs, PlainWords>();

/** The words of the packs in force, with those that the organisation added: "utilize | utilizes = use". */
export function plainWords(packs: Packs): PlainWords {
  const before = known.get(packs);
  if (before !== undefined) return before;
  const rows = Object.entries(LISTS).flatMap(([language, limit]) =>
    packs
      .words(limit)
      .flatMap(({ value }) => value)
      .map((row) => {
        const [pattern = "", say = ""] = row.split(" = ");
        return { language, pattern, say };
      }),
  );
  const patternsIn = (wanted: string) =>
    rows.flatMap(({ language, pattern }) => (language === wanted ? pattern : [])).join(" | ");
  const languages = Object.keys(LISTS).filter((language) => patternsIn(language) !== "");
  const words: PlainWords = {
    find: phraseBook({
      find: Object.fromEntries(languages.map((language) => [language, patternsIn(language)])),
    }),
    say: new Map(
      rows.flatMap(({ pattern, say }) => phrases(pattern).map((phrase) => [phrase, say] as const)),
    ),
  };
  known.set(packs, words);
  return words;
}
