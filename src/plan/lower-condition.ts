import { type Condition, english, toJson } from "../audience/index.ts";
import type { Sourced } from "../model/index.ts";
import type { SourceMap } from "./source-map.ts";
import type { PlanCondition } from "./types.ts";

/** A condition as its tree and the sentence that a reviewer reads. */
export function lowerCondition({ value, at }: Sourced<Condition>, sources: SourceMap): PlanCondition {
  return sources.mark(at, { tree: toJson(value), english: english(value) });
}

export function lowerConditions(
  conditions: readonly Sourced<Condition>[],
  sources: SourceMap,
): readonly PlanCondition[] {
  return conditions.map((condition) => lowerCondition(condition, sources));
}
