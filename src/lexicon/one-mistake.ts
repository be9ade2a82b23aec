import type { LatticeWord } from "../template/index.ts";
import { groupOf, rankOf } from "./kinds.ts";
import type { Hit } from "./scan-lattice.ts";
import type { TextHit } from "./scan-text.ts";

/**
 * Hits that share words or follow one another within a clause, as one: "guarantee" and "a cure" are one promise, and
 * "breast cancer" and "cancer screening" one thing said. The most telling kind stands for all. Hits of different groups
 * ("guaranteed", "lowest price") stay two, and so do those that not every rendering has side by side.
 */
export function oneMistakeEach(hits: readonly Hit[]): readonly Hit[] {
  return joined(writtenOnce(hits), (a, b) => {
    const words = pathOf(a.words, b.words);
    return words && { ...told(a, b), words };
  });
}

/** Words that are reached in two ways, past the target of a link and through it, are written once. */
function writtenOnce(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ kind, words }) => {
    const places = words.flatMap(({ at, when }) =>
      at.map(({ file, start, end }) => [file, start, end, when]),
    );
    const key = JSON.stringify([kind, places]);
    const isNew = places.length === 0 || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The same of a text: between two hits that are one stands nothing but blanks. */
export function oneMistakeEachIn(text: string, hits: readonly TextHit[]): readonly TextHit[] {
  return joined(hits, (a, b) => {
    const between = text.slice(a.end, b.start);
    return /^[^\S\n]*$/.test(between) ? { ...told(a, b), end: Math.max(a.end, b.end) } : undefined;
  });
}

function joined<T extends Hit | TextHit>(
  hits: readonly T[],
  join: (a: T, b: T) => T | undefined,
): readonly T[] {
  const kept: T[] = [];
  for (const hit of hits) {
    const group = groupOf(rankOf(hit.kind));
    const before = kept.findLastIndex(({ kind }) => groupOf(rankOf(kind)) === group);
    const earlier = kept[before];
    const both = earlier && join(earlier, hit);
    if (both) kept[before] = both;
    else kept.push(hit);
  }
  return kept;
}

/** Of two hits the more telling one. */
function told<T extends Hit | TextHit>(a: T, b: T): T {
  return rankOf(b.kind) < rankOf(a.kind) ? { ...a, kind: b.kind, category: b.category, term: b.term } : a;
}

/** The words of both, where they follow one another in the same renderings and within one insert. */
function pathOf(
  words: readonly LatticeWord[],
  more: readonly LatticeWord[],
): readonly LatticeWord[] | undefined {
  const path = [...words, ...more.filter((word) => !words.includes(word))];
  const [first] = path;
  const follows = path.every((word, index) => {
    const before = path[index - 1];
    if (before === undefined) return true;
    const inside = words.includes(word) || !word.opensClause;
    return before.to === word.from && inside && !word.opensSentence;
  });
  const alike = path.every((word) => word.when === first?.when && `${word.marks}` === `${first.marks}`);
  return follows && alike ? path : undefined;
}
