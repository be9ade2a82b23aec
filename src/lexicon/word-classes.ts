import { WordReader } from "./word-reader.ts";

/** The word of a term that any word is. */
export const ANY_WORD = "*";
/** Of `ANY_WORD`, as if it were a word of a text. */
export const ANY_HASH = 0x1f83d9ab;

/** Sets of words that a pattern may name: `<improve> your <health>`. */
export interface WordClasses {
  /** Hashes of the classes that hold a word, by the word's own hash. */
  readonly around: ReadonlyMap<number, readonly number[]>;
  /** The stems in each class. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

export const NO_CLASSES: WordClasses = { around: new Map(), members: new Map() };

/** The classes of `name: words`, as the generated table has them. */
export function wordClasses(words: Readonly<Record<string, string>>): WordClasses {
  const around = new Map<number, readonly number[]>();
  const members = new Map<string, ReadonlySet<string>>();
  for (const [name, listed] of Object.entries(words)) {
    const stems = new Set<string>();
    const hash = classHash(name);
    for (const reader = new WordReader(listed); reader.next(); ) {
      const before = around.get(reader.hash) ?? [];
      if (!before.includes(hash)) around.set(reader.hash, [...before, hash]);
      stems.add(reader.stem);
    }
    members.set(name, stems);
  }
  return { around, members };
}

/** The hash by which a class stands in a phrase. No word of a text has a bracket, so at worst it is a word's by chance, and verified. */
export function classHash(name: string): number {
  let hash = 0x6a09e667;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
