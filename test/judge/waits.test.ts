import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, secondsOf } from "../../src/judge/instant.ts";
import { dayStart, dueSince } from "../../src/judge/waits.ts";
import { hasPassed, shown } from "./reference/time.ts";

const ZONES = [
  "America/Chicago",
  "America/Phoenix",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Europe/London",
  "Pacific/Apia",
  "Asia/Kathmandu",
];

/** Around nights on which clocks change, ends of months, leap days. */
const anyInstant = fc
  .record({
    near: fc.constantFrom(
      "2026-11-01 07:00:00",
      "2027-03-14 08:00:00",
      "2026-04-04 15:00:00",
      "2026-10-03 15:30:00",
      "2026-10-25 01:00:00",
      "2028-02-29 12:00:00",
      "2026-12-31 23:59:59",
    ),
    days: fc.integer({ min: -8, max: 8 }),
    seconds: fc.integer({ min: -10_000, max: 10_000 }),
  })
  .map(({ near, days, seconds }) => instantOf(secondsOf(near) + days * 86_400 + seconds));

const anyWait = fc.record({
  count: fc.integer({ min: 0, max: 9 }),
  unit: fc.constantFrom("day", "business day", "hour") as fc.Arbitrary<"day" | "business day" | "hour">,
});

const due = (
  wait: { count: number; unit: "day" | "business day" | "hour" },
  zone: string,
  now: string,
  holidays: string[] = [],
) => instantOf(dueSince(wait, zone, secondsOf(now), new Set(holidays)));

describe("a wait", () => {
  it("has passed for those who began up to the cut-off, and for nobody later", () => {
    const holidays = ["2026-11-02", "2026-12-25", "2027-03-15"];
    fc.assert(
      fc.property(anyWait, fc.constantFrom(...ZONES), anyInstant, anyInstant, (wait, zone, now, since) => {
        const cutOff = due(wait, zone, now, holidays);
        for (const began of [
          since,
          cutOff,
          instantOf(secondsOf(cutOff) + 1),
          instantOf(secondsOf(cutOff) - 1),
        ]) {
          if (began > now) continue;
          expect(began <= cutOff, `${began} in ${zone} at ${now}`).toBe(
            hasPassed(wait, zone, began, now, holidays),
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never un-passes: what was due stays due, also when clocks go back", () => {
    fc.assert(
      fc.property(
        anyWait,
        fc.constantFrom(...ZONES),
        anyInstant,
        fc.nat({ max: 7200 }),
        (wait, zone, now, later) => {
          expect(due(wait, zone, instantOf(secondsOf(now) + later)) >= due(wait, zone, now)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of days keeps the clock on the wall, of hours the instant", () => {
    // 09:00 in Chicago on the day before clocks go forward; a day later it is 09:00 again, 23 hours on.
    expect(due({ count: 1, unit: "day" }, "America/Chicago", "2027-03-14 14:00:00")).toBe(
      "2027-03-13 15:00:00",
    );
    expect(due({ count: 24, unit: "hour" }, "America/Chicago", "2027-03-14 14:00:00")).toBe(
      "2027-03-13 14:00:00",
    );
  });

  it("of business days skips weekends and holidays; begun on a day off, it begins on the next business day", () => {
    const wait = { count: 1, unit: "business day" } as const;
    const chicago = (now: string) => due(wait, "America/Chicago", now, ["2026-11-26"]);
    // Friday after Thanksgiving, 10:00: from Wednesday, 10:00.
    expect(chicago("2026-11-27 16:00:00")).toBe("2026-11-25 16:00:00");
    // Saturday: all of Friday has passed, so it is whoever began by the end of Wednesday.
    expect(chicago("2026-11-28 16:00:00")).toBe("2026-11-26 05:59:59");
    // Monday, 10:00: from Friday, 10:00. Who began on Saturday is due at the end of Monday.
    expect(chicago("2026-11-30 16:00:00")).toBe("2026-11-27 16:00:00");
    expect(chicago("2026-12-01 06:00:00")).toBe("2026-11-30 06:00:00");
  });
});

describe("a day", () => {
  it("begins at the first instant at which its date is shown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        anyInstant,
        fc.integer({ min: 0, max: 6 }),
        (zone, now, back) => {
          const start = dayStart(zone, secondsOf(now), back);
          const day = shown(zone, now).toPlainDate().subtract({ days: back });
          const at = (seconds: number) => shown(zone, instantOf(seconds)).toPlainDate();
          expect(Temporal.PlainDate.compare(at(start), day)).toBeGreaterThanOrEqual(0);
          expect(Temporal.PlainDate.compare(at(start - 1), day)).toBeLessThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
