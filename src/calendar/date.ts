import type { Reading } from "./reading.ts";

/**
 * Plain calendar dates as ISO text, with arithmetic on civil day numbers.
 *
 * The polyfill of Temporal costs more at start-up than a whole check may take, so the few operations that the compiler
 * needs are written here; a property test holds them equal to Temporal's.
 */

/** ISO calendar date of the years 0001 to 9999: `2026-11-23`. Text order is time order. */
export type IsoDate = string;

export type DateProblem =
  | { readonly kind: "not a date" }
  | { readonly kind: "no such month"; readonly month: number }
  | { readonly kind: "no such day"; readonly day: number; readonly lastDay: number };

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const REMEDY = "Write year, month and day: 2026-11-23.";

const FIRST_DAY = dayNumberOf(1, 1, 1);
const LAST_DAY = dayNumberOf(9999, 12, 31);

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Length of a month, `month` counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Why a text is no date of the calendar, or nothing where it is one.
 *
 * @example dateProblem("2026-02-29") // { kind: "no such day", day: 29, lastDay: 28 }
 */
export function dateProblem(text: string): DateProblem | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return { kind: "not a date" };
  const { year, month, day } = partsOf(text);
  if (month < 1 || month > 12) return { kind: "no such month", month };
  const lastDay = daysInMonth(year, month);
  return day < 1 || day > lastDay ? { kind: "no such day", day, lastDay } : undefined;
}

/**
 * Reads a date that exists.
 *
 * @example parseDate("2026-11-31") // { ok: false, problem: { message: '"2026-11-31" does not exist: …', … } }
 */
export function parseDate(text: string): Reading<IsoDate> {
  const problem = dateProblem(text);
  if (problem === undefined) return { ok: true, value: text };
  return { ok: false, problem: { message: inWords(text, problem), remedy: REMEDY } };
}

/** Whether a text is a date that exists. */
export function isDate(text: string): text is IsoDate {
  return dateProblem(text) === undefined;
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  return dayNumberOf(year, month, day);
}

/** The date of a day number; stops at the first and the last date of the calendar. */
export function dateOfDay(dayNumber: number): IsoDate {
  // Years are counted from March, so that the leap day is the last day of its year: 146,097 days make 400 years.
  const shifted = Math.min(Math.max(dayNumber, FIRST_DAY), LAST_DAY) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The date `days` later, earlier where negative; stops at the ends of the calendar. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

/**
 * The same day of the month, `months` later; the last day of that month where it is shorter.
 *
 * @example addMonths("2026-03-31", -1) // "2026-02-28"
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  if (toYear < 1) return dateOfDay(FIRST_DAY);
  if (toYear > 9999) return dateOfDay(LAST_DAY);
  const toMonth = count - toYear * 12 + 1;
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from one date to another, negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function weekday(date: IsoDate): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? "mon";
}

/**
 * The date `count` business days later: Monday to Friday, without the given holidays.
 *
 * @example addBusinessDays("2026-11-25", 1, new Set(["2026-11-26"])) // "2026-11-27"
 */
export function addBusinessDays(date: IsoDate, count: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  let day = dayNumber(date);
  for (let left = count; left > 0 && day < LAST_DAY; ) {
    const next = dateOfDay(++day);
    const name = weekday(next);
    if (name !== "sat" && name !== "sun" && !holidays.has(next)) left--;
  }
  return dateOfDay(day);
}

function inWords(text: string, problem: DateProblem): string {
  switch (problem.kind) {
    case "not a date":
      return `"${text.slice(0, 40)}" is not a date`;
    case "no such month":
      return `"${text}" does not exist: a year has 12 months`;
    case "no such day":
      return `"${text}" does not exist: that month has ${problem.lastDay} days`;
  }
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function write(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
