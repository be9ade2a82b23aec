import { CONCERNS, type CompiledPlan, type Concern } from "../../plan/index.ts";
import type { Signature } from "../model.ts";

/** Who signs which concern where an organisation has not said otherwise. */
const SIGNED_BY: Readonly<Record<Concern, readonly string[]>> = {
  audience: ["compliance"],
  copy: ["clinical", "compliance"],
  privacy: ["privacy"],
  timing: ["compliance"],
  operations: ["operations"],
};

export function signaturesOf(compiled: CompiledPlan | undefined): readonly Signature[] {
  return CONCERNS.map((concern) => ({
    concern,
    // Where a clinical fact decides who is written to, the clinical role answers the question beside privacy.
    roles:
      concern === "privacy" && compiled?.plan.flows.question ? ["privacy", "clinical"] : SIGNED_BY[concern],
    digest: compiled?.concerns[concern] ?? null,
  }));
}
