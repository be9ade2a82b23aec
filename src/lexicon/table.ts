import { ENGLISH_ONLY, FIRST, SPANISH_ONLY, sameWords, type TermWord, termWordsOf, wordsOf } from "./term.ts";
import { NO_CLASSES, type WordClasses } from "./word-classes.ts";

/** The next term has the same words but for case, plural or number. Set by the compiler. */
export const SAME_KEY_FOLLOWS = 16;

/**
 * Phrases in one block of bytes: a hash table of phrases and of their beginnings, and the phrases' own text to verify a hit.
 *
 * Layout, little-endian: magic, slots, terms, text bytes (Int32 each) · slots × (hash, value) Int32, where a value is
 * 2 × (first term + 1), plus 1 where a longer phrase goes on from here; 0 is a free slot · terms + 1 text offsets Uint32 · kinds Uint8 ·
 * flags Uint8 · text UTF-8.
 */
export interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
  readonly offsets: Uint32Array;
  readonly ranks: Uint8Array;
  readonly flags: Uint8Array;
  readonly text: Uint8Array;
  /** What the `<name>`s of its terms stand for. */
  readonly classes: WordClasses;
  /** Terms that were decoded for verification. */
  readonly decoded: Map<number, Term>;
  /** Phrases of texts that were verified. */
  readonly remembered: Map<string, readonly number[]>;
}

/** The first four bytes; a new layout has another number. */
export const MAGIC = 0x524c5831;
/** Bytes before the slots. */
export const HEADER = 16;

/** Views onto the bytes of a table, without copying where they are aligned. Throws on bytes that `compileTable` did not make. */
export function readTable(bytes: Uint8Array, classes: WordClasses = NO_CLASSES): Table {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const at = aligned.byteOffset;
  if (aligned.length < HEADER) throw new Error("not a lexicon table");
  const [magic = 0, slots = 0, terms = 0, size = 0] = new Int32Array(aligned.buffer, at, HEADER / 4);
  const offsetsAt = HEADER + slots * 8;
  const ranksAt = offsetsAt + (terms + 1) * 4;
  if (magic !== MAGIC || ranksAt + terms * 2 + size !== aligned.length)
    throw new Error("not a lexicon table");
  return {
    slots: new Int32Array(aligned.buffer, at + HEADER, slots * 2),
    mask: slots - 1,
    offsets: new Uint32Array(aligned.buffer, at + offsetsAt, terms + 1),
    ranks: aligned.subarray(ranksAt, ranksAt + terms),
    flags: aligned.subarray(ranksAt + terms, ranksAt + terms * 2),
    text: aligned.subarray(ranksAt + terms * 2),
    classes,
    decoded: new Map(),
    remembered: new Map(),
  };
}

/** A phrase of the table, decoded. */
interface Term {
  readonly text: string;
  readonly words: readonly TermWord[];
}

/** What the table knows under a hash: 0 for nothing, else first term and whether longer phrases go on (see `Table`). */
export function lookUp(table: Table, hash: number): number {
  const { slots, mask } = table;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const value = slots[slot * 2 + 1] ?? 0;
    if (value === 0 || slots[slot * 2] === hash) return value;
  }
}

/** Languages of a text, as the flags of terms that it excludes; a language without a list of its own excludes none. */
export function excludedBy(language: string): number {
  if (language === "en" || language.startsWith("en-")) return SPANISH_ONLY;
  if (language === "es" || language.startsWith("es-")) return ENGLISH_ONLY;
  return 0;
}

/** A phrase of a text is remembered up to this length, and this many of them. */
const LONGEST_REMEMBERED = 100;
const MOST_REMEMBERED = 10_000;

/**
 * Indices of the terms under `value` that `written` really has the words of, whatever the language. What is found for a phrase is
 * remembered, for texts say the same again and again.
 */
export function verified(table: Table, value: number, written: string): readonly number[] {
  // The same words may be several phrases, where a class stands for some of them.
  const name = `${value} ${written}`;
  const before = table.remembered.get(name);
  if (before !== undefined) return before;
  const words = wordsOf(written);
  const found: number[] = [];
  let index = (value >>> 1) - 1;
  let isLast = index < 0;
  while (!isLast) {
    const flags = table.flags[index] ?? 0;
    if (sameWords(termAt(table, index).words, words, flags, table.classes)) found.push(index);
    isLast = (flags & SAME_KEY_FOLLOWS) === 0;
    index++;
  }
  if (written.length <= LONGEST_REMEMBERED) {
    if (table.remembered.size >= MOST_REMEMBERED) table.remembered.clear();
    // Spelled out anew, for a slice would keep the whole text that it was cut from.
    table.remembered.set(Array.from(name).join(""), found);
  }
  return found;
}

/** Whether a term is only for the beginning of a sentence. */
export function isOnlyFirst(table: Table, index: number): boolean {
  return ((table.flags[index] ?? 0) & FIRST) !== 0;
}

/** Whether a term is for a language that `excludedBy` leaves out. */
export function isExcluded(table: Table, index: number, excluded: number): boolean {
  return ((table.flags[index] ?? 0) & excluded) !== 0;
}

/** The phrase as the lexicon's source has it. */
export function termAt(table: Table, index: number): Term {
  const before = table.decoded.get(index);
  if (before !== undefined) return before;
  const text = new TextDecoder().decode(table.text.subarray(table.offsets[index], table.offsets[index + 1]));
  const term = { text, words: termWordsOf(text) };
  table.decoded.set(index, term);
  return term;
}
