import type { RequiredRoles } from "../model/index.ts";
import { COMPILER_VERSION, type CompiledPlan, type Subject, subjectName } from "../plan/index.ts";
import { compareText } from "../source/index.ts";
import { type CampaignReview, compare } from "./diff/index.ts";
import { rolesThatSign } from "./who-signs.ts";

export const REVIEW_FORMAT = "recare.review/1";

/** Everything that changed between two revisions of a workspace, and who has to sign again. Printed in several forms. */
export interface Review {
  readonly format: typeof REVIEW_FORMAT;
  readonly compiler: string;
  /** The two sides, as somebody asked for them: `origin/main`, `the files here`. */
  readonly base: string;
  readonly head: string;
  /** Every campaign that has changed, in the order of their ids. */
  readonly campaigns: readonly SignedReview[];
  /** Campaigns whose plans are the same, by id. */
  readonly unchanged: readonly string[];
  /** Campaigns that could not be compiled, so that nothing is known of what changed in them. */
  readonly unreadable: readonly Unreadable[];
}

export interface SignedReview extends CampaignReview {
  /** What has to be signed again, each language of copy by itself, with the roles that sign it. */
  readonly sign: readonly (Subject & { readonly roles: readonly string[] })[];
}

export interface Unreadable {
  readonly side: "base" | "head";
  readonly campaign: string;
  readonly file: string;
}

/** One side of a comparison: what compiled, and what did not. */
export interface Side {
  readonly name: string;
  readonly plans: readonly CompiledPlan[];
  readonly broken: readonly { readonly id: string; readonly file: string }[];
}

/**
 * What changed in meaning between two revisions.
 *
 * @param required the roles that sign each concern, from the trusted revision
 */
export function reviewOf(base: Side, head: Side, required: RequiredRoles): Review {
  const compared = compare(base.plans, head.plans);
  const unreadable = [
    ...base.broken.map(({ id, file }): Unreadable => ({ side: "base", campaign: id, file })),
    ...head.broken.map(({ id, file }): Unreadable => ({ side: "head", campaign: id, file })),
  ].sort((a, b) => compareText(a.campaign, b.campaign) || compareText(a.side, b.side));
  // What stands on one side and cannot be read on the other was neither added nor removed.
  const brokenIds = new Set(unreadable.map(({ campaign }) => campaign));
  const known = compared.filter(
    ({ campaign, base: before, head: after }) =>
      !brokenIds.has(campaign) || (before !== null && after !== null),
  );
  const before = new Map(base.plans.map((plan) => [plan.campaign, plan]));
  const after = new Map(head.plans.map((plan) => [plan.campaign, plan]));
  return {
    format: REVIEW_FORMAT,
    compiler: COMPILER_VERSION,
    base: base.name,
    head: head.name,
    campaigns: known
      .filter(({ changes }) => changes.length > 0)
      .map((review) => ({
        ...review,
        sign: signers(before.get(review.formerly ?? review.campaign), after.get(review.campaign), required),
      })),
    unchanged: known.filter(({ changes }) => changes.length === 0).map(({ campaign }) => campaign),
    unreadable,
  };
}

/** Where a campaign is gone, nobody has to sign anything. */
function signers(
  base: CompiledPlan | undefined,
  head: CompiledPlan | undefined,
  required: RequiredRoles,
): SignedReview["sign"] {
  const signed = new Map(base?.subjects.map((subject) => [subjectName(subject), subject.digest]));
  return (head?.subjects ?? []).flatMap((subject) => {
    if (head === undefined || signed.get(subjectName(subject)) === subject.digest) return [];
    const { concern, language } = subject;
    return [{ concern, language, roles: rolesThatSign(subject, head.plan, required) }];
  });
}
