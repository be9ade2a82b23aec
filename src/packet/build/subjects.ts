import type { RequiredRoles } from "../../model/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import { rolesThatSign } from "../../review/index.ts";
import type { PacketSubject } from "../model.ts";

/**
 * What signatures are made over: each concern, and copy language by language, with the roles that sign it. Nothing
 * without a plan.
 *
 * @param required as `trust/required.yaml` of the workspace says; whose signature counts the trusted revision decides
 */
export function subjectsOf(
  compiled: CompiledPlan | undefined,
  required: RequiredRoles,
): readonly PacketSubject[] {
  return (compiled?.subjects ?? []).map((subject) => ({
    concern: subject.concern,
    language: subject.language,
    roles: compiled === undefined ? [] : rolesThatSign(subject, compiled.plan, required),
    digest: subject.digest,
  }));
}
