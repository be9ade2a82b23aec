import { type Concern, canonicalJson, type Subject } from "../plan/index.ts";

/** What SSH signatures of statements are made for: a signature for anything else, such as a commit, is none. */
export const APPROVAL_NAMESPACE = "approval.v1@recare.dev";

export const STATEMENT_TYPE = "recare.approval/1";
export const WAIVER_TYPE = "recare.waiver/1";

/**
 * Who speaks, in which role, and for how long.
 *
 * The words are those of 21 CFR 11.50 (printed name, date and time, meaning), as a vocabulary: nothing here claims to
 * meet that part.
 */
type Spoken = {
  readonly organisation: string;
  /** `sha256:…` of what is spoken about. */
  readonly digest: string;
  /** The role in which the person speaks. */
  readonly role: string;
  /** The name under which `trust/allowed_signers` knows the person. */
  readonly signer: string;
  /** As the person writes it. */
  readonly name: string;
  /** What the signer says; nothing proves it. UTC, to the second. */
  readonly signedAt: string;
  readonly expiresAt: string;
  readonly comment: string;
};

/**
 * What a person says about one concern of one campaign, or one language of its copy, and signs.
 *
 * The digest ties the statement to the content, and holds organisation, campaign, concern and language itself, so that
 * a statement cannot be carried elsewhere.
 */
export type ApprovalStatement = Spoken &
  Subject & {
    readonly type: typeof STATEMENT_TYPE;
    readonly campaign: string;
    readonly concern: Concern;
    readonly meaning: Meaning;
    /** What no machine can decide, and this role answered with yes: the plan's own questions, in its order. */
    readonly questions: readonly string[];
    /** `sha256:…` of the packet that was read: evidence, never relied on. */
    readonly packet: string;
    /** A review on the forge that this only repeats: the weaker grade. */
    readonly review: ForgeReview | null;
  };

/** Where a person approved on the forge, and whose key vouches for it. */
export type ForgeReview = {
  readonly forge: "github";
  /** Of the review, as the forge counts. */
  readonly id: number;
  readonly account: string;
  /** The commit that was reviewed. */
  readonly commit: string;
  /** The name in `trust/allowed_signers` whose key signs this statement. */
  readonly importedBy: string;
};

/** What a person says of one finding that shall stand: a waiver of a rule that asks for a signature. */
export type WaiverStatement = Spoken & {
  readonly type: typeof WAIVER_TYPE;
  readonly meaning: (typeof WAIVER_MEANINGS)[number];
  /** Name of the rule. */
  readonly rule: string;
  /** Structural path of what the comment covers. */
  readonly place: string;
};

export type Statement = ApprovalStatement | WaiverStatement;

/** `rejected` and `withdrawn` win over `approved` for the same digest, whoever signed first. */
export const MEANINGS = ["approved", "rejected", "withdrawn"] as const;
export type Meaning = (typeof MEANINGS)[number];
export const WAIVER_MEANINGS = ["waived", "withdrawn"] as const;

/** The bytes that are signed: canonical JSON and a line feed. */
export function statementBytes(statement: Statement): Buffer {
  return Buffer.from(`${canonicalJson({ ...statement })}\n`, "utf8");
}

/** UTC to the second, as statements write it; nothing for what is no time. */
export function timestamp(milliseconds: number): string | undefined {
  return Number.isNaN(milliseconds) ? undefined : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The last day on which a statement counts, ISO date: it ends at the moment that it names. */
export function lastDayOf(expiresAt: string): string {
  return timestamp(Date.parse(expiresAt) - 1000)?.slice(0, 10) ?? "";
}

/**
 * Where a statement is kept: a file for each campaign, concern, language, role and signer. A refusal has its own, so that
 * it stands beside the approval that it takes back.
 *
 * @example statementPath(statement) // "approvals/missed-visit/copy.es.translation.tom-clinic-example.json"
 */
export function statementPath(statement: Statement): string {
  const { role, signer, meaning } = statement;
  const end = [
    word(role),
    word(signer),
    ...(meaning === "approved" || meaning === "waived" ? [] : [meaning]),
  ];
  if (statement.type === WAIVER_TYPE) {
    const { rule, digest } = statement;
    return `approvals/waivers/${[word(rule), digest.slice("sha256:".length).slice(0, 12), ...end].join(".")}.json`;
  }
  const { campaign, concern, language } = statement;
  const subject = language === null ? [concern] : [concern, word(language)];
  return `approvals/${word(campaign)}/${[...subject, ...end].join(".")}.json`;
}

function word(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
