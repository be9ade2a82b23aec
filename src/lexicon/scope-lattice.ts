import { type Cover, coverOf, standsOpen } from "./covers.ts";
import {
  lesserReach,
  OUT_OF_REACH,
  opensScope,
  type Reach,
  reachAcross,
  reachAfter,
  reachInside,
  type ScopeKind,
  scopeAt,
} from "./scope.ts";
import type { Step, WordGraph } from "./word-graph.ts";

/** A phrase found along a graph. */
interface Found {
  readonly rank: number;
  readonly steps: readonly Step[];
  readonly last: Step;
}

/**
 * How far denials and questions reach at the beginning of each step, in whatever rendering they reach least: of "{% if x %}we can't{% endif %}
 * promise a cure", the rendering that promises counts. Empty where nothing opens a scope.
 */
export function latticeReaches(graph: WordGraph, found: readonly Found[]): ReadonlyMap<Step, Reach> {
  const reached = new Map<Step, Reach>();
  if (!found.some(({ rank }) => opensScope(rank))) return reached;
  const around = new Map<Step, Found[]>();
  for (const scope of found) {
    if (scopeAt(scope.rank) === undefined) continue;
    for (const step of scope.steps) around.set(step, [...(around.get(step) ?? []), scope]);
  }
  const behind = new Map<Step, Reach>();
  // Steps stand in the order of their positions, so all that come before one are done.
  for (const step of graph.steps) {
    const earlier = step.from === graph.start ? [] : (graph.incoming.get(step.from) ?? []);
    const [first = OUT_OF_REACH, ...others] = earlier.map((before) => behind.get(before) ?? OUT_OF_REACH);
    const reach = reachAcross(others.reduce(lesserReach, first), step.opensSentence, step.opensClause);
    const scopes = around.get(step) ?? [];
    const inside = scopes.filter(({ steps }) => steps[0] !== step);
    reached.set(step, reachInside(reach, alwaysIn(graph, step, inside)));
    const ending = scopes.filter(({ last }) => last === step);
    const turns = ending.some(({ rank }) => scopeAt(rank) === "turn");
    const closes = turns ? (["turn"] as const) : alwaysIn(graph, step, ending);
    behind.set(step, step.isSilent ? OUT_OF_REACH : reachAfter(reach, closes));
  }
  return reached;
}

/** Denials and questions of which, in every rendering that passes the step, it is a part. */
function alwaysIn(graph: WordGraph, step: Step, scopes: readonly Found[]): readonly ScopeKind[] {
  return (["denial", "question"] as const).filter((kind) => {
    const covers: readonly Cover[] = scopes
      .filter(({ rank }) => scopeAt(rank) === kind)
      .flatMap(({ steps }) => coverOf([step], steps));
    return covers.length > 0 && !standsOpen(graph, step, step, covers);
  });
}
