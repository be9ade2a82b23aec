import { type IsoDate, weekday } from "../calendar/index.ts";
import type { Instant } from "../judge/index.ts";
import type { Plan, PlanHours } from "../plan/index.ts";

/** What a clock on the wall shows: a day and the minutes since midnight. */
export interface WallTime {
  readonly day: IsoDate;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock in a zone shows at an instant. Written apart from the judge's own clock, which it is held against.
 *
 * @example wallTime("America/Chicago", "2026-11-23 18:30:00") // { day: "2026-11-23", minute: 750 }
 */
export function wallTime(zone: string, instant: Instant): WallTime {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  const parts = new Map(
    format.formatToParts(new Date(`${instant.replace(" ", "T")}Z`)).map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

/** Minutes since midnight of "09:30". */
export function minuteOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Whether a campaign's window is open where a clock shows this. */
export function isInWindow(
  { opens, closes, days, holidays }: Plan["windows"],
  { day, minute }: WallTime,
): boolean {
  return (
    minute >= minuteOf(opens) &&
    minute < minuteOf(closes) &&
    days.includes(weekday(day)) &&
    holidays.every(({ on }) => on !== day)
  );
}

/** Whether hours by day of the week hold where a clock shows this. */
export function isInHours(hours: readonly PlanHours[], { day, minute }: WallTime): boolean {
  const name = weekday(day);
  return hours.some(
    (each) => each.day === name && minute >= minuteOf(each.opens) && minute < minuteOf(each.closes),
  );
}

/** An instant so many seconds later. */
export function later(instant: Instant, seconds: number): Instant {
  const then = Date.parse(`${instant.replace(" ", "T")}Z`) + seconds * 1000;
  return new Date(then).toISOString().slice(0, 19).replace("T", " ");
}
