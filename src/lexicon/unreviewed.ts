import type { LatticeWord, WordLattice } from "../template/index.ts";
import type { Lexicon } from "./layer.ts";
import type { SafeVocabulary } from "./safe-vocabulary.ts";
import { knownWords } from "./scan-lattice.ts";
import { knownStretches } from "./scan-text.ts";
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
 * Values known only for each patient, numbers, times, ordinals, single letters and links are no words to review. Empty for a language without a
 * safe list (`lexicon.safe.knows`).
 */
export function unreviewedWords(
  lattice: WordLattice,
  lexicon: Lexicon,
  language: string,
): readonly LatticeWord[] {
  if (!lexicon.safe.knows(language)) return [];
  const known = knownWords(lattice, lexicon, language);
  const positions = [...lattice.outgoing.keys()].toSorted((x, y) => x - y);
  return positions
    .flatMap((position) => lattice.outgoing.get(position) ?? [])
    .filter((word) => word.hole === undefined && isUnfamiliar(word.text, lexicon, language))
    .filter((word) => !known.has(word) && !isInLink(word));
}

/** The same for a text. */
export function unreviewedIn(text: string, lexicon: Lexicon, language: string): readonly TextWord[] {
  if (!lexicon.safe.knows(language)) return [];
  const known = knownStretches(text, lexicon, language);
  return unfamiliar(withoutAddresses(text), lexicon, language).filter(
    (word) => !known.some((it) => it.start <= word.start && word.end <= it.end),
  );
}

/** Words of an address that an action's link prints. */
function isInLink(word: LatticeWord): boolean {
  return word.marks.some((mark) => mark === "link" || mark.startsWith("link:"));
}

/** Words whose answer is remembered: messages say few distinct ones. */
const MOST_KNOWN = 10_000;
const answers = new WeakMap<SafeVocabulary, Map<string, boolean>>();

function isUnfamiliar(word: string, lexicon: Lexicon, language: string): boolean {
  const known = answers.get(lexicon.safe) ?? new Map<string, boolean>();
  answers.set(lexicon.safe, known);
  const key = `${language} ${word}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = unfamiliar(word, lexicon, language).length > 0;
  if (known.size < MOST_KNOWN) known.set(key, answer);
  return answer;
}

const reader = new WordReader("");

function unfamiliar(text: string, lexicon: Lexicon, language: string): readonly TextWord[] {
  const words: TextWord[] = [];
  let afterNumber = false;
  for (reader.open(text); reader.next(); ) {
    const { start, end, kind } = reader;
    const word = text.slice(start, end);
    const isUnit = afterNumber && AFTER_NUMBER.test(word);
    const isLetter = end - start === 1;
    afterNumber = kind === "number";
    if (kind === "word" && !isUnit && !isLetter && !lexicon.safe.has(word, language))
      words.push({ text: word, start, end });
  }
  return words;
}

/** What stands right after a number in times and ordinals: 7pm, 3rd, 24h, 1.ª. */
const AFTER_NUMBER = /^(?:am|pm|a|p|m|st|nd|rd|th|h|hr|hrs|min|mins|o|er|ra|ro)$/i;

/** The text with blanks for its web and mail addresses, which `scanLink` reads. */
function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, (address) => " ".repeat(address.length));
}

/**
 * A name with a scheme, an @, a path or a common top-level domain. In small letters, and not any ending, so that a full stop without a
 * space after it ("soon.Call", "visit.ask") hides no word.
 */
const ADDRESS =
  /\b[a-z]{2,10}:\/\/[^\s<>()]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}|\b(?:[a-z0-9-]{1,63}\.){1,8}(?:[a-z]{2,12}\/[^\s<>()]{0,2000}|(?:com|org|net|gov|edu|us|health|info|io|app|example|test|mx|es|uk)\b)/g;
