import type { Concern } from "../plan/index.ts";
import { allows, verifySignature } from "./sshsig/index.ts";
import { APPROVAL_NAMESPACE, type ApprovalStatement, readStatement } from "./statement.ts";
import type { Trust } from "./trust.ts";

/** A statement as it lies in `approvals/`: its exact bytes, and the signature beside it. */
export interface SignedFile {
  /** `approvals/missed-visit/copy.dana-clinic-example.json` */
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
  readonly statement: ApprovalStatement | undefined;
  /** Fingerprint of the key that signed; nothing where no signature is genuine. */
  readonly key: string | undefined;
}

/** What statements are judged against. */
export interface Circumstances {
  readonly trust: Trust;
  readonly organisation: string;
  /** Digests of the compiled plans, by campaign. Never read from a file. */
  readonly digests: ReadonlyMap<string, Readonly<Record<Concern, string>>>;
  /** Everybody who wrote or pushed the change, by the names of `trust/`; nothing where nobody knows who they are. */
  readonly authors: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A clock that is a few minutes ahead signs no statement in the future. */
const CLOCKS_DIFFER = 5 * 60_000;

/** What one statement is worth today. Fails closed: only what is shown to be sound is valid. */
export function judgeStatement(file: SignedFile, circumstances: Circumstances): JudgedStatement {
  const { trust, organisation, digests, authors, now } = circumstances;
  const read = readStatement(file.bytes);
  const statement = "statement" in read ? read.statement : undefined;
  const verified =
    file.signature === undefined
      ? ({ genuine: false, why: "there is none" } as const)
      : verifySignature(file.bytes, file.signature, APPROVAL_NAMESPACE);
  const key = verified.genuine ? verified.key.fingerprint : undefined;
  const is = (standing: Standing, why: string): JudgedStatement => ({
    path: file.path,
    standing,
    why,
    statement,
    key,
  });

  if ("broken" in read) return is("forged", `The statement cannot be relied on: ${read.broken}.`);
  if (!verified.genuine) return is("forged", `The signature is not genuine: ${verified.why}.`);
  const { signer, role, signedAt, expiresAt, campaign, concern, digest } = read.statement;
  const { fingerprint } = verified.key;
  if (trust.revoked.has(fingerprint)) return is("revoked", `The key ${fingerprint} was revoked.`);
  const at = Date.parse(signedAt);
  const asked = { key: verified.key, principal: signer, namespace: APPROVAL_NAMESPACE, at };
  if (allows(trust.signers, asked) === undefined)
    return is("forged", `The key ${fingerprint} does not sign for ${signer} on ${signedAt.slice(0, 10)}.`);
  if (at > now + CLOCKS_DIFFER)
    return is("forged", `It says that it was signed at ${signedAt}, which is to come.`);
  if (!trust.roles.get(role)?.has(signer))
    return is("wrong role", `${signer} does not hold the role ${role}.`);
  if (trust.neverApprove.has(signer))
    return is("wrong role", `${signer} writes campaigns and approves none.`);
  const current = read.statement.organisation === organisation ? digests.get(campaign) : undefined;
  if (current === undefined)
    return is(
      "wrong campaign",
      `It is about ${campaign} of ${read.statement.organisation}, which is not built here.`,
    );
  if (authors?.has(signer)) return is("self-approval", `${signer} took part in writing what is signed.`);
  if (current[concern] !== digest)
    return is(
      "stale",
      `${concern} of ${campaign} has changed since ${signer} signed it on ${signedAt.slice(0, 10)}.`,
    );
  if (now >= Date.parse(expiresAt)) return is("expired", `It expired on ${expiresAt.slice(0, 10)}.`);
  return is("valid", `${signer} signed ${concern} as ${role} on ${signedAt.slice(0, 10)}.`);
}

/** Where a statement is kept: a file for each campaign, concern, role and signer. */
export function statementPath({ campaign, concern, role, signer }: ApprovalStatement): string {
  const word = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "");
  return `approvals/${word(campaign)}/${concern}.${word(role)}.${word(signer)}.json`;
}
