import { compile } from "../../compile.ts";
import { lastCommitOf, Problem, readRevision } from "../../host/index.ts";
import { type CompiledPlan, type SubjectDigest, subjectName } from "../../plan/index.ts";
import { type Change, compare, type Signoff } from "../../review/index.ts";
import type { Judged } from "./judged.ts";

/** Finds what somebody signed, where the history of the repository still has it, to say what changed since. */
export class SignedBefore {
  private readonly compiled = new Map<string, readonly CompiledPlan[]>();

  constructor(
    private readonly judged: Judged,
    private readonly root: string,
    private readonly today: string,
  ) {}

  /** What changed since a stale signature, from the gravest; nothing where what it signed is not to be found. */
  changesSince(
    { path, signedDigest, concern, language }: Signoff,
    campaign: string,
  ): readonly Change[] | null {
    const now = this.judged.plans.find((plan) => plan.campaign === campaign);
    if (now === undefined || path === undefined) return null;
    const revisions = [lastCommitOf(this.root, path), "HEAD", this.judged.trusted.revision?.commit];
    for (const revision of new Set(revisions.filter((name) => name !== undefined))) {
      const then = this.plansOf(revision).find(
        (plan) => plan.campaign === campaign && digestOf(plan, { concern, language }) === signedDigest,
      );
      if (then === undefined) continue;
      const [review] = compare([then], [now]);
      return review?.changes.filter(({ concerns }) => concerns.includes(concern)) ?? null;
    }
    return null;
  }

  private plansOf(revision: string): readonly CompiledPlan[] {
    const known = this.compiled.get(revision);
    if (known !== undefined) return known;
    const plans = this.read(revision);
    this.compiled.set(revision, plans);
    return plans;
  }

  /** What cannot be read any more tells nothing, and is no reason to fail: the signature is stale either way. */
  private read(revision: string): readonly CompiledPlan[] {
    try {
      const { files, assets, baseline } = readRevision(this.root, revision);
      return compile({ files, assets, today: this.today, baseline }).plans;
    } catch (thrown) {
      if (thrown instanceof Problem) return [];
      throw thrown;
    }
  }
}

function digestOf(
  { subjects }: CompiledPlan,
  asked: Pick<SubjectDigest, "concern" | "language">,
): string | undefined {
  return subjects.find((subject) => subjectName(subject) === subjectName(asked))?.digest;
}
