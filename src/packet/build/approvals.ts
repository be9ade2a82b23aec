import type { ApprovalState, PacketSubject, Since } from "../model.ts";

/**
 * Every sign-off that a plan needs, in the order of the concerns, each as verification found it. What nobody verified is
 * said to be that; with a base it is known at least whether an earlier signature can still count.
 */
export function approvalsOf(
  subjects: readonly PacketSubject[],
  verified: readonly ApprovalState[] | undefined,
  since: Since | null,
): readonly ApprovalState[] {
  return subjects.flatMap(({ concern, language, roles }) => {
    const isThis = (other: { readonly concern: string; readonly language: string | null }) =>
      other.concern === concern && other.language === language;
    const known = (verified ?? []).filter(isThis);
    if (known.length > 0) return known;
    const why = since === null ? null : whyFrom(since, since.sign.some(isThis));
    return roles.map(
      (role): ApprovalState => ({ concern, language, role, state: "not verified here", why, signed: null }),
    );
  });
}

function whyFrom({ base, standing }: Since, changed: boolean): string {
  if (standing === "new") return "The campaign is new: nobody can have signed it.";
  return changed
    ? `It changed since ${base}: an earlier signature no longer covers it.`
    : `Unchanged since ${base}: a signature that covered it there still does.`;
}
