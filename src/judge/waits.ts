import { addDays, dayNumber, type IsoDate, weekday } from "../calendar/index.ts";
import { DAY, dayOf, lastInstant, latestShown, timeOf } from "./clock.ts";

export interface Wait {
  readonly count: number;
  readonly unit: "day" | "business day" | "hour";
}

/** The wait's name in the relation of cut-offs. */
export function waitName({ count, unit }: Wait): string {
  return `${count} ${unit}`;
}

/**
 * The last instant from which a wait has passed: whoever began to wait then or earlier is due, in seconds since 1970.
 *
 * Days keep the wall clock of the zone, hours keep the instant: five days after 09:00 it is 09:00, 120 hours over the night
 * in which clocks go forward it is 10:00. Business days are Monday to Friday without holidays; a wait that begins on
 * another day begins at midnight of the next business day.
 *
 * @example dueSince({ count: 2, unit: "hour" }, "America/Chicago", now, []) // now - 7200
 */
export function dueSince(
  { count, unit }: Wait,
  zone: string,
  now: number,
  holidays: ReadonlySet<IsoDate>,
): number {
  if (count === 0) return now;
  if (unit === "hour") return now - count * 3600;
  const shown = latestShown(zone, now);
  if (unit === "day") return lastInstant(zone, shown - count * DAY);
  const isOff = (day: IsoDate) => ["sat", "sun"].includes(weekday(day)) || holidays.has(day);
  let day = dayOf(shown);
  let time = timeOf(shown);
  // On a day off, all of the last business day has passed.
  if (isOff(day)) time = DAY - 1;
  while (isOff(day)) day = addDays(day, -1);
  for (let left = count; left > 0; left--) {
    do day = addDays(day, -1);
    while (isOff(day));
  }
  return lastInstant(zone, dayNumber(day) * DAY + time);
}

/** The instant at which a day begins in a zone, `back` days before the one that it is there now. */
export function dayStart(zone: string, now: number, back: number): number {
  const midnight = (Math.floor(latestShown(zone, now) / DAY) - back) * DAY;
  return lastInstant(zone, midnight - 1) + 1;
}
