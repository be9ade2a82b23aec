import { type Category, type Lexicon, scanLinkIn, scanText, type TextHit } from "../../lexicon/index.ts";

/**
 * What a name or an address tells, in any of the languages that its readers know; each word once. An email address
 * runs its words together.
 *
 * @example wordsOfName("Maple Oncology", lexicon(), ["en"], ["clinical"]) // "Oncology", a medical specialty
 */
export function wordsOfName(
  text: string,
  words: Lexicon,
  languages: readonly string[],
  categories: readonly Category[],
): readonly TextHit[] {
  const all = text.includes("@")
    ? scanLinkIn(languages, text, words)
    : languages.flatMap((language) => scanText(text, words, language));
  const hits = all.filter(({ category }) => categories.includes(category));
  return hits.filter((hit, index) => hits.findIndex(({ start }) => start === hit.start) === index);
}
