import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DURATION_UNITS,
  daysInWords,
  durationInWords,
  parseDays,
  parseDuration,
  parseWindow,
  RESPONSE_TIMES,
  SPANS_OF_DAYS,
  timeOfDay,
  WAITS,
  WEEKDAYS,
  windowInWords,
  within,
} from "../../src/calendar/index.ts";

test.each([
  ["4 hours", "within 4 hours"],
  ["1 business day", "within 1 business day"],
  ["30 minutes", "within 30 minutes"],
  ["1 days", "within 1 day"],
  [" at once ", "at once"],
])("%s is a response time", (text, words) => {
  const reading = parseDuration(text, RESPONSE_TIMES);
  expect(reading.ok && within(reading.value)).toBe(words);
});

test.each([
  ["at once", WAITS, '"at once" is no time to wait'],
  ["soon", WAITS, '"soon" is not a span of time'],
  ["5  days", WAITS, '"5  days" is not a span of time'],
  ["30 minutes", WAITS, '"30 minutes" is in minutes, which are not used here'],
  ["0 days", WAITS, '"0 days" is no time at all'],
  ["999999999 days", WAITS, '"999999999 days" is longer than 1095 days'],
  ["2 months", SPANS_OF_DAYS, '"2 months" is in months, which are not used here'],
])("%s is refused", (text, grammar, message) => {
  const reading = parseDuration(text, grammar);
  expect(!reading.ok && reading.problem.message).toBe(message);
});

test("the remedy lists what the place accepts", () => {
  const reading = parseDuration("x", RESPONSE_TIMES);
  expect(!reading.ok && reading.problem.remedy).toBe(
    'Write a number and minutes, hours, business days or days, such as "4 hours", or "at once".',
  );
});

test("what durationInWords writes is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.constantFrom(...DURATION_UNITS), (count, unit) => {
      const duration = { kind: "span", count, unit } as const;
      const reading = parseDuration(durationInWords(duration), { units: DURATION_UNITS, atOnce: false });
      expect(reading).toEqual({ ok: true, value: duration });
    }),
  );
});

test.each([
  ["09:00-19:00", "09:00 to 19:00"],
  ["9:00 - 19:30", "09:00 to 19:30"],
  ["00:00-24:00", "00:00 to 24:00"],
])("%s is a window of hours", (text, words) => {
  const reading = parseWindow(text);
  expect(reading.ok && windowInWords(reading.value)).toBe(words);
});

test.each([
  ["19:00-09:00", '"19:00-09:00" closes before it opens'],
  ["09:00-09:00", '"09:00-09:00" closes before it opens'],
  ["09:60-10:00", '"09:60-10:00" has a time that no clock shows'],
  ["09:00-24:01", '"09:00-24:01" has a time that no clock shows'],
  ["9-5", '"9-5" is not a window of hours'],
])("%s is refused", (text, message) => {
  const reading = parseWindow(text);
  expect(!reading.ok && reading.problem.message).toBe(message);
});

test("every window of hours is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), (opens, length) => {
      const closes = Math.min(opens + length, 1440);
      expect(parseWindow(`${timeOfDay(opens)}-${timeOfDay(closes)}`)).toEqual({
        ok: true,
        value: { opens, closes },
      });
    }),
  );
});

test.each([
  ["mon-fri", "Monday to Friday"],
  ["mon-sat", "Monday to Saturday"],
  ["sat", "Saturday"],
  ["every-day", "every day"],
  ["mon-sun", "every day"],
  ["fri, mon, wed", "Monday, Wednesday and Friday"],
  ["sat-sun", "Saturday and Sunday"],
  ["sun-mon", "Monday and Sunday"],
  ["mon, mon", "Monday"],
])("%s are %s", (text, words) => {
  const reading = parseDays(text);
  expect(reading.ok && daysInWords(reading.value)).toBe(words);
});

test.each(["", "monday", "mon-fri-sun", "mon-", "mon;tue", "Mon"])("%s is no day set", (text) => {
  expect(parseDays(text).ok).toBe(false);
});

test("a list of days is read back in the order of the week", () => {
  fc.assert(
    fc.property(fc.subarray([...WEEKDAYS], { minLength: 1 }), (days) => {
      expect(parseDays([...days].reverse().join(","))).toEqual({ ok: true, value: days });
    }),
  );
});
