import { foldWord, plainWord } from "./fold.ts";
import { groupOf } from "./kinds.ts";
import { extendHash, WordReader } from "./word-reader.ts";

/** Longest phrase, in words. */
export const MOST_WORDS = 6;

/** A word of a term that any number is. */
export const ANY_NUMBER = "0";

/** A phrase of the lexicon as its source file gives it. */
export interface TermSource {
  /** Words; the number 0 stands for any number. */
  readonly text: string;
  /** Position in `KINDS`. */
  readonly rank: number;
  readonly flags: number;
}

/** Words with a capital must be written so: AIDS, not aids; a plural s may follow. Words without one may have any case. */
export const EXACT_CASE = 1;
/** No plural or singular: "piles" is not "pile". */
export const AS_WRITTEN = 2;
/** Only in a text in English, or in Spanish: "pie" is a foot only there. */
export const ENGLISH_ONLY = 4;
export const SPANISH_ONLY = 8;
/** The next term has the same words but for case, plural or number. Set by the compiler. */
const SAME_KEY_FOLLOWS = 16;

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
  /** Terms that were decoded for verification. */
  readonly decoded: Map<number, Term>;
  /** Phrases of texts that were verified. */
  readonly remembered: Map<string, readonly number[]>;
}

interface Term {
  readonly text: string;
  readonly words: readonly Word[];
}
interface Word {
  readonly written: string;
  /** Folded, as plurals share it; of a number or a symbol, all of it. */
  readonly stem: string;
}

const MAGIC = 0x524c5831;
const HEADER = 16;

/** Views onto the bytes of a table, without copying where they are aligned. Throws on bytes that `compileTable` did not make. */
export function readTable(bytes: Uint8Array): Table {
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
    decoded: new Map(),
    remembered: new Map(),
  };
}

/**
 * Compiles phrases to the bytes of a table. The same phrases in the same order give the same bytes.
 *
 * A phrase of more than `MOST_WORDS` words is cut to that many, so that it matches more, never less; one without a word is left out.
 */
export function compileTable(sources: readonly TermSource[]): Uint8Array {
  const entries = distinct(sources.map(entryOf).filter((entry) => entry.hashes.length > 0));
  const values = new Map<number, number>();
  const ordered = entries.toSorted((x, y) => x.key - y.key || x.order - y.order);
  ordered.forEach((entry, index) => {
    for (const hash of entry.hashes.slice(0, -1)) values.set(hash, (values.get(hash) ?? 0) | 1);
    const value = values.get(entry.key) ?? 0;
    if (value < 2) values.set(entry.key, ((index + 1) << 1) | value);
  });
  const slots = 1 << Math.max(2, Math.ceil(Math.log2(values.size * 1.6 + 1)));
  const texts = ordered.map((entry) => new TextEncoder().encode(entry.text));
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const offsetsAt = HEADER + slots * 8;
  const ranksAt = offsetsAt + (ordered.length + 1) * 4;
  const bytes = new Uint8Array(ranksAt + ordered.length * 2 + size);
  new Int32Array(bytes.buffer, 0, HEADER / 4).set([MAGIC, slots, ordered.length, size]);
  fillSlots(new Int32Array(bytes.buffer, HEADER, slots * 2), values);
  const offsets = new Uint32Array(bytes.buffer, offsetsAt, ordered.length + 1);
  let at = 0;
  ordered.forEach((entry, index) => {
    const shared = ordered[index + 1]?.key === entry.key ? SAME_KEY_FOLLOWS : 0;
    bytes[ranksAt + index] = entry.rank;
    bytes[ranksAt + ordered.length + index] = entry.flags | shared;
    const text = texts[index] ?? new Uint8Array();
    bytes.set(text, ranksAt + ordered.length * 2 + at);
    at += text.length;
    offsets[index + 1] = at;
  });
  return bytes;
}

interface Entry extends TermSource {
  /** Hash of the first word, of the first two, … of all; the last is the key. */
  readonly hashes: readonly number[];
  readonly key: number;
  readonly order: number;
}

function entryOf(source: TermSource, order: number): Entry {
  const reader = new WordReader(source.text);
  const hashes: number[] = [];
  let end = 0;
  while (hashes.length < MOST_WORDS && reader.next()) {
    const before = hashes.at(-1);
    hashes.push(before === undefined ? reader.hash : extendHash(before, reader.hash));
    end = reader.end;
  }
  return { ...source, text: source.text.slice(0, end), hashes, key: hashes.at(-1) ?? 0, order };
}

/** One entry for each text, set of flags and group of kinds: the most telling kind. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const kept = new Map<string, Entry>();
  for (const entry of entries) {
    const name = `${groupOf(entry.rank)} ${entry.flags} ${entry.flags & EXACT_CASE ? plainWords(entry.text) : foldedWords(entry)}`;
    const before = kept.get(name);
    if (before === undefined || entry.rank < before.rank) kept.set(name, entry);
  }
  return [...kept.values()];
}

function plainWords(text: string): string {
  return wordsOf(text)
    .map((word) => plainWord(word.written))
    .join(" ");
}

function foldedWords(entry: TermSource): string {
  return wordsOf(entry.text)
    .map((word) => (entry.flags & AS_WRITTEN ? foldWord(word.written) : word.stem))
    .join(" ");
}

function fillSlots(slots: Int32Array, values: ReadonlyMap<number, number>): void {
  const mask = slots.length / 2 - 1;
  for (const [hash, value] of values) {
    let slot = hash & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = value;
  }
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
  const before = table.remembered.get(written);
  if (before !== undefined) return before;
  const words = wordsOf(written);
  const found: number[] = [];
  let index = (value >>> 1) - 1;
  let isLast = index < 0;
  while (!isLast) {
    const flags = table.flags[index] ?? 0;
    if (sameWords(termAt(table, index).words, words, flags)) found.push(index);
    isLast = (flags & SAME_KEY_FOLLOWS) === 0;
    index++;
  }
  if (written.length <= LONGEST_REMEMBERED) {
    if (table.remembered.size >= MOST_REMEMBERED) table.remembered.clear();
    // Spelled out anew, for a slice would keep the whole text that it was cut from.
    table.remembered.set(Array.from(written).join(""), found);
  }
  return found;
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
  const term = { text, words: wordsOf(text) };
  table.decoded.set(index, term);
  return term;
}

/** One for all phrases, for a phrase is short and a reader is not. */
const phraseReader = new WordReader("");

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const reader = phraseReader.open(text); reader.next(); ) {
    words.push({ written: text.slice(reader.start, reader.end), stem: reader.stem });
  }
  return words;
}

function sameWords(term: readonly Word[], written: readonly Word[], flags: number): boolean {
  return term.length === written.length && term.every((word, index) => sameWord(word, written[index], flags));
}

function sameWord(term: Word, word: Word | undefined, flags: number): boolean {
  if (word === undefined) return false;
  if (term.stem === ANY_NUMBER) return /^\p{Nd}/u.test(word.stem);
  if (flags & EXACT_CASE && term.written !== term.written.toLowerCase()) {
    const plain = plainWord(word.written);
    return plain === plainWord(term.written) || plain === `${plainWord(term.written)}s`;
  }
  return flags & AS_WRITTEN ? foldWord(word.written) === foldWord(term.written) : word.stem === term.stem;
}
