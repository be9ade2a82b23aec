import type { Step, WordGraph } from "./word-graph.ts";

/** An everyday phrase or longer hit around an occurrence: the steps that it adds before, nearest first, and after. */
export interface Cover {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/** How an occurrence covers neighbouring steps, if it does. */
export function coverOf(inner: readonly Step[], outer: readonly Step[]): readonly Cover[] {
  const [first] = inner;
  const at = first === undefined ? -1 : outer.indexOf(first);
  if (at < 0 || !inner.every((step, index) => outer[at + index] === step)) return [];
  return [{ before: outer.slice(0, at).toReversed(), after: outer.slice(at + inner.length) }];
}

/** Whether some rendering has the steps from `first` to `last` without any of their covers. */
export function standsOpen(graph: WordGraph, first: Step, last: Step, covers: readonly Cover[]): boolean {
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
  const mayDiffer = earlier.some((before) => !expected.has(before));
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
