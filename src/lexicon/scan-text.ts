import { affixOf } from "./affixes.ts";
import { type Category, groupOf, isStatement, type Kind, kindAt, mayExcuse, rankIsAllowed } from "./kinds.ts";
import type { Layer, Lexicon } from "./layer.ts";
import { placeholders } from "./placeholders.ts";
import {
  isExcused,
  OUT_OF_REACH,
  opensScope,
  type Reach,
  reachAcross,
  reachAfter,
  reachInside,
  scopeAt,
} from "./scope.ts";
import { excludedBy, isExcluded, isOnlyFirst, lookUp, type Table, termAt, verified } from "./table.ts";
import { ANY_HASH } from "./word-classes.ts";
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
  const { hits } = settle(text, occurrences(text, lexicon, language));
  const gaps = placeholders(text);
  if (gaps.length === 0) return hits;
  const outside = hits.filter((hit) => hit.kind !== "placeholder" || !gaps.some((gap) => contains(gap, hit)));
  return [...outside, ...gaps].toSorted((x, y) => x.start - y.start || y.end - x.end);
}

/** Stretches that the lexicon has an opinion on, so that nobody needs to review their words: clinical hits and everyday phrases. */
export function knownStretches(text: string, lexicon: Lexicon, language: string): readonly Stretch[] {
  const { hits, allowed } = settle(text, occurrences(text, lexicon, language));
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

/** A phrase that has begun: the hash of its words so far, where it is still the beginning of a term. */
interface Begun {
  readonly hash: number;
  readonly start: number;
  readonly opensSentence: boolean;
}

const NO_HASHES: readonly number[] = [];

/**
 * Finds phrases and affixes of one layer. Phrases that have begun are kept as hashes, for a hash of n words exists only where the one of
 * n − 1 words did. A word goes on with a phrase as itself, as one of its classes, or as any word.
 */
function findPhrases(text: string, { table, affixes }: Layer, excluded: number, found: Occurrence[]): void {
  reader.open(text);
  let begun: Begun[] = [];
  const step = (hash: number, { start, opensSentence }: Omit<Begun, "hash">, still: Begun[]): void => {
    const value = lookUp(table, hash);
    if (value > 1) report(value, start, opensSentence);
    if (value & 1) still.push({ hash, start, opensSentence });
  };
  const report = (value: number, start: number, opensSentence: boolean): void => {
    for (const index of verified(table, value, text.slice(start, reader.end))) {
      if (isExcluded(table, index, excluded)) continue;
      if (isOnlyFirst(table, index) && !opensSentence) continue;
      found.push({ rank: table.ranks[index] ?? 0, term: termAt(table, index).text, start, end: reader.end });
    }
  };
  while (reader.next()) {
    const classes = classesOf(table, reader);
    const still: Begun[] = [];
    if (!reader.opensSentence) {
      for (const before of begun) {
        step(extendHash(before.hash, reader.hash), before, still);
        for (const name of classes) step(extendHash(before.hash, name), before, still);
        step(extendHash(before.hash, ANY_HASH), before, still);
      }
    }
    const affix = affixOf(affixes, reader);
    if (affix) found.push({ rank: affix.rank, term: affix.written, start: reader.start, end: reader.end });
    step(reader.hash, reader, still);
    for (const name of classes) step(name, reader, still);
    begun = still;
  }
}

function classesOf({ classes }: Table, { hash }: WordReader): readonly number[] {
  return classes.around.get(hash) ?? NO_HASHES;
}

/** Reading order; phrases that excuse before the hits that begin with them; of phrases that begin together the longest first. */
function inReadingOrder(x: Occurrence, y: Occurrence): number {
  return (
    x.start - y.start ||
    Number(mayExcuse(y.rank)) - Number(mayExcuse(x.rank)) ||
    y.end - x.end ||
    x.rank - y.rank ||
    (x.term < y.term ? -1 : 1)
  );
}

/** How far denials and questions reach at the beginning of each word, by its place. */
function reaches(text: string, found: readonly Occurrence[]): ReadonlyMap<number, Reach> {
  const scopes = found.flatMap(({ rank, start, end }) => {
    const kind = scopeAt(rank);
    return kind === undefined ? [] : [{ kind, start, end }];
  });
  const reached = new Map<number, Reach>();
  let reach = OUT_OF_REACH;
  for (const reader = new WordReader(text); reader.next(); ) {
    reach = reachAcross(reach, reader.opensSentence, reader.opensClause);
    const { start, end } = reader;
    const inside = scopes.filter((scope) => scope.start < start && end <= scope.end);
    reached.set(
      start,
      reachInside(
        reach,
        inside.map(({ kind }) => kind),
      ),
    );
    const closing = scopes.filter((scope) => scope.end === end);
    reach = reachAfter(
      reach,
      closing.map(({ kind }) => kind),
    );
  }
  return reached;
}

function settle(
  text: string,
  found: readonly Occurrence[],
): {
  readonly hits: readonly TextHit[];
  readonly allowed: readonly Stretch[];
} {
  const hits: TextHit[] = [];
  const allowed: Stretch[] = [];
  /** End of the everyday phrases so far, and of those that excuse only claims. */
  let allowedUntil = 0;
  let claimlessUntil = 0;
  /** End of the longest hit so far, by group. */
  const hiddenUntil = new Map<number, number>();
  const reached = found.some(({ rank }) => opensScope(rank)) ? reaches(text, found) : undefined;
  for (const { rank, term, start, end } of found.toSorted(inReadingOrder)) {
    if (rankIsAllowed(rank)) allowedUntil = Math.max(allowedUntil, end);
    else if (mayExcuse(rank)) claimlessUntil = Math.max(claimlessUntil, end);
    if (rankIsAllowed(rank) || scopeAt(rank) === "denial") allowed.push({ start, end });
    const kind = kindAt(rank);
    if (kind === undefined) continue;
    const group = groupOf(rank);
    const hidden = hiddenUntil.get(group) ?? 0;
    if (end > hidden) hiddenUntil.set(group, end);
    if (end <= allowedUntil || end <= hidden) continue;
    if (end <= claimlessUntil && isStatement(rank)) continue;
    if (reached !== undefined && isExcused(rank, reached.get(start) ?? OUT_OF_REACH)) continue;
    hits.push({ category: kind.category, kind: kind.kind, term, start, end });
  }
  return { hits, allowed };
}
