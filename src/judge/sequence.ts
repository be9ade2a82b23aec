import type { Plan } from "../plan/index.ts";
import { type Wait, waitName } from "./waits.ts";

/** One step as the judge sees it. */
export interface SequenceStep {
  readonly id: string;
  /** From 1, in the order of the campaign. */
  readonly no: number;
  readonly channel: string;
  readonly to: "patient" | "caregiver";
  readonly wait: Wait;
  /** It asks for a call and offers no other way, so the clinic's lines must be open. */
  readonly needsLines: boolean;
}

/** Channels whose hours are limited; letters and the portal wait for nobody. */
export const TIMED = ["sms", "phone", "email"] as const;

/** Channels for which states have hours of their own. */
export const VOICED = ["sms", "phone"] as const;

/** The plan's steps in order. Steps to a patient who is never written to are left out. */
export function sequenceOf(plan: Plan): readonly SequenceStep[] {
  return plan.steps.flatMap((step, at): SequenceStep[] => {
    if (step.to === "patient" && plan.consent.patient === "never") return [];
    return [
      {
        id: step.id,
        no: at + 1,
        channel: step.channel,
        to: step.to,
        wait: step.when.wait,
        needsLines: asksForCall(plan, step),
      },
    ];
  });
}

/** The channels of a plan's steps, each once. */
export function channelsOf(plan: Plan): readonly string[] {
  return [...new Set(sequenceOf(plan).map(({ channel }) => channel))].sort();
}

/** A clinic's number is printed, and there is no page to open and no word to answer with. */
function asksForCall({ flows }: Plan, { id, channel, content }: Plan["steps"][number]): boolean {
  if (channel !== "sms" && channel !== "email" && channel !== "portal") return false;
  const prints = flows.outlets.some(
    ({ step, fields }) =>
      step === id &&
      fields.some(
        ({ path, marks }) => marks.includes("E") && (path === "clinic.phone" || path === "clinic.nurse_line"),
      ),
  );
  return prints && !content.actions.some(({ link, reply }) => link !== null || reply !== null);
}

/** Every wait that a person of the campaign may have, each once, by its name. */
export function waitsOf(plan: Plan): ReadonlyMap<string, Wait> {
  const first = plan.audience.segments.flatMap(({ first_contact }) =>
    first_contact ? [asWait(first_contact)] : [],
  );
  return new Map(
    [...sequenceOf(plan).map(({ wait }) => wait), ...first].map((wait) => [waitName(wait), wait]),
  );
}

/** The wait before the first step of each segment that has its own. */
export function firstContacts(plan: Plan): readonly { readonly segment: string; readonly wait: Wait }[] {
  return plan.audience.segments.flatMap(({ id, first_contact }) =>
    first_contact ? [{ segment: id, wait: asWait(first_contact) }] : [],
  );
}

function asWait({ count, unit }: { readonly count: number; readonly unit: string }): Wait {
  return { count, unit: unit === "hour" || unit === "business day" ? unit : "day" };
}
