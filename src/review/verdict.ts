import { type SubjectDigest, subjectName } from "../plan/index.ts";
import { compareText } from "../source/index.ts";
import {
  type Circumstances,
  type JudgedStatement,
  judgeStatement,
  type PlanToVerify,
  type SignedFile,
} from "./judge-statement.ts";
import { type JudgedApproval, type Known, type Signoff, signoffOf } from "./signoff.ts";
import { STATEMENT_TYPE } from "./statement.ts";
import { rolesThatSign } from "./who-signs.ts";

export interface Verdict {
  readonly campaign: string;
  /** Whether everybody who must sign has, and nobody refuses. */
  readonly approved: boolean;
  /** By what is signed, then role. */
  readonly signoffs: readonly Signoff[];
  /** What stands in the way besides. */
  readonly objections: readonly Objection[];
}

export interface Objection {
  readonly kind: "too few people" | "authors not known";
  /** A sentence. */
  readonly why: string;
  readonly remedy: string;
}

/** What is judged: approvals in the change, and what the trusted revision holds of refusals and of earlier approvals. */
export interface Evidence {
  readonly files: readonly SignedFile[];
  /**
   * Statements of the trusted revision: what is rejected or withdrawn there counts even where the change deletes it.
   * They never approve anything.
   */
  readonly refusals?: readonly SignedFile[];
  /** Every approval that the trusted revision ever held, for organisations that do not go back unsigned. */
  readonly earlier?: readonly SignedFile[];
}

/**
 * Which sign-offs stand, campaign by campaign: all that `verify`, the packet and a release ask.
 *
 * A rejection or a withdrawal wins over an approval of the same content, in whatever order they say that they were
 * signed: nothing proves that order.
 */
export function verdicts(
  plans: readonly PlanToVerify[],
  { files, refusals = [], earlier = [] }: Evidence,
  given: Omit<Circumstances, "plans">,
): { readonly verdicts: readonly Verdict[]; readonly statements: readonly JudgedStatement[] } {
  const byCampaign = new Map(plans.map((plan) => [plan.campaign, plan]));
  const judged = (some: readonly SignedFile[]) =>
    [...some]
      .sort((a, b) => compareText(a.path, b.path))
      .map((file) => judgeStatement(file, { ...given, plans: byCampaign }));
  const statements = judged(files);
  const refused = approvalsIn([...statements, ...judged(refusals)]).filter(
    ({ statement }) => statement.meaning !== "approved",
  );
  const before = approvalsIn([...statements, ...judged(earlier)]).filter(
    ({ statement }) => statement.meaning === "approved",
  );
  const known = { own: approvalsIn(statements), refused, before };
  return { statements, verdicts: plans.map((plan) => verdictOf(plan, known, given)) };
}

function approvalsIn(judged: readonly JudgedStatement[]): readonly JudgedApproval[] {
  return judged.flatMap((one) =>
    one.statement?.type === STATEMENT_TYPE ? [{ ...one, statement: one.statement }] : [],
  );
}

function verdictOf(
  { campaign, plan, subjects }: PlanToVerify,
  known: Known,
  { trust, authors }: Omit<Circumstances, "plans">,
): Verdict {
  const about = (subject: SubjectDigest): Known => {
    const of = (some: readonly JudgedApproval[]) =>
      some.filter(
        ({ statement }) => statement.campaign === campaign && subjectName(statement) === subjectName(subject),
      );
    return { own: of(known.own), refused: of(known.refused), before: of(known.before) };
  };
  const signoffs = subjects.flatMap((subject) => {
    const own = about(subject);
    return rolesThatSign(subject, plan, trust.required).map((role) =>
      signoffOf(subject, role, own, trust.noWayBack),
    );
  });
  const isSigned = signoffs.every(({ standing }) => standing === "valid");
  const objections = [
    ...(isSigned ? tooFewPeople(signoffs, trust.differentPeople) : []),
    ...(authors === undefined ? [AUTHORS_NOT_KNOWN] : []),
  ];
  return { campaign, approved: isSigned && objections.length === 0, signoffs, objections };
}

const AUTHORS_NOT_KNOWN: Objection = {
  kind: "authors not known",
  why: "Nobody knows who wrote this change, so whether somebody approved their own work was not checked.",
  remedy:
    "Name everybody who wrote or pushed it with --author, or sign the commits and give --base: docs/approvals.md says how in CI.",
};

function tooFewPeople(signoffs: readonly Signoff[], asked: number): readonly Objection[] {
  const people = [...new Set(signoffs.flatMap(({ signer }) => signer ?? []))].sort(compareText);
  if (people.length >= asked) return [];
  const who = people.join(", ") || "nobody";
  return [
    {
      kind: "too few people",
      why: `${asked} different people must sign, and ${who} did.`,
      remedy: "Have somebody else who holds one of the roles sign in their place.",
    },
  ];
}
