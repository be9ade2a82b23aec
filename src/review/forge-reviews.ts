import { timestamp } from "./statement.ts";

/** Somebody's approval of a pull request. */
export interface ForgeApproval {
  readonly id: number;
  readonly account: string;
  /** The commit that was reviewed. */
  readonly commit: string;
  /** UTC, to the second. */
  readonly submittedAt: string;
}

/** States of a review that decide; a comment changes nothing. */
const DECIDING = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];

/**
 * The approvals in a list of reviews as GitHub's API gives it (`GET /repos/{owner}/{repo}/pulls/{number}/reviews`): of
 * each account the last review that decides, if it approves.
 *
 * @returns why the list cannot be read, as a clause; a review that cannot be read spoils the whole list, since it could
 * be the one that takes an approval back
 */
export function approvalsInReviews(
  text: string,
):
  | { readonly approvals: readonly ForgeApproval[]; readonly passedOver: readonly string[] }
  | { readonly broken: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { broken: "it is not JSON" };
  }
  if (!Array.isArray(value)) return { broken: "it is no list" };
  const last = new Map<string, { readonly state: string; readonly approval: ForgeApproval }>();
  for (const [index, item] of value.entries()) {
    const review = reviewOf(item);
    if (review === undefined) return { broken: `review ${index + 1} is not as GitHub writes it` };
    if (!DECIDING.includes(review.state)) continue;
    const before = last.get(review.approval.account);
    if (before === undefined || before.approval.submittedAt <= review.approval.submittedAt)
      last.set(review.approval.account, review);
  }
  const all = [...last.values()];
  return {
    approvals: all.filter(({ state }) => state === "APPROVED").map(({ approval }) => approval),
    passedOver: all
      .filter(({ state }) => state !== "APPROVED")
      .map(
        ({ state, approval }) =>
          `${approval.account}: ${state === "DISMISSED" ? "the review was dismissed" : "changes were requested"}, nothing is imported.`,
      ),
  };
}

function reviewOf(item: unknown): { readonly state: string; readonly approval: ForgeApproval } | undefined {
  if (!isRecord(item) || !isRecord(item.user)) return undefined;
  const { id, state, commit_id: commit, submitted_at: at } = item;
  const { login: account } = item.user;
  if (typeof id !== "number" || !Number.isSafeInteger(id)) return undefined;
  if (typeof state !== "string" || typeof account !== "string" || account === "") return undefined;
  if (typeof commit !== "string" || !/^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(commit)) return undefined;
  const submittedAt = typeof at === "string" ? timestamp(Date.parse(at)) : undefined;
  return submittedAt === undefined ? undefined : { state, approval: { id, account, commit, submittedAt } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
