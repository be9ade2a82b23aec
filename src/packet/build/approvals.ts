import type { ApprovalState, Signature, Since } from "../model.ts";

/**
 * Every sign-off that a plan needs, in the order of the concerns, each as verification found it. What nobody verified is
 * said to be that; with a base it is known at least whether an earlier signature can still count.
 */
export function approvalsOf(
  signatures: readonly Signature[],
  verified: readonly ApprovalState[] | undefined,
  since: Since | null,
): readonly ApprovalState[] {
  return signatures.flatMap(({ concern, roles }) => {
    const known = (verified ?? []).filter((each) => each.concern === concern);
    if (known.length > 0) return known;
    const why = since === null ? null : whyFrom(since, since.changed.includes(concern));
    return roles.map(
      (role): ApprovalState => ({
        concern,
        language: null,
        role,
        state: "not verified here",
        why,
        signed: null,
      }),
    );
  });
}

function whyFrom({ base, standing }: Since, changed: boolean): string {
  if (standing === "new") return "The campaign is new: nobody can have signed it.";
  return changed
    ? `It changed since ${base}: an earlier signature no longer covers it.`
    : `Unchanged since ${base}: a signature that covered it there still does.`;
}
