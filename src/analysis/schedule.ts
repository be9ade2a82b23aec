import type { Campaign, Step } from "../model/index.ts";
import type { StepTime } from "./facts.ts";

/**
 * On which days after entry each step is due. A recipient's first wait counts from entry, later ones from that
 * recipient's step before. Business days and hours make a range; opening hours may move a step later, never earlier.
 *
 * @example three steps with waits of 1, 3 and 4 days are due on days 1, 4 and 8
 */
export function scheduleOf(campaign: Campaign): readonly StepTime[] {
  const segments = campaign.audience?.segments ?? [];
  const days = dueDays(
    campaign.steps,
    segments.map(({ firstContact, otherwise }) => ({ wait: firstContact, otherwise })),
  );
  return campaign.steps.flatMap((step, i) => {
    const due = days[i];
    return due === undefined ? [] : [{ step, ...due }];
  });
}

/** A wait as a campaign writes it, or as a plan holds it. */
interface WrittenWait {
  readonly count: number;
  readonly unit: string;
}

/** A segment's own wait before the first step, where it has one; `otherwise` takes everybody whom no other takes. */
interface FirstContact {
  readonly wait: WrittenWait | undefined;
  readonly otherwise: boolean;
}

/** The days of `scheduleOf`, from waits alone: also of a plan whose campaign nobody has. */
export function dueDays(
  steps: readonly { readonly to: Step["to"]; readonly wait: WrittenWait | undefined }[],
  segments: readonly FirstContact[],
): readonly Omit<StepTime, "step">[] {
  const reached = new Map<Step["to"], Range>();
  return steps.map(({ to, wait }) => {
    const before = reached.get(to);
    const from = before ?? { earliest: 0, latest: 0 };
    const waits = before === undefined && to === "patient" ? firstWaits(wait, segments) : [rangeOf(wait)];
    const sincePrevious = Math.min(...waits.map(({ earliest }) => earliest));
    const at = {
      earliest: from.earliest + sincePrevious,
      latest: from.latest + Math.max(...waits.map(({ latest }) => latest)),
    };
    reached.set(to, at);
    return { ...at, sincePrevious };
  });
}

/** A segment may have a first contact of its own in the place of the first step's wait. */
function firstWaits(wait: WrittenWait | undefined, segments: readonly FirstContact[]): readonly Range[] {
  if (segments.length === 0) return [rangeOf(wait)];
  const own = segments.map((segment) => rangeOf(segment.wait ?? wait));
  return segments.some(({ otherwise }) => otherwise) ? own : [...own, rangeOf(wait)];
}

interface Range {
  readonly earliest: number;
  readonly latest: number;
}

function rangeOf(wait: WrittenWait | undefined): Range {
  if (wait === undefined) return { earliest: 0, latest: 0 };
  switch (wait.unit) {
    case "day":
      return { earliest: wait.count, latest: wait.count };
    case "hour":
      return { earliest: Math.floor(wait.count / 24), latest: Math.ceil(wait.count / 24) };
    default:
      // Business days. Every five business days may meet a weekend, and the first may start in one.
      return { earliest: wait.count, latest: wait.count + 2 * Math.ceil(wait.count / 5) };
  }
}

/** "day 1", "day 3 to 5". */
export function dayInWords({ earliest, latest }: Pick<StepTime, "earliest" | "latest">): string {
  return earliest === latest ? `day ${earliest}` : `day ${earliest} to ${latest}`;
}
