import { createHash } from "node:crypto";
import type { Compilation, CompileInput } from "../../compile.ts";
import type { Campaign, Workspace } from "../../model/index.ts";
import type { Judgements, Judging } from "../../rules/index.ts";
import type { Diagnostic, Digests } from "../../source/index.ts";

/** What a check shows of a compilation. */
export interface Checked {
  readonly findings: readonly Diagnostic[];
  /** Each campaign's id, and its file. */
  readonly campaigns: readonly (readonly [id: string, file: string])[];
}

/** What is kept from one check to the next, as JSON. */
interface Kept {
  /** Every other file that somebody asked for, with its digest then; null for one that was not there. */
  readonly assets: readonly (readonly [path: string, digest: string | null])[];
  /** The last check of the whole workspace. */
  readonly whole: Checked & { readonly key: string };
  /** What the rules found in each campaign, by all that they could look at. */
  readonly judged: Readonly<Record<string, readonly Diagnostic[]>>;
}

/**
 * What was found in a workspace the last time, for as long as nothing that it rests on is different: the program, the
 * day, the campaign's file, every file that campaigns share, and the answers to all questions about other files.
 *
 * `compile` is pure, so where all of these are the same, so are its findings. What is kept is never patched: a key is
 * found with its whole answer, or the answer is worked out anew.
 */
export class Memory implements Judgements {
  private readonly assets: AskedDigests;
  private readonly judged = new Map<string, readonly Diagnostic[]>();
  private readonly before: Kept | undefined;
  private readonly key: string;

  /**
   * @param program names the build that checks; another one finds other things
   * @param kept what `text` gave after an earlier check
   */
  constructor(
    private readonly program: string,
    private readonly input: CompileInput,
    kept: string | undefined,
  ) {
    this.assets = new AskedDigests(input.assets);
    const before = keptIn(kept);
    this.before = before && this.answersAlike(before) ? before : undefined;
    this.key = this.digestOf(input.files);
  }

  /** The last check, where nothing at all is different. */
  get whole(): Checked | undefined {
    return this.before?.whole.key === this.key ? this.before.whole : undefined;
  }

  /** The input for `compile`, which keeps in mind what is asked of it. */
  get watched(): CompileInput {
    return { ...this.input, assets: this.assets };
  }

  of(workspace: Workspace): Judging {
    const texts = new Map(this.input.files.map((file) => [file.path, file]));
    const own = new Set(workspace.campaigns.map(({ file }) => file));
    const shared = this.digestOf(this.input.files.filter(({ path }) => !own.has(path)));
    return (campaign, state, judge) => {
      const key = sha256([shared, state, campaign.file, texts.get(campaign.file)?.text ?? ""]);
      const before = this.before?.judged[key];
      if (before !== undefined) {
        this.judged.set(key, before);
        return { found: before };
      }
      const judgement = judge();
      if (judgement.byItself && !judgement.found.some(isDefect)) this.judged.set(key, judgement.found);
      return judgement;
    };
  }

  /** What to keep after a check; nothing where Recare itself failed. */
  text({ findings, workspace }: Pick<Compilation, "findings" | "workspace">): string | undefined {
    if (findings.some(isDefect)) return undefined;
    const campaigns = workspace.campaigns.map(({ id, file }: Campaign) => [id, file] as const);
    const kept: Kept = {
      assets: this.assets.asked(),
      whole: { key: this.key, findings, campaigns },
      judged: Object.fromEntries(this.judged),
    };
    return `${FORMAT}\n${JSON.stringify(kept)}`;
  }

  /** Whether every question about other files is answered as it was. */
  private answersAlike({ assets }: Kept): boolean {
    return assets.every(([path, digest]) => (this.assets.get(path) ?? null) === digest);
  }

  /** Texts, and everything else that a compilation is given besides other files. */
  private digestOf(files: CompileInput["files"]): string {
    const { files: _files, assets: _assets, ...rest } = this.input;
    const texts = files.flatMap(({ path, text }) => [path, text]);
    return sha256([this.program, JSON.stringify(rest), ...texts]);
  }
}

/** A defect of ours is never kept: the next run may not have it. */
function isDefect({ code }: Diagnostic): boolean {
  return code.startsWith("Z");
}

/** Digests that remember for which files they were asked. */
class AskedDigests implements Digests {
  private readonly answers = new Map<string, string | undefined>();

  constructor(private readonly digests: Digests) {}

  get(path: string): string | undefined {
    const digest = this.digests.get(path);
    this.answers.set(path, digest);
    return digest;
  }

  asked(): Kept["assets"] {
    return [...this.answers].map(([path, digest]) => [path, digest ?? null]);
  }
}

/** Digest of texts in a row, each with its length, so that nothing can move from one to the next. */
function sha256(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest("base64url");
}

/** Of another format: one that another version wrote. */
const FORMAT = "recare findings 1";

function keptIn(text: string | undefined): Kept | undefined {
  if (text === undefined || !text.startsWith(`${FORMAT}\n`)) return undefined;
  // Written by `text` above, and read whole from a file that is this user's alone: see `KeptFile`.
  const kept: Kept = JSON.parse(text.slice(FORMAT.length + 1));
  return kept;
}
