import { foldWord, plainWord } from "./fold.ts";
import { groupOf } from "./kinds.ts";
import { HEADER, MAGIC, SAME_KEY_FOLLOWS } from "./table.ts";
import { AS_WRITTEN, EXACT_CASE, MOST_WORDS, type TermSource, termWordsOf } from "./term.ts";
import { extendHash } from "./word-reader.ts";

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
  const hashes: number[] = [];
  const words = termWordsOf(source.text).slice(0, MOST_WORDS);
  for (const { hash } of words) {
    const before = hashes.at(-1);
    hashes.push(before === undefined ? hash : extendHash(before, hash));
  }
  const text = source.text.slice(0, words.at(-1)?.end ?? 0);
  return { ...source, text, hashes, key: hashes.at(-1) ?? 0, order };
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
  return termWordsOf(text)
    .map((word) => (word.stands === "class" ? word.stem : plainWord(word.written)))
    .join(" ");
}

function foldedWords(entry: TermSource): string {
  return termWordsOf(entry.text)
    .map((word) =>
      entry.flags & AS_WRITTEN && word.stands === "itself" ? foldWord(word.written) : word.stem,
    )
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
