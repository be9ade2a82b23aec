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
  const words = positions
    .flatMap((position) => lattice.outgoing.get(position) ?? [])
    .filter((word) => word.hole === undefined);
  const shouts = !words.some((word) => SMALL.test(word.text));
  const isAfterComma = commasIn(words);
  return words
    .filter((word) => {
      const text = isAfterComma(word) ? `, ${word.text}` : word.text;
      return isUnfamiliar(text, lexicon, language, shouts);
    })
    .filter((word) => !known.has(word) && !isInLink(word));
}

/** The same for a text. */
export function unreviewedIn(text: string, lexicon: Lexicon, language: string): readonly TextWord[] {
  if (!lexicon.safe.knows(language)) return [];
  const known = knownStretches(text, lexicon, language).toSorted((x, y) => x.start - y.start);
  // The end of the furthest stretch that has begun: a word lies in one where it ends before that.
  let next = 0;
  let until = 0;
  return unfamiliar(withoutAddresses(text), lexicon, language, !SMALL.test(text)).filter(({ start, end }) => {
    for (let it = known[next]; it !== undefined && it.start <= start; it = known[++next])
      until = Math.max(until, it.end);
    return end > until;
  });
}

/** Words of an address that an action's link prints. */
function isInLink(word: LatticeWord): boolean {
  return word.marks.some((mark) => mark === "link" || mark.startsWith("link:"));
}

/** Whether a word follows a comma in every rendering that has a word before it. */
function commasIn(words: readonly LatticeWord[]): (word: LatticeWord) => boolean {
  const before = new Map<number, boolean>();
  for (const { to, text } of words) before.set(to, text.endsWith(",") && (before.get(to) ?? true));
  return ({ from }) => before.get(from) ?? false;
}

/** Words whose answer is remembered: messages say few distinct ones. */
const MOST_KNOWN = 10_000;
const answers = new WeakMap<SafeVocabulary, Map<string, boolean>>();

function isUnfamiliar(word: string, lexicon: Lexicon, language: string, shouts: boolean): boolean {
  const known = answers.get(lexicon.safe) ?? new Map<string, boolean>();
  answers.set(lexicon.safe, known);
  const key = `${language} ${shouts} ${word}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = unfamiliar(word, lexicon, language, shouts).length > 0;
  if (known.size < MOST_KNOWN) known.set(key, answer);
  return answer;
}

const reader = new WordReader("");

/** A small letter. Where a text has none, its capitals say nothing of its words. */
const SMALL = /\p{Ll}/u;

/** An abbreviation, or a short word that somebody shouts: LID, cAMP, MDs. */
const CAPITALS = /^\p{Ll}?(\p{Lu}{2,5})s?$/u;

function unfamiliar(text: string, { safe }: Lexicon, language: string, shouts: boolean): readonly TextWord[] {
  const words: TextWord[] = [];
  let afterNumber = false;
  for (reader.open(text); reader.next(); ) {
    const { start, end, kind } = reader;
    const word = text.slice(start, end);
    const isUnit = afterNumber && AFTER_NUMBER.test(word);
    const isLetter = end - start === 1;
    afterNumber = kind === "number";
    if (kind !== "word" || isUnit || isLetter) continue;
    const abbreviation = CAPITALS.exec(word)?.[1];
    const isAccepted =
      abbreviation !== undefined && !shouts
        ? safe.hasCapitals(abbreviation, language) || isTitle(word, text, start)
        : safe.has(word, language);
    if (!isAccepted) words.push({ text: word, start, end });
  }
  return words;
}

/** After a comma: a state, or a degree behind a name. Elsewhere most of them are clinical abbreviations too: MS, MI, PA. */
function isTitle(word: string, text: string, start: number): boolean {
  return AFTER_COMMA.has(word) && /,\s{1,3}$/.test(text.slice(Math.max(0, start - 4), start));
}

const AFTER_COMMA: ReadonlySet<string> = new Set(
  (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX " +
    "UT VT VA WA WV WI WY DC PR DO NP RN LPN PT OD"
  ).split(" "),
);

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
