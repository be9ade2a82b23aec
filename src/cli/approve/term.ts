import { addMonths } from "../../calendar/index.ts";
import { dayOfCheck, Problem } from "../../host/index.ts";
import { timestamp } from "../../review/index.ts";
import type { Moment } from "../approvals/moment.ts";
import type { Session } from "../session.ts";

/** Whoever wants a signature to count for longer reads again after a year. */
const MONTHS = 12;

/** When a signature is made, and the moment from which it no longer counts. UTC, to the second. */
export interface Term {
  readonly signedAt: string;
  readonly expiresAt: string;
}

/**
 * @param lastDay the last day on which it counts, ISO date; a year from today where nobody says
 * @throws Problem for a day that is none, or that is over
 */
export function termOf(lastDay: string | undefined, { today, now }: Moment, session: Session): Term {
  const last = lastDay === undefined ? addMonths(today, MONTHS) : dayNamed(lastDay, session);
  if (last < today) throw new Problem(`--expires ${last} is over.`, "Name a day that is to come.");
  const ends = Date.parse(`${last}T00:00:00Z`) + 24 * 60 * 60_000;
  return { signedAt: timestamp(now) ?? "", expiresAt: timestamp(ends) ?? "" };
}

function dayNamed(text: string, { now }: Session): string {
  try {
    return dayOfCheck(text, {}, now);
  } catch {
    throw new Problem(
      `--expires says "${text}", which is no day.`,
      "Write it as year-month-day: 2027-11-23.",
    );
  }
}
