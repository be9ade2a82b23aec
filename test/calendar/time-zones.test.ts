import { expect, it } from "vitest";
import { isTimeZone, timeZones } from "../../src/calendar/index.ts";

it("knows the zones that the engine knows, and no other", () => {
  const listed = timeZones();
  expect(listed.length).toBeGreaterThan(400);
  for (const zone of listed) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  expect(
    Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/") && !isTimeZone(zone)),
  ).toEqual([]);
});

it.each(["America/Springfield", "america/chicago", "CST", "", "__proto__"])("does not know %s", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});
