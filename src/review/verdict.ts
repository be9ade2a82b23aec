import { CONCERNS, type Concern, type Plan } from "../plan/index.ts";
import { compareText } from "../source/index.ts";
import {
  type Circumstances,
  type JudgedStatement,
  judgeStatement,
  type SignedFile,
  type Standing,
} from "./judge-statement.ts";

/** One role that has to sign one concern, and whether it has. */
export interface Signoff {
  readonly concern: Concern;
  readonly role: string;
  /** `needed`: nobody in this role has signed yet. Else the best of what there is. */
  readonly standing: Standing | "needed" | "rejected" | "withdrawn" | "superseded";
  /** Who signed, where somebody validly has. */
  readonly signer: string | undefined;
  readonly why: string;
}

export interface Verdict {
  readonly campaign: string;
  /** Whether everybody who must sign has, and nobody refuses. */
  readonly approved: boolean;
  /** By concern, then role. */
  readonly signoffs: readonly Signoff[];
  /** What stands in the way besides, a sentence each. */
  readonly objections: readonly string[];
}

export interface PlanToVerify {
  readonly campaign: string;
  readonly plan: Plan;
  readonly concerns: Readonly<Record<Concern, string>>;
}

/**
 * Which sign-offs stand, campaign by campaign: all that `verify`, the packet and a release ask.
 *
 * A rejection or a withdrawal wins over an approval of the same content, in whatever order they say that they were
 * signed: nothing proves that order.
 */
export function verdicts(
  plans: readonly PlanToVerify[],
  files: readonly SignedFile[],
  given: Omit<Circumstances, "digests">,
): { readonly verdicts: readonly Verdict[]; readonly statements: readonly JudgedStatement[] } {
  const digests = new Map(plans.map(({ campaign, concerns }) => [campaign, concerns]));
  const statements = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map((file) => judgeStatement(file, { ...given, digests }));
  return { statements, verdicts: plans.map((plan) => verdictOf(plan, statements, given)) };
}

function verdictOf(
  { campaign, plan }: PlanToVerify,
  all: readonly JudgedStatement[],
  { trust, authors }: Omit<Circumstances, "digests">,
): Verdict {
  const own = all.filter(({ statement }) => statement?.campaign === campaign);
  const signoffs = CONCERNS.flatMap((concern) => {
    const asked = plan.questions.filter((question) => question.concern === concern).map(({ role }) => role);
    const roles = [...new Set([...trust.required[concern], ...asked])].sort(compareText);
    return roles.map((role) => signoffOf(concern, role, own, trust.noWayBack));
  });
  const people = new Set(
    signoffs.flatMap(({ standing, signer }) => (standing === "valid" && signer ? [signer] : [])),
  );
  const objections = [
    ...(people.size < trust.differentPeople && signoffs.every(({ standing }) => standing === "valid")
      ? [
          `${trust.differentPeople} different people must sign, and ${[...people].join(", ") || "nobody"} did.`,
        ]
      : []),
    ...(authors === undefined
      ? ["Nobody knows who wrote this change, so whether somebody approved their own work was not checked."]
      : []),
  ];
  const approved = objections.length === 0 && signoffs.every(({ standing }) => standing === "valid");
  return { campaign, approved, signoffs, objections };
}

/** From the best: which of several statements says most about where a sign-off stands. */
const BEST_FIRST: readonly Standing[] = [
  "valid",
  "expired",
  "stale",
  "self-approval",
  "wrong campaign",
  "wrong role",
  "revoked",
  "forged",
];

function signoffOf(
  concern: Concern,
  role: string,
  own: readonly JudgedStatement[],
  noWayBack: boolean,
): Signoff {
  const about = own.filter(({ statement }) => statement?.concern === concern);
  const refusal = about.find(
    ({ statement, standing }) =>
      statement?.meaning === "rejected" && (standing === "valid" || standing === "expired"),
  );
  if (refusal?.statement !== undefined)
    return {
      concern,
      role,
      standing: "rejected",
      signer: undefined,
      why: `${refusal.statement.signer} rejected it.`,
    };
  const takenBack = new Set(
    about.flatMap(({ statement, standing }) =>
      statement?.meaning === "withdrawn" && (standing === "valid" || standing === "expired")
        ? [statement.signer]
        : [],
    ),
  );
  const [best] = about
    .filter(({ statement }) => statement?.meaning === "approved" && statement.role === role)
    .map((judged) => ({ judged, taken: takenBack.has(judged.statement?.signer ?? "") }))
    .sort((a, b) => Number(a.taken) - Number(b.taken) || rank(a.judged) - rank(b.judged));
  if (best?.judged.statement === undefined)
    return {
      concern,
      role,
      standing: "needed",
      signer: undefined,
      why: `Nobody has signed ${concern} as ${role}.`,
    };
  const { statement, standing, why } = best.judged;
  if (standing !== "valid") return { concern, role, standing, signer: undefined, why };
  if (best.taken)
    return {
      concern,
      role,
      standing: "withdrawn",
      signer: undefined,
      why: `${statement.signer} withdrew it.`,
    };
  const later = about.find(
    (other) =>
      other.standing === "stale" &&
      other.statement?.meaning === "approved" &&
      other.statement.role === role &&
      other.statement.signedAt > statement.signedAt,
  );
  if (noWayBack && later?.statement !== undefined) {
    const since = `${later.statement.signer} approved other content on ${later.statement.signedAt.slice(0, 10)}`;
    return {
      concern,
      role,
      standing: "superseded",
      signer: undefined,
      why: `${since}, and this organisation does not go back unsigned.`,
    };
  }
  return { concern, role, standing, signer: statement.signer, why };
}

function rank({ standing }: JudgedStatement): number {
  return BEST_FIRST.indexOf(standing);
}
