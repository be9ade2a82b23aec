import { addDays, addMonths, dateOfDay, dayNumber, daysInMonth, type IsoDate } from "../calendar/index.ts";
import { type CutOff, cutOffDate, relativeWindow } from "./relative.ts";
import type { Clause } from "./tree.ts";

/** Days times edges that are looked at: a fixed date beside "10 years ago" is left undecided. */
const MOST_WORK = 20_000;

/** Questions whose days are remembered: the campaigns of a workspace ask few different ones. */
const MOST_KNOWN = 1_000;

/** Leap years come every fourth year from 1904 to 2096; amounts that stay within meet every case in four years. */
const MONTHS_BACK = 100 * 12;
const MONTHS_AHEAD = 60 * 12;

/** A leap year and the three after it, in the middle of those years. */
const CYCLE = [2024, 2025, 2026, 2027];

/**
 * Days that together stand for every day on which the clauses may be asked: whatever today is, on one of these days "5 days
 * ago", "1 month ago" and the fixed dates beside them lie in the same order. Nothing where they are too many.
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
    return months.length > 0 ? distinct(leapCycle(0), cutOffs, []) : [dateOfDay(0)];
  }
  const reach =
    Math.max(...cutOffs.map(({ unit, count }) => Math.abs(count) * (unit === "month" ? 31 : 1))) + 2;
  const length = last - first + 2 * reach;
  if (length * (cutOffs.length + fixed.length) > MOST_WORK) return undefined;
  const meeting = Array.from({ length: length + 1 }, (_, day) => dateOfDay(first - reach + day));
  const cycle = Math.floor((Number(dateOfDay(first).slice(0, 4)) - 2024) / 4);
  const apart = months.length > 0 ? [...leapCycle(cycle - 3), ...leapCycle(cycle + 3)] : [];
  return distinct([...apart, ...meeting], cutOffs, fixed);
}

function cutOffsOfClause(clause: Clause): readonly CutOff[] {
  if (clause.kind !== "relative") return [];
  const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
  return [earliest, latest].flatMap((end) => (end ? [end.cutOff] : []));
}

/** Day numbers of the fixed dates asked of a field that is also asked a relative time, in order. */
function fixedDaysBesideRelative(clauses: readonly Clause[]): readonly number[] {
  const relative = new Set(
    clauses.flatMap((clause) => (clause.kind === "relative" ? [clause.field.path] : [])),
  );
  const days = clauses.flatMap((clause) =>
    clause.kind === "date" && relative.has(clause.field.path) ? [clause.least, clause.most] : [],
  );
  return days.flatMap((day) => (day === undefined ? [] : [dayNumber(day)])).sort((a, b) => a - b);
}

const known = new Map<number, readonly IsoDate[]>();

function leapCycle(cycles: number): readonly IsoDate[] {
  const before = known.get(cycles);
  if (before !== undefined) return before;
  const days = daysOfCycle(cycles);
  if (known.size < MOST_KNOWN) known.set(cycles, days);
  return days;
}

/** Up to the 28th no month is too short, so the first day of a month stands for them all. */
function daysOfCycle(cycles: number): readonly IsoDate[] {
  return CYCLE.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => {
      const first = addMonths(`${year}-01-01`, cycles * 48 + index);
      const length = daysInMonth(Number(first.slice(0, 4)), index + 1);
      return [1, 29, 30, 31].filter((day) => day <= length).map((day) => addDays(first, day - 1));
    }).flat(),
  );
}

const chosen = new Map<string, readonly IsoDate[]>();

/** As `distinctDays`, remembered by all that it looks at. */
function distinct(
  days: readonly IsoDate[],
  cutOffs: readonly CutOff[],
  fixed: readonly number[],
): readonly IsoDate[] {
  const key = `${days[0]} ${days.length} ${fixed.join(" ")} ${JSON.stringify(cutOffs)}`;
  const before = chosen.get(key);
  if (before !== undefined) return before;
  const found = distinctDays(days, cutOffs, fixed);
  if (chosen.size < MOST_KNOWN) chosen.set(key, found);
  return found;
}

/**
 * One day for each way in which the edges lie to each other: which comes first, and whether they are one day, neighbours,
 * or have days between them. No clause can tell more than that.
 */
function distinctDays(
  days: readonly IsoDate[],
  cutOffs: readonly CutOff[],
  fixed: readonly number[],
): readonly IsoDate[] {
  const byPattern = new Map<string, IsoDate>();
  for (const day of days) {
    const edges = [...cutOffs.map((cutOff) => dayNumber(cutOffDate(cutOff, day))), ...fixed];
    const order = edges.map((at, edge) => ({ at, edge })).sort((a, b) => a.at - b.at || a.edge - b.edge);
    const pattern = order.map(({ at, edge }, rank) => {
      const gap = at - (order[rank - 1]?.at ?? at);
      return `${edge}:${Math.min(gap, 2)}`;
    });
    const key = pattern.join(" ");
    if (!byPattern.has(key)) byPattern.set(key, day);
  }
  return [...byPattern.values()];
}
