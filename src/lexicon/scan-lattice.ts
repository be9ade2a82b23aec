import type { LatticeWord, WordLattice } from "../template/index.ts";
import { affixOf } from "./affixes.ts";
import { type Category, groupOf, type Kind, kindAt } from "./kinds.ts";
import type { Layer, Lexicon } from "./layer.ts";
import { excludedBy, lookUp, MOST_WORDS, termAt, verified } from "./table.ts";
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

/** Punctuation between two words of a phrase: "blood – pressure". */
const MOST_SILENT = 2;

/**
 * Every term that some rendering of a template contains, each once for each set of words that it is made of.
 *
 * A hit is left out only where *every* rendering that has it puts it inside an everyday phrase or a longer hit: with
 * "{% if x %}no {% endif %}guarantee" the rendering without "no" is still reported. Agrees with `scanText` of every rendering.
 */
export function scanLattice(lattice: WordLattice, lexicon: Lexicon, language: string): readonly Hit[] {
  const graph = wordGraph(lattice);
  const excluded = excludedBy(language);
  const found = lexicon.layers.flatMap((layer) => occurrences(graph, layer, excluded));
  const around = byStep(found);
  return distinctHits(
    found.filter((hit) => {
      if (kindAt(hit.rank) === undefined) return false;
      const covers = (around.get(hit.first) ?? []).flatMap((outer) => coverOf(hit, outer));
      return standsOpen(graph, hit, covers);
    }),
  );
}

function occurrences(graph: WordGraph, { table, affixes }: Layer, excluded: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const follow = (steps: readonly Step[], words: readonly Step[], hash: number, silent: number): void => {
    const value = lookUp(table, hash);
    const [first, last] = [steps[0], steps.at(-1)];
    if (first === undefined || last === undefined) return;
    if (value > 1 && silent === 0) {
      for (const index of verified(table, value, words.length, (i) => words[i]?.text ?? "", excluded)) {
        found.push({ rank: table.ranks[index] ?? 0, term: termAt(table, index).text, steps, first, last });
      }
    }
    if ((value & 1) === 0 || words.length === MOST_WORDS) return;
    for (const next of graph.outgoing.get(last.to) ?? []) {
      if (next.opensSentence || next.isUnknown) continue;
      if (!next.isSilent) follow([...steps, next], [...words, next], extendHash(hash, next.hash), 0);
      else if (silent < MOST_SILENT) follow([...steps, next], words, hash, silent + 1);
    }
  };
  for (const step of graph.steps) {
    if (step.isSilent || step.isUnknown) continue;
    const affix = affixOf(affixes, step.read);
    if (affix) found.push({ rank: affix.rank, term: affix.written, steps: [step], first: step, last: step });
    follow([step], [step], step.hash, 0);
  }
  return found;
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

/** An everyday phrase or longer hit around an occurrence: the steps that it adds before, nearest first, and after. */
interface Cover {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

function coverOf(inner: Occurrence, outer: Occurrence): readonly Cover[] {
  const isAllowed = kindAt(outer.rank) === undefined;
  const isLonger = outer.steps.length > inner.steps.length && groupOf(outer.rank) === groupOf(inner.rank);
  if (!(isAllowed || isLonger)) return [];
  const at = outer.steps.indexOf(inner.first);
  if (!inner.steps.every((step, index) => outer.steps[at + index] === step)) return [];
  return [
    { before: outer.steps.slice(0, at).toReversed(), after: outer.steps.slice(at + inner.steps.length) },
  ];
}

/** Whether some rendering has an occurrence without any of its covers. */
function standsOpen(graph: WordGraph, { first, last }: Occurrence, covers: readonly Cover[]): boolean {
  return covers.length === 0 || openBefore(graph, first, 0, covers, [], last);
}

/**
 * Whether some rendering that passes `step` reaches the occurrence, whose last step is `last`, without a cover. `pending` are the
 * covers that agree with the rendering from `step` on, which is `depth` steps before the occurrence; `begun` are those whose beginning
 * it has in full. Only steps that a cover goes on with are told apart, so the work is bounded by the covers, not by the renderings.
 */
function openBefore(
  graph: WordGraph,
  step: Step,
  depth: number,
  pending: readonly Cover[],
  begun: readonly Cover[],
  last: Step,
): boolean {
  const complete = [...begun, ...pending.filter((cover) => cover.before.length === depth)];
  const longer = pending.filter((cover) => cover.before.length > depth);
  const expected = new Set(longer.map((cover) => cover.before[depth]));
  const earlier = graph.incoming.get(step.from) ?? [];
  const mayDiffer = step.from === graph.start || earlier.some((before) => !expected.has(before));
  if ((longer.length === 0 || mayDiffer) && openAfter(graph, last, 0, complete)) return true;
  return earlier.some((before) => {
    const agreeing = longer.filter((cover) => cover.before[depth] === before);
    return agreeing.length > 0 && openBefore(graph, before, depth + 1, agreeing, complete, last);
  });
}

function openAfter(graph: WordGraph, step: Step, depth: number, pending: readonly Cover[]): boolean {
  if (pending.length === 0) return true;
  if (pending.some((cover) => cover.after.length === depth)) return false;
  const later = graph.outgoing.get(step.to) ?? [];
  if (later.length === 0) return true;
  return later.some((after) => {
    const agreeing = pending.filter((cover) => cover.after[depth] === after);
    return openAfter(graph, after, depth + 1, agreeing);
  });
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
