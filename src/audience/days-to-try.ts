import { addDays, addMonths, dateOfDay, dayNumber, daysInMonth, type IsoDate } from "../calendar/index.ts";
import { type CutOff, cutOffDate, relativeWindow } from "./relative.ts";
import type { Clause } from "./tree.ts";

/** More days than this are not tried one by one. */
const MOST_DAYS = 1500;

/** Leap years come every fourth year from 1904 to 2096; amounts that stay within meet every case in four years. */
const MONTHS_BACK = 100 * 12;
const MONTHS_AHEAD = 60 * 12;

/** A leap year and the three after it, in the middle of those years. */
const CYCLE = [2024, 2025, 2026, 2027];

/**
 * Days that together stand for every day on which the clauses may be asked: whatever today is, one of these days gives the
 * same relations between "5 days ago", "1 month ago" and the fixed dates beside them. Nothing where they are too many.
 *
 * Days and weeks alone only shift with today. Months differ in length, so a whole cycle of leap years is tried. A fixed
 * date beside a relative one, in one field, is met by today from one side to the other.
 */
export function daysToTry(clauses: readonly Clause[]): readonly IsoDate[] | undefined {
  const cutOffs = clauses.flatMap(cutOffsOfClause);
  const months = cutOffs.filter(({ unit }) => unit === "month");
  if (months.some(({ count }) => count < -MONTHS_BACK || count > MONTHS_AHEAD)) return undefined;
  const fixed = fixedDaysBesideRelative(clauses);
  const [first, last] = [fixed[0], fixed.at(-1)];
  if (first === undefined || last === undefined) {
    return months.length > 0 ? distinct(leapCycle(0), cutOffs) : [dateOfDay(0)];
  }
  const farthest = Math.max(
    ...cutOffs.map(({ unit, count }) => Math.abs(count) * (unit === "month" ? 31 : 1)),
  );
  const from = addDays(first, -farthest - 2);
  const length = dayNumber(last) - dayNumber(first) + 2 * (farthest + 2);
  if (length > MOST_DAYS) return undefined;
  const sweep = Array.from({ length: length + 1 }, (_, day) => addDays(from, day));
  if (months.length === 0) return sweep;
  const year = Number(from.slice(0, 4));
  const cycles = Math.ceil((year - (CYCLE[0] ?? 0)) / 4);
  const beyond = [cycles - 3, cycles + 3].flatMap((cycle) => distinct(leapCycle(cycle), cutOffs));
  return [...beyond, ...sweep];
}

function cutOffsOfClause(clause: Clause): readonly CutOff[] {
  if (clause.kind !== "relative") return [];
  const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
  return [earliest, latest].flatMap((end) => (end ? [end.cutOff] : []));
}

/** Fixed dates asked of a field that is also asked a relative time, in order. */
function fixedDaysBesideRelative(clauses: readonly Clause[]): readonly IsoDate[] {
  const relative = new Set(
    clauses.flatMap((clause) => (clause.kind === "relative" ? [clause.field.path] : [])),
  );
  const days = clauses.flatMap((clause) =>
    clause.kind === "date" && relative.has(clause.field.path) ? [clause.least, clause.most] : [],
  );
  return days.filter((day) => day !== undefined).sort();
}

/** Up to the 28th no month is too short, so the first day of a month stands for them all. */
function leapCycle(cycles: number): readonly IsoDate[] {
  return CYCLE.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => {
      const first = addMonths(`${year}-01-01`, cycles * 48 + index);
      const length = daysInMonth(Number(first.slice(0, 4)), index + 1);
      return [1, 29, 30, 31].filter((day) => day <= length).map((day) => addDays(first, day - 1));
    }).flat(),
  );
}

/** One day for each pattern of distances between today and the cut-offs. */
function distinct(days: readonly IsoDate[], cutOffs: readonly CutOff[]): readonly IsoDate[] {
  const byPattern = new Map<string, IsoDate>();
  for (const day of days) {
    const pattern = cutOffs.map((cutOff) => dayNumber(cutOffDate(cutOff, day)) - dayNumber(day)).join(" ");
    if (!byPattern.has(pattern)) byPattern.set(pattern, day);
  }
  return [...byPattern.values()];
}
