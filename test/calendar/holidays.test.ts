import { describe, expect, it } from "vitest";
import { holidayIn, nextHoliday } from "../../src/calendar/index.ts";
import { PACKS } from "../../src/packs/index.ts";

describe("holidays", () => {
  // The days that the U.S. Office of Personnel Management lists for 2026.
  it.each([
    ["New Year's Day", "2026-01-01"],
    ["Martin Luther King Jr. Day", "2026-01-19"],
    ["Presidents' Day", "2026-02-16"],
    ["Memorial Day", "2026-05-25"],
    ["Juneteenth", "2026-06-19"],
    ["Independence Day", "2026-07-04"],
    ["Labor Day", "2026-09-07"],
    ["Columbus Day", "2026-10-12"],
    ["Veterans Day", "2026-11-11"],
    ["Thanksgiving Day", "2026-11-26"],
    ["Christmas Day", "2026-12-25"],
    ["Nobody's Day", undefined],
  ])("%s of 2026", (name, day) => expect(holidayIn(name, 2026)).toBe(day));

  it("come again next year once they have passed", () => {
    expect(nextHoliday("Thanksgiving Day", "2026-11-26")).toBe("2026-11-26");
    expect(nextHoliday("Thanksgiving Day", "2026-11-27")).toBe("2027-11-25");
    expect(nextHoliday("Memorial Day", "2026-11-23")).toBe("2027-05-31");
  });

  it("are known by every name that a pack uses", () => {
    const named = PACKS.flatMap(({ entries }) => entries).flatMap(({ limit, value }) =>
      limit === "holidays" && value.kind === "words" ? value.words : [],
    );
    expect(named.filter((name) => holidayIn(name, 2026) === undefined)).toEqual([]);
  });
});
