import { type Concern, type SubjectDigest, subjectName } from "../plan/index.ts";
import type { JudgedStatement, Standing } from "./judge-statement.ts";
import type { ApprovalStatement } from "./statement.ts";

/** One role that has to sign one part of a plan, and whether it has. */
export interface Signoff {
  readonly concern: Concern;
  /** Of copy: each language is signed by itself. */
  readonly language: string | null;
  readonly digest: string;
  readonly role: string;
  readonly standing: SignoffStanding;
  /** Who signed, where somebody validly has. */
  readonly signer: string | undefined;
  /** How that is known: a signature of theirs, or a review on the forge. */
  readonly grade: "signature" | "forge" | undefined;
  readonly why: string;
  /** The digest that a stale statement approved: what changed since can be told from it. */
  readonly signedDigest: string | undefined;
  /** Day on which a valid one ends. */
  readonly expiresAt: string | undefined;
  /** Where the statement lies that decides. */
  readonly path: string | undefined;
}

/** A judged approval, apart from waivers and from what cannot be read. */
export interface JudgedApproval extends JudgedStatement {
  readonly statement: ApprovalStatement;
}

/** All that is said about one part of a campaign. */
export interface Known {
  /** In the change. */
  readonly own: readonly JudgedApproval[];
  /** Rejections and withdrawals, in the change and in the trusted revision. */
  readonly refused: readonly JudgedApproval[];
  /** Approvals, also those that the trusted revision once held. */
  readonly before: readonly JudgedApproval[];
}

/** `needed`: nobody in this role has signed yet. Else the best of what there is. */
export type SignoffStanding = Standing | "needed" | "rejected" | "withdrawn" | "superseded";

/** From the best: which of several statements says most about where a sign-off stands. */
const BEST_FIRST: readonly Standing[] = [
  "valid",
  "expired",
  "stale",
  "self-approval",
  "wrong grade",
  "wrong campaign",
  "wrong role",
  "revoked",
  "forged",
];

/** Where the sign-off of a role stands, from the statements about this part of the campaign. */
export function signoffOf(
  { concern, language, digest }: SubjectDigest,
  role: string,
  { own, refused, before }: Known,
  noWayBack: boolean,
): Signoff {
  const is = (standing: SignoffStanding, why: string, about?: JudgedApproval): Signoff => {
    const statement = about?.statement;
    const valid = standing === "valid" ? statement : undefined;
    return {
      concern,
      language,
      digest,
      role,
      standing,
      why,
      signer: valid?.signer,
      grade: valid && (valid.review === null ? "signature" : "forge"),
      signedDigest: standing === "stale" ? statement?.digest : undefined,
      expiresAt: valid?.expiresAt,
      path: about?.path,
    };
  };
  const rejection = refused.find((refusal) => holds(refusal, "rejected"));
  if (rejection !== undefined) return is("rejected", saidNo(rejection, "rejected"), rejection);
  const takenBack = refused.filter((refusal) => holds(refusal, "withdrawn"));
  const withdrawalOf = ({ statement }: JudgedApproval) =>
    takenBack.find((withdrawal) => withdrawal.statement.signer === statement.signer);
  const [best] = own
    .filter(({ statement }) => statement.meaning === "approved" && statement.role === role)
    .sort(
      (a, b) =>
        Number(withdrawalOf(a) !== undefined) - Number(withdrawalOf(b) !== undefined) || rank(a) - rank(b),
    );
  if (best === undefined)
    return is("needed", `Nobody has signed ${subjectName({ concern, language })} as ${role} yet.`);
  if (best.standing !== "valid") return is(best.standing, best.why, best);
  const withdrawal = withdrawalOf(best);
  if (withdrawal !== undefined) return is("withdrawn", `${best.statement.signer} withdrew it.`, withdrawal);
  const later = noWayBack ? laterApproval(best, before) : undefined;
  if (later !== undefined) {
    const since = `${later.statement.signer} approved other content on ${later.statement.signedAt.slice(0, 10)}`;
    return is("superseded", `${since}, and this organisation does not go back unsigned.`, later);
  }
  return is("valid", best.why, best);
}

function saidNo({ statement }: JudgedApproval, did: string): string {
  const comment = statement.comment.trim();
  return `${statement.signer} ${did} it${comment === "" ? "." : `: ${comment}`}`;
}

/** A refusal stands for as long as its content does, also after the day to which it says that it holds. */
function holds({ statement, standing }: JudgedApproval, meaning: "rejected" | "withdrawn"): boolean {
  return statement.meaning === meaning && (standing === "valid" || standing === "expired");
}

/** An approval of other content in the same role, that says that it is newer. */
function laterApproval(
  { statement: signed }: JudgedApproval,
  before: readonly JudgedApproval[],
): JudgedApproval | undefined {
  return before.find(
    ({ statement, standing }) =>
      standing === "stale" && statement.role === signed.role && statement.signedAt > signed.signedAt,
  );
}

function rank({ standing }: JudgedApproval): number {
  return BEST_FIRST.indexOf(standing);
}
