import { dateOf, type Instant, instantOf } from "../instant.ts";

/**
 * Until when somebody must have answered. Minutes and hours keep the instant; days keep the clock, and business days pass
 * over weekends and holidays.
 *
 * @param within as the plan says it: "30 minutes", "1 business day", "at once"
 * @returns nothing where the plan gives no time
 *
 * @example dueAt("1 business day", "2026-11-27 16:00:00", []) // "2026-11-30 16:00:00", a Monday
 */
export function dueAt(within: string, from: Instant, holidays: readonly string[]): Instant | null {
  if (within === "at once") return from;
  const [, count, unit] = /^(\d+) (minute|hour|business day|day)s?$/.exec(within) ?? [];
  if (count === undefined) return null;
  const at = dateOf(from);
  const number = Number(count);
  switch (unit) {
    case "minute":
      return instantOf(new Date(at.getTime() + number * 60_000));
    case "hour":
      return instantOf(new Date(at.getTime() + number * 3_600_000));
    case "day":
      at.setUTCDate(at.getUTCDate() + number);
      return instantOf(at);
    default:
      for (let left = number; left > 0; ) {
        at.setUTCDate(at.getUTCDate() + 1);
        if (isBusinessDay(at, holidays)) left--;
      }
      return instantOf(at);
  }
}

function isBusinessDay(date: Date, holidays: readonly string[]): boolean {
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date.toISOString().slice(0, 10));
}
