import { affixOf } from "./affixes.ts";
import { type Category, groupOf, type Kind, kindAt } from "./kinds.ts";
import type { Layer, Lexicon } from "./layer.ts";
import { placeholders } from "./placeholders.ts";
import { excludedBy, isExcluded, lookUp, termAt, verified } from "./table.ts";
import { MOST_WORDS } from "./term.ts";
import { extendHash, WordReader } from "./word-reader.ts";

/** A term of the lexicon in a text; offsets in UTF-16 units, `end` exclusive. */
export interface TextHit {
  readonly category: Category;
  readonly kind: Kind;
  /** The phrase as the lexicon lists it, or the affix: `blood pressure`, `-itis`. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A phrase that was found, before everyday phrases and longer hits hide it. */
interface Occurrence {
  readonly rank: number;
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every term of the lexicon in a text, in reading order, in time linear in its length.
 *
 * A phrase matches whole words and never goes on across the end of a sentence. A hit inside an everyday phrase ("no guarantee") is
 * left out, and so is a hit inside a longer one of its kind ("cancer" in "breast cancer").
 *
 * @example scanText("Time for your flu shot!", lexicon(), "en")  // [{ kind: "vaccine", term: "flu shot", start: 14, … }]
 */
export function scanText(text: string, lexicon: Lexicon, language: string): readonly TextHit[] {
  const { hits } = settle(occurrences(text, lexicon, language));
  const gaps = placeholders(text);
  if (gaps.length === 0) return hits;
  const outside = hits.filter((hit) => hit.kind !== "placeholder" || !gaps.some((gap) => contains(gap, hit)));
  return [...outside, ...gaps].toSorted((x, y) => x.start - y.start || y.end - x.end);
}

/** Stretches that the lexicon has an opinion on, so that nobody needs to review their words: clinical hits and everyday phrases. */
export function knownStretches(text: string, lexicon: Lexicon, language: string): readonly Stretch[] {
  const { hits, allowed } = settle(occurrences(text, lexicon, language));
  return [...hits.filter((hit) => hit.category === "clinical"), ...allowed];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function occurrences(text: string, lexicon: Lexicon, language: string): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const layer of lexicon.layers) findPhrases(text, layer, excludedBy(language), found);
  return found;
}

function contains(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const reader = new WordReader("");

/**
 * Finds phrases and affixes of one layer. Phrases that have begun are kept as hashes, one for each number of words so far, for a hash of
 * n words exists only where the one of n − 1 words did.
 */
function findPhrases(text: string, { table, affixes }: Layer, excluded: number, found: Occurrence[]): void {
  reader.open(text);
  // Hash of the phrase that began `i` words ago, where it is still the beginning of a term.
  const begun = new Int32Array(MOST_WORDS);
  let alive = 0;
  const starts = new Int32Array(8);
  let count = 0;
  const report = (value: number, length: number): void => {
    const start = starts[(count - length + 1) & 7] ?? 0;
    for (const index of verified(table, value, text.slice(start, reader.end))) {
      if (isExcluded(table, index, excluded)) continue;
      found.push({ rank: table.ranks[index] ?? 0, term: termAt(table, index).text, start, end: reader.end });
    }
  };
  for (; reader.next(); count++) {
    starts[count & 7] = reader.start;
    if (reader.opensSentence) alive = 0;
    let still = 0;
    for (let back = MOST_WORDS - 1; back >= 1 && alive !== 0; back--) {
      if ((alive & (1 << (back - 1))) === 0) continue;
      const hash = extendHash(begun[back - 1] ?? 0, reader.hash);
      const value = lookUp(table, hash);
      if (value === 0) continue;
      if (value > 1) report(value, back + 1);
      if (value & 1) {
        begun[back] = hash;
        still |= 1 << back;
      }
    }
    const affix = affixOf(affixes, reader);
    if (affix) found.push({ rank: affix.rank, term: affix.written, start: reader.start, end: reader.end });
    const value = lookUp(table, reader.hash);
    if (value > 1) report(value, 1);
    if (value & 1) {
      begun[0] = reader.hash;
      still |= 1;
    }
    alive = still;
  }
}

/** Reading order; of phrases that begin together the longest first; everyday phrases before the hits of the same words. */
function inReadingOrder(x: Occurrence, y: Occurrence): number {
  return x.start - y.start || y.end - x.end || x.rank - y.rank || (x.term < y.term ? -1 : 1);
}

function settle(found: readonly Occurrence[]): {
  readonly hits: readonly TextHit[];
  readonly allowed: readonly Stretch[];
} {
  const hits: TextHit[] = [];
  const allowed: Stretch[] = [];
  let allowedUntil = 0;
  /** End of the longest hit so far, by group. */
  const hiddenUntil = new Map<number, number>();
  for (const { rank, term, start, end } of found.toSorted(inReadingOrder)) {
    const kind = kindAt(rank);
    if (kind === undefined) {
      allowed.push({ start, end });
      allowedUntil = Math.max(allowedUntil, end);
      continue;
    }
    const group = groupOf(rank);
    const hidden = hiddenUntil.get(group) ?? 0;
    if (end > hidden) hiddenUntil.set(group, end);
    if (end <= allowedUntil || end <= hidden) continue;
    hits.push({ category: kind.category, kind: kind.kind, term, start, end });
  }
  return { hits, allowed };
}
