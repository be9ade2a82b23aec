import { CONCERNS, type CompiledPlan, type Concern } from "../../plan/index.ts";
import type { Signature } from "../model.ts";
import { distinct } from "../words.ts";

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
    // Whoever is asked a question about a concern signs it too.
    roles: distinct([
      ...SIGNED_BY[concern],
      ...(compiled?.plan.questions ?? []).flatMap((asked) => (asked.concern === concern ? [asked.role] : [])),
    ]),
    digest: compiled?.concerns[concern] ?? null,
  }));
}
