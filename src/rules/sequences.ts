import type { LatticeWord, WordLattice } from "../template/index.ts";

/** Ways that are followed from one word, and words from which any is: a real text has a handful of both. */
const MOST_WAYS = 200;
const MOST_STARTS = 500;

/** What some rendering says from one of these words on, within its sentence: `most` words, fewer at its end. */
export function* sequencesFrom(
  lattice: WordLattice,
  begins: (word: LatticeWord) => boolean,
  most: number,
): Iterable<readonly LatticeWord[]> {
  const starts = [...lattice.outgoing.values()].flat().filter(begins);
  for (const word of starts.slice(0, MOST_STARTS)) {
    let ways: readonly (readonly LatticeWord[])[] = [[word]];
    for (let length = 1; length < most; length++) {
      ways = ways.flatMap((way) => longer(way, lattice, length)).slice(0, MOST_WAYS);
    }
    yield* ways;
  }
}

/** The way and each word that may follow it; the way itself where its sentence ends. */
function longer(
  way: readonly LatticeWord[],
  { outgoing }: WordLattice,
  length: number,
): readonly (readonly LatticeWord[])[] {
  const last = way.at(-1);
  if (last === undefined || way.length < length) return [way];
  const next = (outgoing.get(last.to) ?? []).filter(({ opensSentence }) => !opensSentence);
  return next.length === 0 ? [way] : next.map((word) => [...way, word]);
}

/** A word without accents and case, to compare it with a list. */
export function folded(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
