import type { Facts } from "../analysis/index.ts";
import type { Campaign, Workspace } from "../model/index.ts";
import type { CompiledPlan, Question } from "../plan/index.ts";
import { type Diagnostic, diagnose, type Finding, type Outcome, type RuleMeta } from "../source/index.ts";
import { INTERNAL } from "./internal.ts";
import { JUDGED_ANEW, type Judgements, watched } from "./judging.ts";
import { RULES } from "./registry.ts";
import type { Rule } from "./rule.ts";
import { checkRuleSettings } from "./settle.ts";

/** What the rules ask about a campaign, in the order of codes. */
export type Questions = (campaign: Campaign) => readonly Question[];

/**
 * What the rules ask about campaigns, and what they find in them and in the workspace as a whole.
 *
 * @param unread what was wrong with the files themselves: what they leave out may stand in the part that nobody could read
 */
export function checkWorkspace(
  workspace: Workspace,
  facts: Facts,
  unread: readonly Diagnostic[],
  judgements: Judgements = JUDGED_ANEW,
): Outcome<Questions> {
  const found: Diagnostic[] = [...checkRuleSettings(workspace)];
  const broken = new Set(unread.map(({ at }) => at.file));
  const own = new Set(workspace.campaigns.map(({ file }) => file));
  const sharedIsBroken = [...broken].some((file) => !own.has(file));
  for (const rule of RULES) {
    if (rule.looksAt !== "workspace" || isLeftOut(rule, workspace)) continue;
    found.push(...findings(rule.meta, undefined, () => rule.check(workspace, facts)));
  }
  const isWhole = ({ file }: Campaign) => !sharedIsBroken && !broken.has(file);
  const asked = new Map<Campaign, readonly Question[]>();
  const judging = judgements.of(workspace);
  for (const campaign of workspace.campaigns) {
    const judged = judging(campaign, isWhole(campaign) ? "whole" : "broken", () => {
      const { facts: own, sawOthers } = watched(facts);
      const { value, diagnostics } = judge(campaign, own, isWhole(campaign));
      return { found: diagnostics, asked: value, byItself: !sawOthers() };
    });
    if (judged.asked !== undefined) asked.set(campaign, judged.asked);
    found.push(...judged.found);
  }
  // A campaign that was judged before is asked about when somebody wants to know.
  const questions: Questions = (campaign) =>
    asked.get(campaign) ?? judge(campaign, facts, isWhole(campaign)).value;
  return { value: questions, diagnostics: found };
}

/** All rules of one campaign before the next: the facts about its words are large, and kept for one campaign. */
function judge(campaign: Campaign, facts: Facts, isWhole: boolean): Outcome<readonly Question[]> {
  const found: Diagnostic[] = [];
  const asked: Question[] = [];
  for (const rule of RULES) {
    if (rule.looksAt !== "campaign" || isLeftOut(rule, facts.workspace)) continue;
    if (rule.meta.absence && !isWhole) continue;
    found.push(...findings(rule.meta, campaign, () => rule.check(campaign, facts)));
    const asks = guarded(rule.meta, campaign, () => [...(rule.asks?.(campaign, facts) ?? [])]);
    asked.push(...asks.value.map((question) => ({ language: null, ...question, rule: rule.meta.name })));
    found.push(...asks.diagnostics);
  }
  return { value: asked, diagnostics: found };
}

/** What the rules find in plans: what would run, not what was written. Plans are made only if a rule looks at them. */
export function checkPlans(
  plans: () => readonly CompiledPlan[],
  workspace: Workspace,
): readonly Diagnostic[] {
  const campaigns = new Map(workspace.campaigns.map((campaign) => [campaign.id, campaign]));
  return RULES.flatMap((rule) =>
    rule.looksAt !== "plan" || isLeftOut(rule, workspace)
      ? []
      : plans().flatMap((compiled) => {
          const campaign = campaigns.get(compiled.campaign);
          return campaign ? findings(rule.meta, campaign, () => rule.check(compiled, campaign)) : [];
        }),
  );
}

/** A rule of a pack that the organisation does not work by; the packet names the packs that were left out. */
function isLeftOut({ meta: { pack } }: Rule, { packs }: Workspace): boolean {
  return pack !== undefined && !packs.applies(pack);
}

function findings(
  meta: RuleMeta,
  campaign: Campaign | undefined,
  check: () => Iterable<Finding>,
): readonly Diagnostic[] {
  const { value, diagnostics } = guarded(meta, campaign, () =>
    [...check()].map((finding) =>
      diagnose(
        meta,
        campaign && finding.campaign === undefined ? { ...finding, campaign: campaign.id } : finding,
      ),
    ),
  );
  return [...value, ...diagnostics];
}

/** A rule that crashes has not passed: its crash is a finding of its own, with exit code 3. */
function guarded<T>(
  meta: RuleMeta,
  campaign: Campaign | undefined,
  run: () => readonly T[],
): Outcome<readonly T[]> {
  try {
    return { value: run(), diagnostics: [] };
  } catch (crash) {
    const internal = diagnose(INTERNAL, {
      at: campaign?.at ?? { file: "recare.yaml", start: 0, end: 0 },
      message: `the rule ${meta.name} stopped with an internal error: ${crash instanceof Error ? crash.message : String(crash)}`,
      ...(campaign && { campaign: campaign.id }),
    });
    return { value: [], diagnostics: [internal] };
  }
}
