import type { LatticeWord, WordLattice } from "../template/index.ts";
import type { Lexicon } from "./layer.ts";
import { scanLattice } from "./scan-lattice.ts";
import { scanText } from "./scan-text.ts";
import { WordReader } from "./word-reader.ts";

/** A stretch of a text, in UTF-16 units. */
export interface TextWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words of any rendering that neither the lexicon nor the safe vocabulary knows, each once, in the lattice's order.
 *
 * Values known only for each patient, numbers, times, ordinals and links are no words to review. Empty for a language without a
 * safe list (`lexicon.safe.knows`).
 */
export function unreviewedWords(
  lattice: WordLattice,
  lexicon: Lexicon,
  language: string,
): readonly LatticeWord[] {
  if (!lexicon.safe.knows(language)) return [];
  const known = new Set(
    scanLattice(lattice, lexicon, language)
      .filter(isClinical)
      .flatMap((hit) => hit.words),
  );
  const positions = [...lattice.outgoing.keys()].toSorted((x, y) => x - y);
  return positions
    .flatMap((position) => lattice.outgoing.get(position) ?? [])
    .filter((word) => word.hole === undefined && !known.has(word) && !isLink(word.text) && !isInLink(word))
    .filter((word) => unfamiliar(word.text, lexicon, language).length > 0);
}

/** The same for a text. */
export function unreviewedIn(text: string, lexicon: Lexicon, language: string): readonly TextWord[] {
  if (!lexicon.safe.knows(language)) return [];
  const hits = scanText(text, lexicon, language).filter(isClinical);
  return [...text.matchAll(/\S+/g)]
    .filter((chunk) => !isLink(chunk[0]))
    .flatMap((chunk) =>
      unfamiliar(chunk[0], lexicon, language).map(({ text: word, start, end }) => ({
        text: word,
        start: chunk.index + start,
        end: chunk.index + end,
      })),
    )
    .filter((word) => !hits.some((hit) => hit.start <= word.start && word.end <= hit.end));
}

/** Words of an address that an action's link prints. */
function isInLink(word: LatticeWord): boolean {
  return word.marks.some((mark) => mark === "link" || mark.startsWith("link:"));
}

function unfamiliar(text: string, lexicon: Lexicon, language: string): readonly TextWord[] {
  const words: TextWord[] = [];
  let afterNumber = false;
  for (const reader = new WordReader(text); reader.next(); ) {
    const { start, end, kind } = reader;
    const word = text.slice(start, end);
    const isUnit = afterNumber && AFTER_NUMBER.test(word);
    afterNumber = kind === "number";
    if (kind === "word" && !isUnit && !lexicon.safe.has(word, language))
      words.push({ text: word, start, end });
  }
  return words;
}

/** What stands right after a number in times and ordinals: 7pm, 3rd, 24h, 1.ª. */
const AFTER_NUMBER = /^(?:am|pm|a|p|m|st|nd|rd|th|h|hr|hrs|min|mins|o|er|ra|ro)$/i;

function isClinical(hit: { readonly category: string }): boolean {
  return hit.category === "clinical";
}

/** A web or mail address, which `scanLink` reads. A full stop without a space after it ("soon.Call") makes no address. */
function isLink(text: string): boolean {
  return /^[a-z]+:\/\/|@|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|\W*$)/.test(text);
}
