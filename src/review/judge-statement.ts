import { type Plan, type SubjectDigest, subjectName } from "../plan/index.ts";
import { languageName } from "../source/index.ts";
import { readStatement } from "./read-statement.ts";
import { allows, verifySignature } from "./sshsig/index.ts";
import { APPROVAL_NAMESPACE, type ApprovalStatement, STATEMENT_TYPE, type Statement } from "./statement.ts";
import type { Trust } from "./trust.ts";
import { questionsOf } from "./who-signs.ts";

/** A statement as it lies in `approvals/`: its exact bytes, and the signature beside it. */
export interface SignedFile {
  /** `approvals/missed-visit/copy.en.clinical.dana-clinic-example.json` */
  readonly path: string;
  readonly bytes: Buffer;
  /** The text of the `.sig` file; nothing where there is none. */
  readonly signature: string | undefined;
}

/** In the order in which they are asked: the first that holds is the answer. */
export const STANDINGS = [
  "forged",
  "revoked",
  "wrong role",
  "wrong grade",
  "wrong campaign",
  "self-approval",
  "stale",
  "expired",
  "valid",
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface JudgedStatement {
  readonly path: string;
  readonly standing: Standing;
  /** Why, as a sentence for whoever has to sign again. */
  readonly why: string;
  /** Nothing where it cannot even be read. */
  readonly statement: Statement | undefined;
  /** Fingerprint of the key that signed; nothing where no signature is genuine. */
  readonly key: string | undefined;
}

/** A compiled plan with the digests that are signed. Made from the plan, never read from a file. */
export interface PlanToVerify {
  readonly campaign: string;
  readonly plan: Plan;
  readonly subjects: readonly SubjectDigest[];
}

/** What statements are judged against. */
export interface Circumstances {
  readonly trust: Trust;
  readonly organisation: string;
  readonly plans: ReadonlyMap<string, PlanToVerify>;
  /** Everybody who wrote or pushed the change, by the names of `trust/`; nothing where nobody knows who they are. */
  readonly authors: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * Whether a statement was on the trusted revision already. What is not is judged at the moment of verification: a date
   * that a statement gives itself proves nothing, so that a key whose time is over cannot sign into the past.
   */
  readonly isSettled?: (file: SignedFile) => boolean;
}

/** A clock that is a few minutes ahead signs no statement in the future. */
const CLOCKS_DIFFER = 5 * 60_000;

/** What is wrong with a statement, and since when it is read. */
export type Fault = readonly [standing: Exclude<Standing, "valid">, why: string];

/** What one approval is worth today. Fails closed: only what is shown to be sound is valid. */
export function judgeStatement(file: SignedFile, circumstances: Circumstances): JudgedStatement {
  const { statement, key, fault } = spokenBy(file, circumstances);
  const is = ([standing, why]: readonly [Standing, string]): JudgedStatement => ({
    path: file.path,
    standing,
    why,
    statement,
    key,
  });
  if (fault !== undefined) return is(fault);
  if (statement === undefined || statement.type !== STATEMENT_TYPE)
    return is(["wrong campaign", "It is about a waiver, and approves nothing."]);
  return is(
    aboutPlan(statement, circumstances) ?? [
      "valid",
      `${statement.signer} signed ${subjectName(statement)} as ${statement.role} on ${day(statement.signedAt)}.`,
    ],
  );
}

function notSettled(): boolean {
  return false;
}

/** Who says it, and whether that can be relied on: signature, key, revocation, role. The same for approvals and waivers. */
export function spokenBy(
  file: SignedFile,
  { trust, now, isSettled = notSettled }: Pick<Circumstances, "trust" | "now" | "isSettled">,
): {
  readonly statement: Statement | undefined;
  readonly key: string | undefined;
  readonly fault: Fault | undefined;
} {
  const read = readStatement(file.bytes);
  const verified =
    file.signature === undefined
      ? ({ genuine: false, why: "there is none" } as const)
      : verifySignature(file.bytes, file.signature, APPROVAL_NAMESPACE);
  const key = verified.genuine ? verified.key.fingerprint : undefined;
  const statement = "statement" in read ? read.statement : undefined;
  const fault = (): Fault | undefined => {
    if ("broken" in read) return ["forged", `The statement cannot be relied on: ${read.broken}.`];
    if (!verified.genuine) return ["forged", `The signature is not genuine: ${verified.why}.`];
    const { signer, role, signedAt } = read.statement;
    const { fingerprint } = verified.key;
    if (trust.revoked.has(fingerprint)) return ["revoked", `The key ${fingerprint} was revoked.`];
    const approval = read.statement.type === STATEMENT_TYPE ? read.statement : undefined;
    const at = Date.parse(signedAt);
    const principal = approval?.review?.importedBy ?? signer;
    const asked = { key: verified.key, principal, namespace: APPROVAL_NAMESPACE, at };
    if (allows(trust.signers, asked) === undefined)
      return ["forged", `The key ${fingerprint} does not sign for ${principal} on ${day(signedAt)}.`];
    if (!isSettled(file) && allows(trust.signers, { ...asked, at: now }) === undefined)
      return ["expired", `The key ${fingerprint} no longer signs for ${principal}.`];
    if (at > now + CLOCKS_DIFFER)
      return ["forged", `It says that it was signed at ${signedAt}, which is to come.`];
    if (!trust.roles.get(role)?.has(signer))
      return ["wrong role", `${signer} does not hold the role ${role}.`];
    if (trust.neverApprove.has(signer))
      return ["wrong role", `${signer} writes campaigns and approves none.`];
    return approval && importFault(approval, trust);
  };
  return { statement, key, fault: fault() };
}

/** A review on the forge counts where `required.yaml` says so, in the name of whose account it is, from one importer only. */
function importFault({ review, concern, signer }: ApprovalStatement, trust: Trust): Fault | undefined {
  const { forgeReviews, accounts } = trust;
  if (review === null) return undefined;
  if (!forgeReviews?.accept.has(concern))
    return ["wrong grade", `A review on the forge is not enough for ${concern}: it needs a signature.`];
  if (forgeReviews.importedBy !== review.importedBy)
    return ["forged", `${review.importedBy} imports no reviews here.`];
  if (accounts.get(review.account) !== signer)
    return ["forged", `The account ${review.account} is not that of ${signer}.`];
  return undefined;
}

/** Whether an approval is about what is built here, and about it as it stands. */
function aboutPlan(
  statement: ApprovalStatement,
  { organisation, plans, authors, now }: Circumstances,
): Fault | undefined {
  const { signer, role, signedAt, expiresAt, campaign, digest, language } = statement;
  const built = statement.organisation === organisation ? plans.get(campaign) : undefined;
  if (built === undefined)
    return [
      "wrong campaign",
      `It is about ${campaign} of ${statement.organisation}, which is not built here.`,
    ];
  // An author may refuse the own work, and never approves it.
  if (statement.meaning === "approved" && authors?.has(signer))
    return ["self-approval", `${signer} took part in writing what is signed.`];
  const current = built.subjects.find((subject) => subjectName(subject) === subjectName(statement));
  if (current === undefined)
    return ["stale", `${campaign} is no longer sent in ${languageName(language ?? "")}.`];
  if (current.digest !== digest)
    return [
      "stale",
      `${subjectName(statement)} of ${campaign} has changed since ${signer} signed it on ${day(signedAt)}.`,
    ];
  const asked = questionsOf(current, built.plan, role).map(({ text }) => text);
  if (statement.meaning === "approved" && JSON.stringify(asked) !== JSON.stringify(statement.questions))
    return ["forged", `It does not answer what ${role} is asked about ${subjectName(statement)}.`];
  if (now >= Date.parse(expiresAt)) return ["expired", `It expired on ${day(expiresAt)}.`];
  return undefined;
}

function day(time: string): string {
  return time.slice(0, 10);
}
