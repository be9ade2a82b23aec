import { type Facts, lazy } from "../analysis/index.ts";
import type { Campaign } from "../model/index.ts";
import { canonicalJson } from "./canonical.ts";
import { concernDigests, sha256, subjectDigests } from "./digest.ts";
import { lowerAssign, lowerAudience, lowerConsent } from "./lower-audience.ts";
import { lowerConditions } from "./lower-condition.ts";
import { lowerMeasure, lowerRespond } from "./lower-operations.ts";
import { lowerAssumptions, lowerDeclarations, lowerFlows } from "./lower-privacy.ts";
import { lowerSteps } from "./lower-steps.ts";
import { lowerCaps, lowerWindows } from "./lower-timing.ts";
import { wordsByLanguage } from "./lower-words.ts";
import { SourceMap } from "./source-map.ts";
import type { Assumed, CompiledPlan, Plan, Provenance, Question } from "./types.ts";
import { COMPILER_VERSION } from "./version.ts";

/**
 * A campaign without errors as an executable plan, with its digests and where each part of it is written.
 *
 * The plan depends on no clock and no environment: the same campaign gives the same bytes on any machine.
 *
 * @param questions what the rules could not decide about it
 * @param assumed what was found about it and may stand
 */
export function lower(
  campaign: Campaign,
  facts: Facts,
  questions: readonly Question[],
  assumed: Assumed,
): CompiledPlan {
  const sources = new SourceMap();
  const { organization } = facts.workspace;
  const keyOf = (key: string) => campaign.keys.get(key);
  const plan: Plan = {
    format: "recare.plan/1",
    identity: sources.mark(campaign.at, {
      organisation: organization.id,
      campaign: campaign.id,
      was: campaign.was,
      title: campaign.title,
      scenario: campaign.scenario.id,
      starts: campaign.starts ?? null,
      ends: campaign.ends ?? null,
      priority: campaign.priority,
    }),
    audience: lowerAudience(campaign, facts, sources),
    assign: lowerAssign(campaign, sources),
    consent: sources.mark(
      keyOf("recipients") ?? organization.channels.sms.at,
      lowerConsent(campaign, organization),
    ),
    languages: campaign.languages,
    sender: sources.mark(organization.sender.at, {
      name: organization.sender.value,
      email: organization.emailFrom?.value ?? null,
      unsubscribe: organization.unsubscribeUrl?.value ?? null,
      help: wordsByLanguage(organization.smsHelp),
      replies: organization.smsReplies?.value ?? "read",
    }),
    steps: lowerSteps(campaign, facts, sources),
    windows: lowerWindows(campaign, facts, sources),
    caps: lowerCaps(campaign, sources),
    pace: sources.mark(keyOf("pace"), { per_day: campaign.pace.perDay ?? null }),
    flows: lowerFlows(campaign, facts, sources),
    questions,
    assumptions: lowerAssumptions(campaign, facts, assumed),
    // What a campaign does not say itself comes with its scenario.
    stop: sources.mark(keyOf("stop_when") ?? keyOf("scenario"), {
      on: campaign.scenario.stopOn,
      when: lowerConditions(campaign.stopWhen, sources),
    }),
    pause: sources.mark(keyOf("pause_when") ?? keyOf("scenario"), {
      on: campaign.scenario.pauseOn,
      when: lowerConditions(campaign.pauseWhen, sources),
    }),
    respond: lowerRespond(campaign, facts.workspace, sources),
    measure: lowerMeasure(campaign, sources),
    declarations: lowerDeclarations(campaign, sources),
  };
  // A check asks for the plan alone, so its bytes and digests are made on first use.
  const json = lazy(() => canonicalJson(plan));
  const digest = lazy(() => sha256(json()));
  const concerns = lazy(() => concernDigests(plan));
  const subjects = lazy(() => subjectDigests(plan));
  const provenance = lazy(
    (): Provenance => ({
      format: "recare.provenance/1",
      compiler: COMPILER_VERSION,
      plan: digest(),
      concerns: concerns(),
      subjects: subjects(),
      sources: sources.linksOf(plan),
    }),
  );
  return {
    campaign: campaign.id,
    plan,
    get json() {
      return json();
    },
    get digest() {
      return digest();
    },
    get concerns() {
      return concerns();
    },
    get subjects() {
      return subjects();
    },
    get provenance() {
      return provenance();
    },
  };
}
