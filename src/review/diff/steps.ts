import type { PlanStep } from "../../plan/index.ts";

/** The steps of two plans side by side: the same step under the same id, or under one that it had before. */
export interface StepPair {
  readonly base: PlanStep | undefined;
  readonly head: PlanStep | undefined;
}

/** In the order of the head; what was removed comes last. */
export function pairSteps(base: readonly PlanStep[], head: readonly PlanStep[]): readonly StepPair[] {
  const left = new Map(base.map((step) => [step.id, step]));
  const pairs: StepPair[] = [];
  for (const step of head) {
    const former = [step.id, ...step.when.was].find((id) => left.has(id));
    pairs.push({ base: former === undefined ? undefined : left.get(former), head: step });
    if (former !== undefined) left.delete(former);
  }
  return [...pairs, ...[...left.values()].map((step): StepPair => ({ base: step, head: undefined }))];
}
