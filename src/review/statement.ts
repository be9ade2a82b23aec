import { CONCERNS, type Concern, canonicalJson } from "../plan/index.ts";

/** What SSH signatures of statements are made for: a signature for anything else, such as a commit, is none. */
export const APPROVAL_NAMESPACE = "approval.v1@recare.dev";

export const STATEMENT_TYPE = "recare.approval/1";

/**
 * What a person says about one concern of one campaign, and signs.
 *
 * The words are those of 21 CFR 11.50 (printed name, date and time, meaning), as a vocabulary: nothing here claims to
 * meet that part. The digest ties the statement to the content, and holds organisation, campaign and concern itself,
 * so that a statement cannot be carried elsewhere.
 */
export interface ApprovalStatement {
  readonly type: typeof STATEMENT_TYPE;
  readonly organisation: string;
  readonly campaign: string;
  readonly concern: Concern;
  /** `sha256:…` of the concern, from the compiled plan. */
  readonly digest: string;
  readonly meaning: Meaning;
  /** The role in which the person speaks. */
  readonly role: string;
  /** The name under which `trust/allowed_signers` knows the person. */
  readonly signer: string;
  /** As the person writes it. */
  readonly name: string;
  /** What the signer says; nothing proves it. UTC, to the second. */
  readonly signedAt: string;
  readonly expiresAt: string;
  /** `sha256:…` of the packet that was read: evidence, never relied on. */
  readonly packet: string;
  readonly comment: string;
}

/** `rejected` and `withdrawn` win over `approved` for the same digest, whoever signed first. */
export const MEANINGS = ["approved", "rejected", "withdrawn"] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The bytes that are signed: canonical JSON and a line feed. */
export function statementBytes(statement: ApprovalStatement): Buffer {
  return Buffer.from(`${canonicalJson({ ...statement })}\n`, "utf8");
}

export type ReadStatement =
  | { readonly statement: ApprovalStatement }
  /** Why it is none, as a clause. */
  | { readonly broken: string };

/** No statement is longer; a comment is a sentence or two. */
const LONGEST = 16_384;

/**
 * A statement from its bytes. Exactly the bytes that `statementBytes` writes are one: a key that stands twice, another
 * order, white space or anything after the end is refused, so that two readers can never read two things.
 */
export function readStatement(bytes: Buffer): ReadStatement {
  if (bytes.length > LONGEST) return { broken: `it is longer than ${LONGEST} bytes` };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { broken: "it is not JSON in UTF-8" };
  }
  if (typeof value !== "object" || value === null) return { broken: "it is no statement" };
  const entries = new Map<string, unknown>(Object.entries(value));
  const statement = statementOf(entries);
  if ("broken" in statement) return statement;
  if (!statementBytes(statement.statement).equals(bytes))
    return { broken: "its bytes are not exactly those that a signature covers" };
  return statement;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** UTC to the second, as statements write it; nothing for what is no time. */
export function timestamp(milliseconds: number): string | undefined {
  return Number.isNaN(milliseconds) ? undefined : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function statementOf(entries: ReadonlyMap<string, unknown>): ReadStatement {
  const wrong: string[] = [];
  const text = (key: string, fits: (value: string) => boolean = () => true): string => {
    const value = entries.get(key);
    if (typeof value === "string" && value.isWellFormed() && fits(value)) return value;
    wrong.push(key);
    return "";
  };
  const one = <T extends string>(key: string, values: readonly T[]): T | undefined => {
    const found = values.find((value) => value === entries.get(key));
    if (found === undefined) wrong.push(key);
    return found;
  };
  const digest = (value: string) => DIGEST.test(value);
  const time = (value: string) => TIME.test(value) && timestamp(Date.parse(value)) === value;
  const said = (value: string) => value.trim() !== "";

  const type = one("type", [STATEMENT_TYPE]);
  const concern = one("concern", CONCERNS);
  const meaning = one("meaning", MEANINGS);
  const words = {
    organisation: text("organisation", said),
    campaign: text("campaign", said),
    digest: text("digest", digest),
    role: text("role", said),
    signer: text("signer", said),
    name: text("name", said),
    signedAt: text("signedAt", time),
    expiresAt: text("expiresAt", time),
    packet: text("packet", digest),
    comment: text("comment"),
  };
  const statement = { ...words, type, concern, meaning };
  const unknown = [...entries.keys()].filter((key) => !(key in statement));
  if (
    type === undefined ||
    concern === undefined ||
    meaning === undefined ||
    wrong.length + unknown.length > 0
  )
    return { broken: `it has no sound ${[...wrong, ...unknown].slice(0, 3).join(", ")}` };
  return { statement: { ...words, type, concern, meaning } };
}
