import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/cli/run.ts";
import {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  readStatement,
  type Statement,
  statementBytes,
  statementPath,
} from "../../src/review/index.ts";
import { session } from "../cli/session.ts";
import { SIGNERS } from "../review/signing.ts";
import { Keyring } from "../review/ssh-keygen.ts";

/** Who writes the campaigns: no role, and a key that signs commits. */
export const AUTHOR = "mark@agency.example";
/** Somebody whom trust does not know. */
export const MALLORY = "mallory@clinic.example";
/** Whose key repeats reviews on the forge. */
export const CI = "ci@clinic.example";

const PEOPLE = [...new Set<string>(Object.values(SIGNERS)), AUTHOR, MALLORY, CI];

/** Keys of everybody, made once: the repositories of all tests share them. */
export class People {
  readonly ring = new Keyring();
  readonly keys = new Map(PEOPLE.map((name) => [name, this.ring.make(name)]));

  /** A line of `trust/allowed_signers`. */
  line(name: string, options = `namespaces="${APPROVAL_NAMESPACE}"`): string {
    return `${name} ${options} ${this.keys.get(name)}\n`;
  }

  close(): void {
    this.ring.close();
  }
}

export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/**
 * A clinic's repository, as a clone on the machine of whoever checks a change: `main` is trusted, and `change` is checked
 * out. `close` removes it.
 */
export class Repository {
  readonly root: string;
  #input = "";

  constructor(
    readonly people: People,
    from?: Repository,
  ) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), "recare-clinic-")));
    if (from !== undefined) cpSync(from.root, this.root, { recursive: true });
    else this.#found();
  }

  #found(): void {
    cpSync(join(import.meta.dirname, "../../src/rules/base"), this.root, { recursive: true });
    const roles = Object.entries(SIGNERS).map(([role, name]) => `  ${role}: [${name}]\n`);
    this.write("trust/roles.yaml", `roles:\n${roles.join("")}accounts:\n  dreyes: ${SIGNERS.clinical}\n`);
    this.write("trust/required.yaml", "required:\n  copy: [clinical, compliance]\n");
    const lines = Object.values(SIGNERS).map((name) => this.people.line(name));
    this.write("trust/allowed_signers", [...lines, this.people.line(AUTHOR, 'namespaces="git"')].join(""));
    this.git("init", "--quiet", "--initial-branch", "main", ".");
    this.git("config", "user.name", "Mark Author");
    this.git("config", "user.email", AUTHOR);
    this.git("config", "commit.gpgsign", "false");
    this.commit("The campaign");
    this.git("checkout", "--quiet", "-b", "change");
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: this.root, stdio: ["ignore", "pipe", "pipe"] }).toString();
  }

  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
  }

  /** Commits in the name of somebody, with their key. */
  commitSigned(message: string, by: string): void {
    this.git("add", "--all");
    const key = this.people.ring.path(by);
    const format = ["-c", "gpg.format=ssh", "-c", `user.signingkey=${key}`];
    this.git(...format, "commit", "--quiet", "--allow-empty", "-S", "--message", message);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  edit(path: string, from: string | RegExp, to: string): void {
    const text = this.read(path);
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${path} does not hold ${from}`);
    this.write(path, edited);
  }

  /** What somebody who looks after trust changes on the trusted branch. */
  onMain(change: () => void): void {
    this.git("stash", "--include-untracked", "--quiet");
    this.git("checkout", "--quiet", "main");
    change();
    this.commit("Trust");
    this.git("checkout", "--quiet", "change");
    this.git("merge", "--quiet", "--no-edit", "main");
    if (this.git("stash", "list") !== "") this.git("stash", "pop", "--quiet");
  }

  /** Does something while somebody types this. */
  async typing<T>(input: string, command: () => Promise<T>): Promise<T> {
    this.#input = input;
    try {
      return await command();
    } finally {
      this.#input = "";
    }
  }

  async recare(...args: readonly string[]): Promise<Ended> {
    const base = session(this.#input);
    await run(args, { ...base, cwd: this.root, env: { HOME: this.root, RECARE_TODAY: "2026-11-25" } });
    return base.said;
  }

  /** Everybody signs what they are asked for, as people do. */
  async signAll(): Promise<void> {
    for (const { concern, language, role } of await this.signoffs()) {
      const of = language === null ? [] : ["--language", language];
      const by = SIGNERS[role as keyof typeof SIGNERS];
      await this.approve(by, "--concern", concern, ...of, "--role", role);
    }
  }

  async approve(by: string, ...args: readonly string[]): Promise<Ended> {
    const key = this.people.ring.path(by);
    const ended = await this.recare(
      "approve",
      "missed-visit",
      ...args,
      "--trust-ref",
      "main",
      "--yes",
      "--key",
      key,
    );
    if (ended.code !== 0) throw new Error(`${by} could not sign: ${ended.err}`);
    return ended;
  }

  /** Puts a statement with a signature where it belongs, whoever signs it. */
  forge(statement: Statement, by: string, purpose = APPROVAL_NAMESPACE): string {
    const bytes = statementBytes(statement);
    return this.place(statementPath(statement), bytes, this.people.ring.sign(by, purpose, bytes));
  }

  place(path: string, bytes: Buffer, signature: string): string {
    this.write(path, bytes.toString("utf8"));
    this.write(`${path}.sig`, signature);
    return path;
  }

  /** A statement that lies in the repository. */
  statement(name: string): ApprovalStatement {
    const read = readStatement(readFileSync(join(this.root, "approvals/missed-visit", name)));
    if (!("statement" in read) || read.statement.type !== "recare.approval/1")
      throw new Error(`no approval ${name}`);
    return read.statement;
  }

  /** What `recare verify` finds, and what it ends with. */
  async verification(...args: readonly string[]): Promise<VerificationJson & { readonly code: number }> {
    const asked = ["--trust-ref", "main", "--author", AUTHOR, "--format", "json", ...args];
    const { out, err, code } = await this.recare("verify", ...asked);
    if (out === "") throw new Error(err);
    return { ...JSON.parse(out), code };
  }

  async signoffs(...args: readonly string[]): Promise<readonly SignoffJson[]> {
    const { campaigns } = await this.verification(...args);
    return signoffsIn(campaigns);
  }

  /** `copy/en/clinical: stale`, for every sign-off that does not stand. */
  missingIn(campaigns: VerificationJson["campaigns"]): readonly string[] {
    return signoffsIn(campaigns)
      .filter(({ standing }) => standing !== "valid")
      .map(({ concern, language, role, standing }) =>
        [concern, ...(language === null ? [] : [language]), `${role}: ${standing}`].join("/"),
      );
  }

  async missing(...args: readonly string[]): Promise<readonly string[]> {
    return this.missingIn((await this.verification(...args)).campaigns);
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

interface SignoffJson {
  readonly concern: string;
  readonly language: string | null;
  readonly role: string;
  readonly standing: string;
  readonly why: string;
  readonly grade: string | null;
  readonly since: readonly { readonly about: string }[] | null;
}

export interface VerificationJson {
  readonly notes: readonly string[];
  readonly authors: readonly string[] | null;
  readonly others: readonly { readonly path: string; readonly standing: string; readonly why: string }[];
  readonly campaigns: readonly {
    readonly campaign: string;
    readonly signed: boolean;
    readonly approved: boolean;
    readonly signoffs: readonly SignoffJson[] | null;
  }[];
}

function signoffsIn(campaigns: VerificationJson["campaigns"]): readonly SignoffJson[] {
  return campaigns.flatMap(({ campaign, signoffs }) => (campaign === "missed-visit" ? (signoffs ?? []) : []));
}
