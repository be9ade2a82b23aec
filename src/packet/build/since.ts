import { dueDays } from "../../analysis/index.ts";
import { CHANNELS } from "../../model/index.ts";
import { CONCERNS, type CompiledPlan, type Plan } from "../../plan/index.ts";
import type { Change, Review } from "../../review/index.ts";
import type { Span } from "../../source/index.ts";
import type { FormerStep, PacketChange, PacketSubject, Since, SourcePlace } from "../model.ts";

/** A revision that campaigns are held against, with what the comparison found. */
export interface Base {
  /** Of this base and the workspace that the packets are made of. */
  readonly review: Review;
  readonly plans: readonly CompiledPlan[];
  /** Line and column in the texts of the base, both from 1. */
  readonly place: (span: Span) => SourcePlace;
}

interface Compared {
  /** Nothing where the campaign has an error now. */
  readonly compiled: CompiledPlan | undefined;
  readonly subjects: readonly PacketSubject[];
  readonly base: Base;
  /** In the texts of now. */
  readonly place: (span: Span) => SourcePlace;
}

/** What changed in one campaign since the base. */
export function sinceOf(campaign: string, { compiled, subjects, base, place }: Compared): Since {
  const { review } = base;
  const changed = review.campaigns.find((each) => each.campaign === campaign);
  const id = changed?.formerly ?? campaign;
  const former = base.plans.find((plan) => plan.campaign === id);
  const broken = review.unreadable.some((each) => each.campaign === campaign);
  const isNew = former === undefined && !broken;
  return {
    base: review.base,
    head: review.head,
    standing: broken ? "cannot tell" : isNew ? "new" : "compared",
    plan: former?.digest ?? null,
    formerly: changed?.formerly ?? null,
    changed: broken || isNew ? CONCERNS : (changed?.changed ?? []),
    sign: broken || isNew ? subjects : (changed?.sign ?? []),
    changes: (changed?.changes ?? []).map((change) => placed(change, base.place, place)),
    steps: former === undefined ? [] : formerSteps(former.plan, compiled?.plan),
  };
}

/** A change with lines and columns in the place of spans. */
function placed(
  change: Change,
  inBase: (span: Span) => SourcePlace,
  inHead: (span: Span) => SourcePlace,
): PacketChange {
  const { base, head } = change.at;
  const at = {
    base: base === null ? null : justPlace(inBase(base)),
    head: head === null ? null : justPlace(inHead(head)),
  };
  return { ...change, at };
}

function justPlace({ file, line, column }: SourcePlace): SourcePlace {
  return { file, line, column };
}

function formerSteps(base: Plan, head: Plan | undefined): readonly FormerStep[] {
  const firstContacts = base.audience.segments.map(({ when, first_contact }) => ({
    wait: first_contact ?? undefined,
    otherwise: when === null,
  }));
  const days = dueDays(
    base.steps.map(({ to, when }) => ({ to, wait: when.wait })),
    firstContacts,
  );
  return base.steps.flatMap(({ id, channel: name }, i) => {
    const channel = CHANNELS.find((each) => each === name);
    const due = days[i];
    if (channel === undefined || due === undefined) return [];
    const now = head?.steps.find((step) => step.id === id || step.when.was.includes(id));
    return [{ id, now: now?.id ?? null, channel, earliest: due.earliest, latest: due.latest }];
  });
}
