import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addBusinessDays,
  addDays,
  addMonths,
  compareDates,
  dateOfDay,
  dateProblem,
  dayNumber,
  daysBetween,
  isDate,
  parseDate,
  WEEKDAYS,
  weekday,
} from "../../src/calendar/index.ts";

/** Dates anywhere in the calendar, with month ends, leap days and the turn of centuries drawn often. */
const date = fc.oneof(
  fc.integer({ min: -719_162, max: 2_932_896 }).map((day) => dateOfDay(day)),
  fc
    .tuple(
      fc.constantFrom(1, 1600, 1700, 1900, 1999, 2000, 2024, 2026, 2100, 9999),
      fc.integer({ min: 1, max: 12 }),
    )
    .chain(([year, month]) => {
      const yearMonth = Temporal.PlainYearMonth.from({ year, month });
      return fc
        .constantFrom(1, 28, yearMonth.daysInMonth - 1, yearMonth.daysInMonth)
        .map((day) => yearMonth.toPlainDate({ day }).toString());
    }),
);

test("adding days and months is what Temporal says", () => {
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: -60_000, max: 60_000 }),
      fc.integer({ min: -2000, max: 2000 }),
      (on, days, months) => {
        const plain = Temporal.PlainDate.from(on);
        const later = plain.add({ days });
        if (later.year >= 1 && later.year <= 9999) expect(addDays(on, days)).toBe(later.toString());
        const monthLater = plain.add({ months });
        if (monthLater.year >= 1 && monthLater.year <= 9999)
          expect(addMonths(on, months)).toBe(monthLater.toString());
      },
    ),
    { numRuns: 3000 },
  );
});

test("days between, weekday and order are what Temporal says", () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [first, second] = [Temporal.PlainDate.from(a), Temporal.PlainDate.from(b)];
      expect(daysBetween(a, b)).toBe(first.until(second).days);
      expect(weekday(a)).toBe(WEEKDAYS[first.dayOfWeek - 1]);
      expect(compareDates(a, b)).toBe(Temporal.PlainDate.compare(first, second));
      expect(dateOfDay(dayNumber(a))).toBe(a);
    }),
    { numRuns: 2000 },
  );
});

test("a date exists where Temporal accepts it", () => {
  const digits = (length: number, max: number) =>
    fc.integer({ min: 0, max }).map((n) => String(n).padStart(length, "0"));
  const written = fc.tuple(digits(4, 9999), digits(2, 13), digits(2, 32)).map((parts) => parts.join("-"));
  fc.assert(
    fc.property(written, (text) => {
      let exists = !text.startsWith("0000");
      try {
        Temporal.PlainDate.from(text, { overflow: "reject" });
      } catch {
        exists = false;
      }
      expect(isDate(text)).toBe(exists);
    }),
    { numRuns: 3000 },
  );
});

test("the problem of a date is named", () => {
  expect(dateProblem("2026-02-29")).toEqual({ kind: "no such day", day: 29, lastDay: 28 });
  expect(dateProblem("2000-02-29")).toBeUndefined();
  expect(dateProblem("1900-02-29")).toEqual({ kind: "no such day", day: 29, lastDay: 28 });
  expect(dateProblem("2026-13-01")).toEqual({ kind: "no such month", month: 13 });
  expect(dateProblem("2026-1-1")).toEqual({ kind: "not a date" });
  expect(dateProblem("0000-01-01")).toEqual({ kind: "not a date" });
});

test.each([
  ["2026-02-29", '"2026-02-29" does not exist: that month has 28 days'],
  ["2026-13-01", '"2026-13-01" does not exist: a year has 12 months'],
  ["tomorrow", '"tomorrow" is not a date'],
])("%s is refused", (text, message) => {
  const reading = parseDate(text);
  expect(!reading.ok && reading.problem.message).toBe(message);
});

test("the calendar stops at its ends", () => {
  expect(addDays("0001-01-01", -1)).toBe("0001-01-01");
  expect(addMonths("9999-12-01", 1)).toBe("9999-12-31");
  expect(addMonths("0001-02-28", -3)).toBe("0001-01-01");
});

test("business days step over the weekend and holidays", () => {
  expect(addBusinessDays("2026-11-20", 1, new Set())).toBe("2026-11-23");
  expect(addBusinessDays("2026-11-25", 2, new Set(["2026-11-26"]))).toBe("2026-11-30");
  expect(addBusinessDays("2026-11-21", 0, new Set())).toBe("2026-11-21");
});
