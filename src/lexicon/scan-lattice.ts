import type { LatticeWord, WordLattice } from "../template/index.ts";
import { affixOf } from "./affixes.ts";
import { coverOf, standsOpen } from "./covers.ts";
import { type Category, excuses, groupOf, isStatement, type Kind, kindAt, rankIsAllowed } from "./kinds.ts";
import type { Layer, Lexicon } from "./layer.ts";
import { isExcused, OUT_OF_REACH, scopeAt } from "./scope.ts";
import { latticeReaches } from "./scope-lattice.ts";
import { excludedBy, isExcluded, isOnlyFirst, lookUp, termAt, verified } from "./table.ts";
import { MOST_WORDS } from "./term.ts";
import { ANY_HASH } from "./word-classes.ts";
import { type Step, type WordGraph, wordGraph } from "./word-graph.ts";
import { extendHash } from "./word-reader.ts";

/** A term of the lexicon in some rendering of a template. */
export interface Hit {
  readonly category: Category;
  readonly kind: Kind;
  /** The phrase as the lexicon lists it, or the affix: `blood pressure`, `-itis`. */
  readonly term: string;
  /** The words that make it up, in the order in which they are rendered. */
  readonly words: readonly LatticeWord[];
}

interface Occurrence {
  readonly rank: number;
  readonly term: string;
  /** Neighbours in the graph, from `first` to `last`; neither of these is silent. */
  readonly steps: readonly Step[];
  readonly first: Step;
  readonly last: Step;
}

/** How a value that is not known is spelled, one word of no class. */
const UNKNOWN = "x";

/** Punctuation between two words of a phrase: "blood – pressure". */
const MOST_SILENT = 2;

/**
 * Ways that are followed from one word, and after so many in all. A real text has a handful from each word; the bounds keep a hostile
 * one, with the same words in parallel at each place, from taking for ever. An everyday phrase that is not reached excuses nothing.
 */
const MOST_WAYS = 10_000;
const MANY_WAYS = 200_000;
const FEW_WAYS = 40;

/**
 * Every term that some rendering of a template contains, each once for each set of words that it is made of.
 *
 * A hit is left out only where *every* rendering that has it puts it inside an everyday phrase or a longer hit: with
 * "{% if x %}no {% endif %}guarantee" the rendering without "no" is still reported. Agrees with `scanText` of every rendering.
 *
 * Sequences of words that are `approved` excuse the claims and offers inside them, again only where every rendering has it so.
 */
export function scanLattice(
  lattice: WordLattice,
  lexicon: Lexicon,
  language: string,
  approved: readonly (readonly LatticeWord[])[] = [],
): readonly Hit[] {
  return distinctHits(openHits(searchOf(lattice, lexicon, language), approved));
}

/** Words that nobody needs to review: those of clinical hits, and those that every rendering has in an everyday phrase. */
export function knownWords(
  lattice: WordLattice,
  lexicon: Lexicon,
  language: string,
): ReadonlySet<LatticeWord> {
  const search = searchOf(lattice, lexicon, language);
  const inHits = openHits(search).filter((hit) => kindAt(hit.rank)?.category === "clinical");
  const excused = new Map<LatticeWord, boolean>();
  for (const step of search.graph.steps) {
    const around = search.around.get(step);
    if (around === undefined) {
      excused.set(step.word, false);
      continue;
    }
    const covers = around.filter(isAllowed).flatMap((outer) => coverOf([step], outer.steps));
    const isExcused = covers.length > 0 && !standsOpen(search.graph, step, step, covers);
    excused.set(step.word, isExcused && (excused.get(step.word) ?? true));
  }
  return new Set([
    ...inHits.flatMap((hit) => hit.steps.map((step) => step.word)),
    ...[...excused].filter(([, isExcused]) => isExcused).map(([word]) => word),
  ]);
}

/**
 * Whether the search for phrases gave up on some way through a lattice: a text with the beginnings of many phrases in
 * parallel at each place. What it did not find then is not known to be absent.
 */
export function isSearchCut(lattice: WordLattice, lexicon: Lexicon, language: string): boolean {
  return searchOf(lattice, lexicon, language).isCut;
}

/** All occurrences in a lattice, before any is hidden. */
interface Search {
  readonly isCut: boolean;
  readonly graph: WordGraph;
  readonly found: readonly Occurrence[];
  readonly around: ReadonlyMap<Step, readonly Occurrence[]>;
}

/** The last search of each lattice: hits and known words are asked one after the other. */
const searches = new WeakMap<
  WordLattice,
  Search & { readonly lexicon: Lexicon; readonly language: string }
>();

function searchOf(lattice: WordLattice, lexicon: Lexicon, language: string): Search {
  const before = searches.get(lattice);
  if (before?.lexicon === lexicon && before.language === language) return before;
  const graph = wordGraph(lattice);
  const excluded = excludedBy(language);
  const all = lexicon.layers.map((layer) => occurrences(graph, layer, excluded));
  const found = all.flatMap((layer) => layer.found);
  const isCut = all.some((layer) => layer.isCut);
  const search = { graph, found, isCut, around: byStep(found), lexicon, language };
  searches.set(lattice, search);
  return search;
}

