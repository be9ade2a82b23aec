import type { Database } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { type Instant, instantOf, secondsOf } from "./instant.ts";
import { windowIsOpen } from "./opening.ts";
import { TIMED, waitsOf } from "./sequence.ts";
import { dueSince, type Wait } from "./waits.ts";

const QUARTER = 900;
/** Waits and holidays over which somebody looks ahead: a year and a day. */
const FARTHEST = 366 * 86_400;

/**
 * When the first of those whom the last tick let wait is due, by the clocks of the organisation: some of them may live
 * elsewhere. Call it after `judgeTick`, on the same database.
 *
 * @returns to the quarter of an hour; nothing where nobody waits for a day or an hour
 */
export async function nextDue(db: Database, plan: Plan, now: Instant): Promise<Instant | undefined> {
  const rows = await db.rows(
    `SELECT decision, reason, channel, MIN(waits_from) AS waits_from FROM tick_decisions
WHERE decision IN ('wait', 'hold:quiet_hours') GROUP BY decision, reason, channel`,
  );
  const waits = waitsOf(plan);
  const from = Math.ceil(secondsOf(now) / QUARTER) * QUARTER;
  const dues = rows.flatMap(({ decision, reason, channel, waits_from }) => {
    const wait = waits.get(String(reason));
    // What is on its way waits for an answer, and not for a day.
    const due = decision === "wait" ? wait && passes(plan, wait, secondsOf(String(waits_from)), from) : from;
    const opening = due === undefined ? undefined : opens(plan, String(channel), due);
    // Where the organisation's own window is open now, somebody else's hours are not for us to foretell.
    return opening === undefined || (decision !== "wait" && opening === from) ? [] : [opening];
  });
  return dues.length === 0 ? undefined : instantOf(Math.min(...dues));
}

/** The first quarter of an hour at which a wait that began then has passed. */
function passes({ windows }: Plan, wait: Wait, since: number, from: number): number | undefined {
  const holidays = new Set(windows.holidays.map(({ on }) => on));
  const hasPassed = (at: number) => dueSince(wait, windows.time_zone, at, holidays) >= since;
  let [before, after] = [from - QUARTER, from + FARTHEST];
  if (!hasPassed(after)) return undefined;
  while (after - before > QUARTER) {
    const middle = before + Math.floor((after - before) / QUARTER / 2) * QUARTER;
    if (hasPassed(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** The same moment, or the first after it at which the campaign's window is open, where the channel keeps one. */
function opens({ windows }: Plan, channel: string, from: number): number {
  if (!TIMED.some((timed) => timed === channel)) return from;
  let at = from;
  while (at < from + FARTHEST && !windowIsOpen(windows, windows.time_zone, at)) at += QUARTER;
  return at;
}
