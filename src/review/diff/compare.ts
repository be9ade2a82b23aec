import {
  CONCERNS,
  type CompiledPlan,
  type Concern,
  canonicalJson,
  concernsAt,
  type Plan,
  type SourceLink,
  sha256,
} from "../../plan/index.ts";
import { compareText } from "../../source/index.ts";
import type { Change, DraftChange, Risk } from "./change.ts";
import { compareAudience } from "./compare-audience.ts";
import { compareFlows } from "./compare-flows.ts";
import { compareSteps } from "./compare-steps.ts";
import { draft, words } from "./draft.ts";
import { settingAt } from "./kinds.ts";
import { type Difference, differences } from "./settings.ts";

/** What became of one campaign between two revisions. */
export interface CampaignReview {
  readonly campaign: string;
  /** Its id in the base, where that was another. */
  readonly formerly: string | null;
  /** Digests of the two plans; null where the campaign is not there. */
  readonly base: string | null;
  readonly head: string | null;
  /** Concerns whose digests differ: only their signatures are void. */
  readonly changed: readonly Concern[];
  /** From the gravest, then by concern and subject. */
  readonly changes: readonly Change[];
}

/**
 * What changed in meaning, campaign by campaign: plans are compared, never the files that they were written in, so that
 * formatting, order and comments are no change, and an edit of something shared shows in every campaign that uses it.
 */
export function compare(
  base: readonly CompiledPlan[],
  head: readonly CompiledPlan[],
): readonly CampaignReview[] {
  const left = new Map(base.map((plan) => [plan.campaign, plan]));
  const pairs: { before: CompiledPlan | undefined; after: CompiledPlan | undefined }[] = [];
  for (const after of head) {
    const former = [after.campaign, ...after.plan.identity.was].find((id) => left.has(id));
    pairs.push({ before: former === undefined ? undefined : left.get(former), after });
    if (former !== undefined) left.delete(former);
  }
  for (const before of left.values()) pairs.push({ before, after: undefined });
  return pairs
    .map(({ before, after }) => compareCampaign(before, after))
    .sort((a, b) => compareText(a.campaign, b.campaign));
}

function compareCampaign(base: CompiledPlan | undefined, head: CompiledPlan | undefined): CampaignReview {
  const id = (head ?? base)?.campaign ?? "";
  const changed = CONCERNS.filter((concern) => base?.concerns[concern] !== head?.concerns[concern]);
  const drafts =
    base === undefined || head === undefined
      ? [wholeCampaign(base, head)]
      : unsaid(changed, compareTwo(base.plan, head.plan));
  return {
    campaign: id,
    formerly: base !== undefined && base.campaign !== id ? base.campaign : null,
    base: base?.digest ?? null,
    head: head?.digest ?? null,
    changed,
    changes: drafts.map((change) => placed(change, id, base, head)).sort(gravestFirst),
  };
}

function wholeCampaign(base: CompiledPlan | undefined, head: CompiledPlan | undefined): DraftChange {
  const added = head !== undefined;
  return draft({
    kind: "campaign",
    concerns: CONCERNS,
    subject: "campaign",
    about: `The campaign ${(head ?? base)?.campaign}`,
    rated: added
      ? {
          direction: "ADDED",
          risk: "high",
          because: "People are written to by a campaign that nobody has seen.",
        }
      : { direction: "REMOVED", risk: "low", because: "Nobody is written to by it any more." },
    before: base?.plan.identity.title,
    after: head?.plan.identity.title,
    pointers: { base: "", head: "" },
  });
}

function compareTwo(base: Plan, head: Plan): readonly DraftChange[] {
  const people = compareAudience(base.audience, head.audience);
  const flows = compareFlows(base.flows, head.flows);
  const settings = differences({ value: base, pointer: "" }, { value: head, pointer: "" }, []).filter(
    ({ path }) => {
      const [section, part] = path;
      if (section === "steps") return path[1] === "order";
      if (section === "audience") return !["anchor", "include", "exclude"].includes(part ?? "");
      if (section === "flows") return part !== "outlets" || flows.length === 0;
      return true;
    },
  );
  return [...people, ...compareSteps(base, head), ...flows, ...settings.map(settingChange)];
}

/** A difference that no comparison of its own speaks for. */
function settingChange({ path, before, after, pointers }: Difference): DraftChange {
  const [section = "", ...rest] = path;
  const known = settingAt(path);
  // What the name of the kind says already is not said again.
  const further = known === undefined ? rest : path.slice(known.path.split("/").length);
  const about = [known?.about ?? words(section), ...further.map(words)].join(": ");
  const question = section === "questions" ? questionConcern(after ?? before) : undefined;
  return draft({
    kind: known?.kind ?? section,
    concerns: question ?? concernsAt(path),
    subject: path.join("/"),
    about,
    rated: known?.rate(before, after) ?? {
      direction: before === undefined ? "ADDED" : after === undefined ? "REMOVED" : "REWORDED",
      risk: "high",
      because: "It is signed, and no rule says that it is harmless.",
    },
    before,
    after,
    pointers,
  });
}

function questionConcern(value: unknown): readonly Concern[] | undefined {
  const named = typeof value === "object" && value !== null && "concern" in value ? value.concern : undefined;
  const concern = CONCERNS.find((name) => name === named);
  return concern && [concern];
}

/** A concern whose digest changed must have a change to read: if it has none, we do not know what changed. */
function unsaid(changed: readonly Concern[], changes: readonly DraftChange[]): readonly DraftChange[] {
  const missing = changed.filter((concern) => !changes.some(({ concerns }) => concerns.includes(concern)));
  if (missing.length === 0) return changes;
  const unknown = draft({
    kind: "unknown",
    concerns: missing,
    subject: missing.join("/"),
    about: "Something that this version cannot put into words",
    rated: {
      direction: "CANNOT TELL",
      risk: "high",
      because: "The digests differ, and the two plans must be read side by side.",
    },
    before: null,
    after: null,
    pointers: { base: "", head: "" },
  });
  return [...changes, unknown];
}

function placed(
  { subject, values, pointers, words: runs, step, language, ...change }: DraftChange,
  campaign: string,
  base: CompiledPlan | undefined,
  head: CompiledPlan | undefined,
): Change {
  const key = { campaign, kind: change.kind, subject, before: values.before, after: values.after };
  return {
    id: sha256(canonicalJson(key)).slice("sha256:".length, "sha256:".length + 12),
    ...change,
    step: step ?? null,
    language: language ?? null,
    words: runs ?? null,
    at: { base: sourceOf(base, pointers?.base), head: sourceOf(head, pointers?.head) },
  };
}

/** Where the nearest part of a plan that has a place of its own is written. */
function sourceOf(plan: CompiledPlan | undefined, pointer: string | undefined): SourceLink | null {
  if (plan === undefined || pointer === undefined) return null;
  const holding = plan.provenance.sources.filter(
    (link) => pointer === link.pointer || pointer.startsWith(`${link.pointer}/`),
  );
  return holding.reduce<SourceLink | null>(
    (deepest, link) => (deepest === null || link.pointer.length > deepest.pointer.length ? link : deepest),
    null,
  );
}

const GRAVITY: Readonly<Record<Risk, number>> = { high: 0, medium: 1, low: 2 };

function gravestFirst(a: Change, b: Change): number {
  return (
    GRAVITY[a.risk] - GRAVITY[b.risk] ||
    CONCERNS.indexOf(a.concerns[0] ?? "audience") - CONCERNS.indexOf(b.concerns[0] ?? "audience") ||
    compareText(a.about, b.about) ||
    compareText(a.id, b.id)
  );
}