/** Occurrences that are hits: in some rendering, nothing hides them. */
function openHits(
  { graph, found, around }: Search,
  approved: readonly (readonly LatticeWord[])[] = [],
): readonly Occurrence[] {
  const statements = approved.map((words) =>
    words.flatMap((word) => graph.steps.filter((step) => step.word === word)),
  );
  const reached = latticeReaches(graph, found);
  return found.filter((inner) => {
    if (kindAt(inner.rank) === undefined) return false;
    if (isExcused(inner.rank, reached.get(inner.first) ?? OUT_OF_REACH)) return false;
    const hiding = (around.get(inner.first) ?? []).filter(
      (outer) => excuses(outer.rank, inner.rank) || isLonger(outer, inner),
    );
    const covers = [
      ...hiding.flatMap((outer) => coverOf(inner.steps, outer.steps)),
      ...(isStatement(inner.rank) ? statements.flatMap((steps) => coverOf(inner.steps, steps)) : []),
    ];
    return standsOpen(graph, inner.first, inner.last, covers);
  });
}

function isAllowed(occurrence: Occurrence): boolean {
  return rankIsAllowed(occurrence.rank) || scopeAt(occurrence.rank) === "denial";
}

function isLonger(outer: Occurrence, inner: Occurrence): boolean {
  return outer.steps.length > inner.steps.length && groupOf(outer.rank) === groupOf(inner.rank);
}

function occurrences(
  graph: WordGraph,
  layer: Layer,
  excluded: number,
): { readonly found: readonly Occurrence[]; readonly isCut: boolean } {
  const found: Occurrence[] = [];
  let isCut = false;
  let all = 0;
  for (const step of graph.steps) {
    if (step.isSilent || step.isUnknown) continue;
    found.push(...affixesAt(step, layer));
    // Most words begin no phrase.
    if (namesOf(step, layer).every((name) => lookUp(layer.table, name) === 0)) {
      all++;
      continue;
    }
    const most = all < MANY_WAYS ? MOST_WAYS : FEW_WAYS;
    const { phrases, ways } = phrasesFrom(step, graph, layer, { excluded, most });
    found.push(...phrases);
    if (ways >= most) isCut = true;
    all += ways;
  }
  return { found, isCut };
}

function affixesAt(step: Step, { affixes }: Layer): readonly Occurrence[] {
  const affix = affixOf(affixes, step.read);
  return affix ? [{ rank: affix.rank, term: affix.written, steps: [step], first: step, last: step }] : [];
}

function phrasesFrom(
  first: Step,
  graph: WordGraph,
  layer: Layer,
  { excluded, most }: { readonly excluded: number; readonly most: number },
): { readonly phrases: readonly Occurrence[]; readonly ways: number } {
  const { table } = layer;
  const phrases: Occurrence[] = [];
  let ways = 0;
  const follow = (steps: readonly Step[], last: Step, hash: number, words: number, silent: number): void => {
    if (ways >= most) return;
    ways++;
    const value = lookUp(table, hash);
    if (value > 1 && silent === 0) {
      const written = steps.map((step) => (step.isUnknown ? UNKNOWN : step.text)).join(" ");
      for (const index of verified(table, value, written)) {
        if (isExcluded(table, index, excluded)) continue;
        if (isOnlyFirst(table, index) && !first.opensSentence) continue;
        phrases.push({ rank: table.ranks[index] ?? 0, term: termAt(table, index).text, steps, first, last });
      }
    }
    if ((value & 1) === 0 || words === MOST_WORDS) return;
    for (const next of graph.outgoing.get(last.to) ?? []) {
      if (next.opensSentence) continue;
      if (next.isSilent) {
        if (silent < MOST_SILENT) follow([...steps, next], next, hash, words, silent + 1);
        continue;
      }
      for (const name of namesOf(next, layer))
        follow([...steps, next], next, extendHash(hash, name), words + 1, 0);
      follow([...steps, next], next, extendHash(hash, ANY_HASH), words + 1, 0);
    }
  };
  for (const name of namesOf(first, layer)) follow([first], first, name, 1, 0);
  return { phrases, ways };
}

/** A word by itself and by its classes. A value that is not known is no word of a term, though it may stand for any. */
function namesOf({ hash, isUnknown }: Step, { table }: Layer): readonly number[] {
  if (isUnknown) return [];
  const classes = table.classes.around.get(hash);
  return classes === undefined ? [hash] : [hash, ...classes];
}

/** Occurrences by each step that they have. */
function byStep(found: readonly Occurrence[]): ReadonlyMap<Step, readonly Occurrence[]> {
  const index = new Map<Step, Occurrence[]>();
  for (const occurrence of found) {
    for (const step of occurrence.steps) {
      const there = index.get(step);
      if (there) there.push(occurrence);
      else index.set(step, [occurrence]);
    }
  }
  return index;
}

/** One hit for each group of kinds and set of words, the most telling kind; in the lattice's order, longest first. */
function distinctHits(occurrences: readonly Occurrence[]): readonly Hit[] {
  const kept = new Map<string, Occurrence>();
  for (const occurrence of occurrences.toSorted(inReadingOrder)) {
    const spoken = occurrence.steps.filter((step) => !step.isSilent).map((step) => step.order);
    const name = `${groupOf(occurrence.rank)} ${spoken.join(" ")}`;
    if (!kept.has(name)) kept.set(name, occurrence);
  }
  return [...kept.values()].flatMap(({ rank, term, steps }) => {
    const kind = kindAt(rank);
    const words = [...new Set(steps.filter((step) => !step.isSilent).map((step) => step.word))];
    return kind === undefined ? [] : [{ category: kind.category, kind: kind.kind, term, words }];
  });
}

function inReadingOrder(x: Occurrence, y: Occurrence): number {
  return (
    x.first.order - y.first.order ||
    y.steps.length - x.steps.length ||
    x.rank - y.rank ||
    (x.term < y.term ? -1 : 1)
  );
}
