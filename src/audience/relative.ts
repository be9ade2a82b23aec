import { addDays, addMonths, type IsoDate } from "../calendar/index.ts";
import type { Amount, Unit } from "./tree.ts";

/** A day that lies so many days or calendar months from today; negative is in the past. */
export interface CutOff {
  readonly unit: "day" | "month";
  readonly count: number;
}

export interface CutOffEnd {
  readonly cutOff: CutOff;
  readonly inclusive: boolean;
}

/** The days that a time "ago" or "in" stands for; an end that is missing is open. */
export interface RelativeWindow {
  readonly earliest: CutOffEnd | undefined;
  readonly latest: CutOffEnd | undefined;
}

const TODAY: CutOffEnd = { cutOff: { unit: "day", count: 0 }, inclusive: true };

/**
 * Turns an amount into cut-off days. What is written as a time ago is never after today, and what is "in" a time never
 * before it: "at most 7 days ago" is from seven days ago to today.
 */
export function relativeWindow(direction: "ago" | "in", amount: Amount): RelativeWindow {
  const sign = direction === "ago" ? -1 : 1;
  const end = (count: number | undefined): CutOffEnd | undefined =>
    count === undefined
      ? undefined
      : { cutOff: cutOff(sign * count, amount.unit), inclusive: !amount.exclusive };
  const near = end(amount.least) ?? TODAY;
  const far = end(amount.most);
  return direction === "ago" ? { earliest: far, latest: near } : { earliest: near, latest: far };
}

/** The date of a cut-off: months and years are calendar ones, clamped at the end of shorter months. */
export function cutOffDate(cutOff: CutOff, today: IsoDate): IsoDate {
  return cutOff.unit === "day" ? addDays(today, cutOff.count) : addMonths(today, cutOff.count);
}

function cutOff(count: number, unit: Unit): CutOff {
  // `+ 0` turns -0 into 0.
  switch (unit) {
    case "day":
      return { unit: "day", count: count + 0 };
    case "week":
      return { unit: "day", count: count * 7 + 0 };
    case "month":
      return { unit: "month", count: count + 0 };
    case "year":
      return { unit: "month", count: count * 12 + 0 };
  }
}
