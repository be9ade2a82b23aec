import type { Facts, OutletFacts } from "../analysis/index.ts";
import type { Campaign, Workspace } from "../model/index.ts";
import type { CompiledPlan, Question } from "../plan/index.ts";
import type { Finding, RuleMeta } from "../source/index.ts";

/**
 * A rule is data and a pure generator. Its meta is its page in the docs, its tests, its `explain` text.
 *
 * Three kinds, by what they look at: one campaign, the whole workspace, or the compiled plan. What no machine can decide
 * about a campaign a rule asks of a named role; the answer is signed, and is never a tick of ours.
 */
export type Rule =
  | {
      readonly meta: RuleMeta;
      readonly looksAt: "campaign";
      readonly check: CampaignCheck;
      readonly asks?: CampaignQuestions;
    }
  | { readonly meta: RuleMeta; readonly looksAt: "workspace"; readonly check: WorkspaceCheck }
  | { readonly meta: RuleMeta; readonly looksAt: "plan"; readonly check: PlanCheck };

export type CampaignCheck = (campaign: Campaign, facts: Facts) => Iterable<Finding>;
export type WorkspaceCheck = (workspace: Workspace, facts: Facts) => Iterable<Finding>;
export type PlanCheck = (compiled: CompiledPlan, campaign: Campaign) => Iterable<Finding>;

/** A question of the rule that asks it; about the words of a translation, with its language. */
export type Asked = Omit<Question, "rule" | "language"> & { readonly language?: string };
export type CampaignQuestions = (campaign: Campaign, facts: Facts) => Iterable<Asked>;

/** A rule over one campaign, with what it asks of people beside what it finds. */
export function rule(meta: RuleMeta, check: CampaignCheck, asks?: CampaignQuestions): Rule {
  return { meta, looksAt: "campaign", check, ...(asks && { asks }) };
}

/** A rule over everything at once: the library, or campaigns side by side. */
export function workspaceRule(meta: RuleMeta, check: WorkspaceCheck): Rule {
  return { meta, looksAt: "workspace", check };
}

/** A rule over what would run, checked after lowering. */
export function planRule(meta: RuleMeta, check: PlanCheck): Rule {
  return { meta, looksAt: "plan", check };
}

/**
 * A rule that looks at each outlet of a campaign by itself, and at what its playbook answers. Words that several outlets share are reported where they
 * are written, once: one mistake is one finding.
 */
export function outletRule(
  meta: RuleMeta,
  check: (outlet: OutletFacts, campaign: Campaign, facts: Facts) => Iterable<Finding>,
  asks?: CampaignQuestions,
): Rule {
  const checkAll: CampaignCheck = function* (campaign, facts) {
    const reported = new Set<string>();
    for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
      for (const finding of check(outlet, campaign, facts)) {
        const place = `${finding.at.file}:${finding.at.start}:${finding.at.end}`;
        if (!reported.has(place)) yield finding;
        reported.add(place);
      }
    }
  };
  return rule(meta, checkAll, asks);
}
