import { CONCERNS } from "../plan/index.ts";
import {
  type ApprovalStatement,
  type ForgeReview,
  MEANINGS,
  STATEMENT_TYPE,
  type Statement,
  statementBytes,
  timestamp,
  WAIVER_MEANINGS,
  WAIVER_TYPE,
  type WaiverStatement,
} from "./statement.ts";

export type ReadStatement =
  | { readonly statement: Statement }
  /** Why it is none, as a clause. */
  | { readonly broken: string };

/** No statement is longer; a comment is a sentence or two. */
export const LONGEST_STATEMENT = 32_768;

/**
 * A statement from its bytes. Exactly the bytes that `statementBytes` writes are one: a key that stands twice, another
 * order, white space or anything after the end is refused, so that two readers can never read two things.
 */
export function readStatement(bytes: Buffer): ReadStatement {
  if (bytes.length > LONGEST_STATEMENT) return { broken: `it is longer than ${LONGEST_STATEMENT} bytes` };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { broken: "it is not JSON in UTF-8" };
  }
  if (typeof value !== "object" || value === null) return { broken: "it is no statement" };
  const keys = new Keys(new Map<string, unknown>(Object.entries(value)));
  const statement = keys.isWaiver() ? keys.waiver() : keys.approval();
  if (statement === undefined) return { broken: `it has no sound ${keys.wrong()}` };
  return statementBytes(statement).equals(bytes)
    ? { statement }
    : { broken: "its bytes are not exactly those that a signature covers" };
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const COMMIT = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/;
const MOST_QUESTIONS = 100;

/** Takes one key after the other, and notes those that are not as they must be. */
class Keys {
  readonly #entries: ReadonlyMap<string, unknown>;
  readonly #wrong: string[] = [];
  readonly #taken = new Set<string>();

  constructor(entries: ReadonlyMap<string, unknown>) {
    this.#entries = entries;
  }

  isWaiver(): boolean {
    return this.#entries.get("type") === WAIVER_TYPE;
  }

  approval(): ApprovalStatement | undefined {
    const type = this.#one("type", [STATEMENT_TYPE]);
    const concern = this.#one("concern", CONCERNS);
    const meaning = this.#one("meaning", MEANINGS);
    const statement = {
      ...this.#spoken(),
      campaign: this.#text("campaign", said),
      language: this.#language(concern === "copy"),
      questions: this.#questions(),
      packet: this.#text("packet", isDigest),
      review: this.#review(),
    };
    if (type === undefined || concern === undefined || meaning === undefined || !this.#isSound())
      return undefined;
    return { ...statement, type, concern, meaning };
  }

  waiver(): WaiverStatement | undefined {
    const type = this.#one("type", [WAIVER_TYPE]);
    const meaning = this.#one("meaning", WAIVER_MEANINGS);
    const statement = { ...this.#spoken(), rule: this.#text("rule", said), place: this.#text("place", said) };
    if (type === undefined || meaning === undefined || !this.#isSound()) return undefined;
    return { ...statement, type, meaning };
  }

  /** What is not as it must be, as part of a sentence. */
  wrong(): string {
    return [...this.#wrong, ...this.#unknown()].slice(0, 3).join(", ");
  }

  #spoken() {
    return {
      organisation: this.#text("organisation", said),
      digest: this.#text("digest", isDigest),
      role: this.#text("role", said),
      signer: this.#text("signer", said),
      name: this.#text("name", said),
      signedAt: this.#text("signedAt", isTime),
      expiresAt: this.#text("expiresAt", isTime),
      comment: this.#text("comment"),
    };
  }

  #isSound(): boolean {
    return this.#wrong.length + this.#unknown().length === 0;
  }

  #unknown(): readonly string[] {
    return [...this.#entries.keys()].filter((key) => !this.#taken.has(key));
  }

  #take(key: string): unknown {
    this.#taken.add(key);
    return this.#entries.get(key);
  }

  #text(key: string, fits: (value: string) => boolean = () => true): string {
    const value = this.#take(key);
    if (isText(value) && fits(value)) return value;
    this.#wrong.push(key);
    return "";
  }

  #one<T extends string>(key: string, values: readonly T[]): T | undefined {
    const written = this.#take(key);
    const found = values.find((value) => value === written);
    if (found === undefined) this.#wrong.push(key);
    return found;
  }

  /** Of copy, and of nothing else. */
  #language(isCopy: boolean): string | null {
    const value = this.#take("language");
    if (isCopy ? isText(value) && said(value) : value === null) return isText(value) ? value : null;
    this.#wrong.push("language");
    return null;
  }

  #questions(): readonly string[] {
    const value = this.#take("questions");
    if (Array.isArray(value) && value.length <= MOST_QUESTIONS && value.every(isText)) return value;
    this.#wrong.push("questions");
    return [];
  }

  #review(): ForgeReview | null {
    const value = this.#take("review");
    if (value === null) return null;
    if (typeof value === "object" && value !== undefined) {
      const keys = new Keys(new Map<string, unknown>(Object.entries(value)));
      const forge = keys.#one("forge", ["github"]);
      const id = keys.#take("id");
      const review = {
        account: keys.#text("account", said),
        commit: keys.#text("commit", (commit) => COMMIT.test(commit)),
        importedBy: keys.#text("importedBy", said),
      };
      if (forge !== undefined && typeof id === "number" && Number.isSafeInteger(id) && keys.#isSound())
        return { ...review, forge, id };
    }
    this.#wrong.push("review");
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.isWellFormed();
}

function said(value: string): boolean {
  return value.trim() !== "";
}

function isDigest(value: string): boolean {
  return DIGEST.test(value);
}

function isTime(value: string): boolean {
  return TIME.test(value) && timestamp(Date.parse(value)) === value;
}
