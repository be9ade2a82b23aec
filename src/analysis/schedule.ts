import type { Campaign, Step, Wait } from "../model/index.ts";
import type { StepTime } from "./facts.ts";

/**
 * On which days after entry each step is due. A recipient's first wait counts from entry, later ones from that
 * recipient's step before. Business days and hours make a range; opening hours may move a step later, never earlier.
 *
 * @example three steps with waits of 1, 3 and 4 days are due on days 1, 4 and 8
 */
export function scheduleOf(campaign: Campaign): readonly StepTime[] {
  const reached = new Map<Step["to"], { earliest: number; latest: number }>();
  return campaign.steps.map((step) => {
    const before = reached.get(step.to);
    const from = before ?? { earliest: 0, latest: 0 };
    const waits =
      before === undefined && step.to === "patient" ? firstWaits(campaign, step) : [rangeOf(step.wait)];
    const sincePrevious = Math.min(...waits.map((wait) => wait.earliest));
    const at = {
      earliest: from.earliest + sincePrevious,
      latest: from.latest + Math.max(...waits.map((wait) => wait.latest)),
    };
    reached.set(step.to, at);
    return { step, ...at, sincePrevious };
  });
}

/** A segment may have a first contact of its own in the place of the first step's wait. */
function firstWaits({ audience }: Campaign, step: Step): readonly Range[] {
  const segments = audience?.segments ?? [];
  if (segments.length === 0) return [rangeOf(step.wait)];
  const own = segments.map(({ firstContact }) => rangeOf(firstContact ?? step.wait));
  return segments.some(({ otherwise }) => otherwise) ? own : [...own, rangeOf(step.wait)];
}

interface Range {
  readonly earliest: number;
  readonly latest: number;
}

function rangeOf(wait: Wait | undefined): Range {
  if (wait === undefined) return { earliest: 0, latest: 0 };
  switch (wait.unit) {
    case "day":
      return { earliest: wait.count, latest: wait.count };
    case "hour":
      return { earliest: Math.floor(wait.count / 24), latest: Math.ceil(wait.count / 24) };
    case "business day":
      // Every five business days may meet a weekend, and the first may start in one.
      return { earliest: wait.count, latest: wait.count + 2 * Math.ceil(wait.count / 5) };
  }
}

/** "day 1", "day 3 to 5". */
export function dayInWords({ earliest, latest }: Pick<StepTime, "earliest" | "latest">): string {
  return earliest === latest ? `day ${earliest}` : `day ${earliest} to ${latest}`;
}
