import { addDays, daysInMonth, type IsoDate, type Weekday, weekday } from "./date.ts";

/** Holidays on a fixed day of the year, as month and day. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ["New Year's Day", "01-01"],
  ["Juneteenth", "06-19"],
  ["Independence Day", "07-04"],
  ["Veterans Day", "11-11"],
  ["Christmas Day", "12-25"],
]);

/** Holidays on a weekday of a month: the first … fourth, or the last (5 U.S.C. 6103). */
const MOVING: ReadonlyMap<string, readonly [month: string, day: Weekday, nth: number | "last"]> = new Map([
  ["Martin Luther King Jr. Day", ["01", "mon", 3]],
  ["Presidents' Day", ["02", "mon", 3]],
  ["Memorial Day", ["05", "mon", "last"]],
  ["Labor Day", ["09", "mon", 1]],
  ["Columbus Day", ["10", "mon", 2]],
  ["Thanksgiving Day", ["11", "thu", 4]],
]);

/**
 * The day of a holiday in a year; nothing for a name that is not known.
 *
 * @example holidayIn("Thanksgiving Day", 2026) // "2026-11-26"
 */
export function holidayIn(name: string, year: number): IsoDate | undefined {
  const fixed = FIXED.get(name);
  if (fixed !== undefined) return `${year}-${fixed}`;
  const moving = MOVING.get(name);
  if (moving === undefined) return undefined;
  const [month, day, nth] = moving;
  const first = daysUntil(`${year}-${month}-01`, day);
  const count = nth === "last" ? Math.floor((daysInMonth(year, Number(month)) - 1 - first) / 7) : nth - 1;
  return addDays(`${year}-${month}-01`, first + 7 * count);
}

/** The next day on which a holiday falls, today included. */
export function nextHoliday(name: string, today: IsoDate): IsoDate | undefined {
  const year = Number(today.slice(0, 4));
  const here = holidayIn(name, year);
  return here !== undefined && here < today ? holidayIn(name, year + 1) : here;
}

function daysUntil(date: IsoDate, day: Weekday): number {
  let days = 0;
  while (weekday(addDays(date, days)) !== day) days++;
  return days;
}
