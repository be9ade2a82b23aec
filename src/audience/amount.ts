import type { IToken } from "chevrotain";
import { counted } from "../calendar/index.ts";
import { NOT_A_NUMBER, NOTHING_BETWEEN, TIME_TOO_FAR } from "./findings.ts";
import { mistakeAt, shown } from "./mistake.ts";
import type { SurfaceAmount } from "./surface.ts";
import { endOf } from "./tokens.ts";
import type { Amount, Unit } from "./tree.ts";
import type { TypingNotes } from "./typing-notes.ts";

/** 150 years in each unit. */
const MOST: Readonly<Record<Unit, number>> = { day: 54_750, week: 7_800, month: 1_800, year: 150 };

/** "1 to 14 days", "more than 5 days", "2 weeks" as a range of whole units. */
export function typeAmount(amount: SurfaceAmount, notes: TypingNotes): Amount | undefined {
  const unit = unitOf(amount.unit.image);
  const count = typeCount(amount.count, unit, notes);
  const to = amount.to && typeCount(amount.to, unit, notes);
  if (count === undefined || (amount.to !== undefined && to === undefined)) return undefined;
  const range = rangeOf(amount, count, to, unit);
  const isEmpty = range.exclusive ? range.most === 0 : (range.least ?? 0) > (range.most ?? Infinity);
  if (isEmpty) {
    const first = amount.comparison === undefined ? amount.count : undefined;
    notes.report({
      meta: NOTHING_BETWEEN,
      start: (first ?? amount.count).startOffset,
      end: endOf(amount.unit),
      message: first
        ? `no day lies between ${counted(count, unit)} and ${counted(to ?? 0, unit)} in this order`
        : `no day is less than 0 ${unit}s away`,
      ...(first && { remedy: `Write ${to} to ${count} ${amount.unit.image}.` }),
    });
    return undefined;
  }
  return range;
}

function rangeOf(amount: SurfaceAmount, count: number, to: number | undefined, unit: Unit): Amount {
  switch (amount.comparison) {
    case undefined:
      return { least: count, most: to ?? count, exclusive: false, unit };
    case "at least":
      return { least: count, most: undefined, exclusive: false, unit };
    case "at most":
      return { least: undefined, most: count, exclusive: false, unit };
    case "more than":
      return { least: count, most: undefined, exclusive: true, unit };
    case "less than":
      return { least: undefined, most: count, exclusive: true, unit };
  }
}

function typeCount(token: IToken, unit: Unit, notes: TypingNotes): number | undefined {
  if (!/^\d+$/.test(token.image)) {
    const message = `"${shown(token.image)}" is not a whole number of ${unit}s`;
    notes.report(mistakeAt(token, NOT_A_NUMBER, message, `Write a whole number of ${unit}s.`));
    return undefined;
  }
  const count = Number(token.image);
  if (count <= MOST[unit]) return count;
  const message = `${shown(token.image)} ${unit}s are more than 150 years`;
  notes.report(mistakeAt(token, TIME_TOO_FAR, message));
  return undefined;
}

function unitOf(word: string): Unit {
  if (word.startsWith("day")) return "day";
  if (word.startsWith("week")) return "week";
  return word.startsWith("month") ? "month" : "year";
}
