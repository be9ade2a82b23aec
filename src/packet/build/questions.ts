import type { CompiledPlan } from "../../plan/index.ts";
import type { SignedQuestion } from "../model.ts";

/** The plan's questions; one that several roles answer is shown once. */
export function questionsOf(compiled: CompiledPlan | undefined): readonly SignedQuestion[] {
  const byText = new Map<string, SignedQuestion>();
  for (const { text, role, concern, rule } of compiled?.plan.questions ?? []) {
    const key = `${concern} ${text}`;
    byText.set(key, { text, concern, rule, roles: [...(byText.get(key)?.roles ?? []), role] });
  }
  return [...byText.values()];
}
