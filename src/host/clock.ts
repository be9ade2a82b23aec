import { Problem } from "./problem.ts";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day of a check: as asked for with `--today`, else `RECARE_TODAY`, else the clock's.
 * The clock is read in UTC, so that one commit gives the same findings on every machine at the same moment.
 *
 * @throws Problem for a day that is none.
 */
export function dayOfCheck(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): string {
  if (asked !== undefined) return isoDate(asked, "--today");
  const fromEnvironment = env.RECARE_TODAY;
  if (fromEnvironment !== undefined && fromEnvironment !== "")
    return isoDate(fromEnvironment, "RECARE_TODAY");
  return now.toISOString().slice(0, 10);
}

function isoDate(text: string, from: string): string {
  const time = ISO_DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Engines differ in whether they roll 30 February over; a day that comes back changed is none.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new Problem(`${from} says "${text}", which is no day.`, "Write it as year-month-day: 2026-11-23.");
  }
  return text;
}
