import { createHash } from "node:crypto";
import type { CompileInput } from "../../compile.ts";
import type { Workspace } from "../../model/index.ts";
import type { Judgement, Judgements, Judging } from "../../rules/index.ts";
import type { Digests } from "../../source/index.ts";

/**
 * What the rules found and asked in each campaign, from one save to the next: a save of one campaign judges one. A
 * judgement is used again only where every text that it could look at, the day and all evidence are the same.
 */
export class JudgedBefore implements Judgements {
  private before: ReadonlyMap<string, Judgement> = new Map();
  private now = new Map<string, Judgement>();
  private evidence: AskedEvidence | undefined;
  private input: CompileInput | undefined;

  /** The input of the next compilation, which keeps in mind what is asked of it. */
  watched(input: CompileInput): CompileInput {
    const alike = this.evidence?.answersAlike(input.assets) ?? false;
    this.before = alike ? this.now : new Map();
    this.now = new Map();
    this.evidence = new AskedEvidence(input.assets);
    this.input = { ...input, assets: this.evidence };
    return this.input;
  }

  /** The same for the same evidence. */
  get evidenceDigest(): string {
    return this.evidence?.digest ?? "";
  }

  of(workspace: Workspace): Judging {
    const { files = [], assets: _, ...rest } = this.input ?? {};
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const own = new Set(workspace.campaigns.map(({ file }) => file));
    const shared = digest([
      JSON.stringify(rest),
      ...files.filter(({ path }) => !own.has(path)).flatMap(pathAndText),
    ]);
    return (campaign, state, judge) => {
      const key = digest([shared, state, campaign.file, texts.get(campaign.file) ?? ""]);
      const known = this.before.get(key);
      const judgement = known ?? judge();
      // A defect of ours is never kept: the next look may not have it.
      const isSound = judgement.byItself && !judgement.found.some(({ code }) => code.startsWith("Z"));
      if (isSound) this.now.set(key, judgement);
      return judgement;
    };
  }
}

/** Digests of other files, remembering for which somebody asked. */
class AskedEvidence implements Digests {
  private readonly answers = new Map<string, string | undefined>();

  constructor(private readonly digests: Digests) {}

  get(path: string): string | undefined {
    const answer = this.digests.get(path);
    this.answers.set(path, answer);
    return answer;
  }

  answersAlike(now: Digests): boolean {
    return [...this.answers].every(([path, answer]) => now.get(path) === answer);
  }

  get digest(): string {
    return digest([...this.answers].flatMap(([path, answer]) => [path, answer ?? ""]));
  }
}

function pathAndText({ path, text }: { readonly path: string; readonly text: string }): string[] {
  return [path, text];
}

/** Digest of texts in a row, each with its length, so that nothing can move from one to the next. */
export function digest(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest("hex");
}
