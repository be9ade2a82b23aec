import type { RequiredRoles } from "../../model/index.ts";
import { CONCERNS, type CompiledPlan } from "../../plan/index.ts";
import { rolesThatSign } from "../../review/index.ts";
import type { Signature } from "../model.ts";
import { distinct } from "../words.ts";

/**
 * Who signs each concern: the roles of every language of it, and whoever is asked a question about it.
 *
 * @param required as `trust/required.yaml` of the workspace says; whose signature counts the trusted revision decides
 */
export function signaturesOf(
  compiled: CompiledPlan | undefined,
  required: RequiredRoles,
): readonly Signature[] {
  return CONCERNS.map((concern) => ({
    concern,
    roles:
      compiled === undefined
        ? required[concern]
        : distinct(
            compiled.subjects
              .filter((subject) => subject.concern === concern)
              .flatMap((subject) => rolesThatSign(subject, compiled.plan, required)),
          ),
    digest: compiled?.concerns[concern] ?? null,
  }));
}
