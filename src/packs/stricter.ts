import type { Duration, DurationUnit } from "../calendar/index.ts";
import type { LimitMeaning } from "./limits.ts";
import type { LimitValue } from "./value.ts";
import { isWithinWeek } from "./week.ts";

/** How a value stands to another: `looser` too where it is stricter in one way and looser in another. */
export type Strictness = "stricter" | "equal" | "looser";

/** Whether `value` asks for more than `than` does. What cannot be compared is looser: it needs somebody to answer for it. */
export function strictness(value: LimitValue, than: LimitValue, meaning: LimitMeaning): Strictness {
  const within = isWithin(value, than);
  const around = isWithin(than, value);
  if (within && around) return "equal";
  return (meaning.stricter === "less" ? within : around) ? "stricter" : "looser";
}

/** Whether nothing of one value lies outside the other. */
function isWithin(inner: LimitValue, outer: LimitValue): boolean {
  if (inner.kind === "hours" && outer.kind === "hours") return isWithinWeek(inner.week, outer.week);
  if (inner.kind === "count" && outer.kind === "count") return inner.count <= outer.count;
  if (inner.kind === "time" && outer.kind === "time") return isNoLonger(inner.time, outer.time);
  if (inner.kind === "words" && outer.kind === "words") {
    const known = new Set(outer.words.map((word) => word.toLowerCase()));
    return inner.words.every((word) => known.has(word.toLowerCase()));
  }
  return false;
}

const MINUTES_OF_DAY = 1440;
/** The fewest and the most days that each unit can take; a business day may follow a long weekend. */
const DAYS: Readonly<Record<Exclude<DurationUnit, "minute" | "hour">, readonly [number, number]>> = {
  "business day": [1, 4],
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};

/** Whether one time can never be longer than another. */
export function isNoLonger(time: Duration, than: Duration): boolean {
  if (time.kind === "span" && than.kind === "span" && time.unit === than.unit)
    return time.count <= than.count;
  if (time.kind === "span" && than.kind === "span" && inMonths(time) > 0 && inMonths(than) > 0) {
    return inMonths(time) <= inMonths(than);
  }
  return longest(time) <= shortest(than);
}

/** Calendar months; zero for times that are no number of them. */
function inMonths({ count, unit }: Extract<Duration, { kind: "span" }>): number {
  return unit === "year" ? count * 12 : unit === "month" ? count : 0;
}

function shortest(time: Duration): number {
  if (time.kind === "at once") return 0;
  if (time.unit === "minute") return time.count;
  if (time.unit === "hour") return time.count * 60;
  return time.count * DAYS[time.unit][0] * MINUTES_OF_DAY;
}

function longest(time: Duration): number {
  if (time.kind === "at once") return 0;
  if (time.unit === "minute") return time.count;
  if (time.unit === "hour") return time.count * 60;
  return time.count * DAYS[time.unit][1] * MINUTES_OF_DAY;
}
