import type { Facts } from "../../analysis/index.ts";
import type { EvidenceFile } from "../../evidence/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import type { Diagnostic, Span } from "../../source/index.ts";
import type { Identity, PacketModel, SourcePlace, Verified } from "../model.ts";
import { answeringOf } from "./answering.ts";
import { approvalsOf } from "./approvals.ts";
import { audienceOf } from "./audience.ts";
import { checklistsOf } from "./checklists.ts";
import { claimsOf } from "./claims.ts";
import { lastResults, packetReach, packetSimulation } from "./evidence.ts";
import { exposureOf } from "./exposure.ts";
import { findingsOf } from "./findings.ts";
import { launchOf } from "./launch.ts";
import { limitsOf } from "./limits.ts";
import { pagesOf } from "./pages.ts";
import { questionsOf } from "./questions.ts";
import { signaturesOf } from "./signatures.ts";
import { type Base, sinceOf } from "./since.ts";
import { statementsOf } from "./statements.ts";
import { stepsOf } from "./steps.ts";
import { subjectsOf } from "./subjects.ts";
import { timingOf } from "./timing.ts";

export interface PacketInput {
  /** Nothing where the campaign has an error: it is shown all the same, so that somebody can see what is wrong. */
  readonly compiled: CompiledPlan | undefined;
  readonly campaign: Campaign;
  readonly facts: Facts;
  /** Findings of this campaign. */
  readonly findings: readonly Diagnostic[];
  /** Line and column of a span, both from 1. */
  readonly place: (span: Span) => SourcePlace;
  /** The day of the check, ISO date. */
  readonly today: string;
  /** What the campaign is held against; nothing where nobody named a base. */
  readonly base?: Base | undefined;
  /** What verification found of this campaign; nothing where nobody verified. */
  readonly verified?: Verified | undefined;
  /** What somebody measured and put beside the campaigns, in the order of its files. */
  readonly evidence?: readonly EvidenceFile[] | undefined;
}

/** All that a packet says about one campaign. Pure: the same campaign, findings and day give an equal value. */
export function packetModel(input: PacketInput): PacketModel {
  const { compiled, campaign, facts, findings, place, today, base, verified, evidence = [] } = input;
  const signatures = signaturesOf(compiled, facts.workspace.trust.required);
  const subjects = subjectsOf(compiled, facts.workspace.trust.required);
  const since = base === undefined ? null : sinceOf(campaign.id, { compiled, subjects, base, place });
  const former = base?.plans.find(({ digest }) => digest === since?.plan)?.plan;
  const steps = stepsOf(campaign, facts, place);
  const claims = claimsOf(campaign, facts, today);
  const reach = compiled === undefined ? null : packetReach(evidence, compiled);
  const packet = {
    format: "recare.packet/1" as const,
    identity: identityOf(campaign, facts, today, lastResults(evidence, campaign.id)),
    build: compiled === undefined ? null : { plan: compiled.digest, compiler: compiled.provenance.compiler },
    signatures,
    subjects,
    approvals: approvalsOf(subjects, verified?.states, since),
    since,
    questions: questionsOf(compiled),
    findings: findingsOf(findings, place),
    steps,
    pages: pagesOf(campaign, facts),
    test: campaign.test === undefined ? null : pick(campaign.test),
    timing: timingOf(campaign),
    audience: audienceOf(campaign, facts, today, former),
    exposure: exposureOf(campaign, facts),
    claims,
    answering: answeringOf(campaign, facts),
    simulation: compiled === undefined ? null : packetSimulation(evidence, compiled),
    reach,
    statements: statementsOf(campaign, facts, claims),
    checklists: checklistsOf(campaign, claims),
    limits: limitsOf(campaign, facts, steps, reach),
  };
  return { ...packet, launch: launchOf(packet, verified?.objections) };
}

function identityOf(
  campaign: Campaign,
  { workspace }: Facts,
  today: string,
  results: string | null,
): Identity {
  const { organization } = workspace;
  return {
    organization: organization.name,
    sender: organization.sender.value,
    emailFrom: organization.emailFrom?.value ?? null,
    campaign: campaign.id,
    title: campaign.title,
    file: campaign.file,
    scenario: { id: campaign.scenario.id, about: campaign.scenario.about },
    goal: campaign.goal?.text ?? null,
    lastResults: results,
    owner:
      campaign.owner === undefined ? null : { team: campaign.owner.team.id, lead: campaign.owner.team.lead },
    languages: campaign.languages,
    starts: campaign.starts ?? null,
    ends: campaign.ends ?? null,
    checkedOn: today,
  };
}

function pick({ step, change, winner }: NonNullable<Campaign["test"]>): PacketModel["test"] {
  return { step, change, winner };
}
