import fc from "fast-check";
import { expect, test } from "vitest";
import {
  alwaysTrue,
  boundaryPeople,
  english,
  fieldsOf,
  fromJson,
  judge,
  satisfiable,
  toJson,
} from "../../src/audience/index.ts";
import { condition } from "./parsed.ts";
import { FIELDS } from "./sample-fields.ts";
import { anyClause, conditions, day, people } from "./written.ts";

test.each([
  [
    "visit.status is missed and visit.date was 1 to 14 days ago",
    "the visit's status is missed, and the visit's date was 1 to 14 days ago",
  ],
  ["visit.type is one of primary-care, annual-exam", "the visit's type is primary-care or annual-exam"],
  [
    "visit.type is none of primary-care, annual-exam",
    "the visit's type is none of primary-care, annual-exam",
  ],
  [
    "visit.rebooked or not patient.hospice",
    'the visit is marked "rebooked", or the patient is not marked "hospice"',
  ],
  ["visit.date was at most 7 days ago", "the visit's date was today or up to 7 days ago"],
  ["visit.date was less than 7 days ago", "the visit's date was today or less than 7 days ago"],
  ["visit.date was 0 days ago", "the visit's date was today"],
  ["visit.date was 1 month ago", "the visit's date was exactly 1 month ago"],
  ["visit.date is in more than 2 weeks", "the visit's date is more than 2 weeks from today"],
  ["not visit.date is in 1 to 2 weeks", "it is not so that the visit's date is 1 to 2 weeks from today"],
  ["visit.date is before 2026-01-01", "the visit's date is on or before 2025-12-31"],
  ["visit.date is not 2026-01-01", "the visit's date is not on 2026-01-01"],
  ["patient.age is between 18 and 65", "the patient's age is between 18 and 65"],
  ["not patient.age is less than 18", "it is not so that the patient's age is less than 18"],
  ["patient.needs does not include relay", "the patient's needs does not include relay"],
  ['visit.slot is not "late morning"', 'the visit\'s slot is not "late morning"'],
  [
    "not (visit.rebooked and visit.slot is known)",
    'it is not so that (the visit is marked "rebooked" and the visit\'s slot is known)',
  ],
  [
    "visit.rebooked and (visit.slot is known or patient.age is 5)",
    "the visit is marked \"rebooked\", and (the visit's slot is known or the patient's age is 5)",
  ],
])("%s", (text, words) => {
  expect(english(condition(text))).toBe(words);
});

test("fields have the names that they are given", () => {
  const names = new Map([["visit.status", "how the visit ended"]]);
  expect(english(condition("visit.status is missed"), names)).toBe("how the visit ended is missed");
});

test("a condition of a plan says of everybody what its source says", () => {
  fc.assert(
    fc.property(
      conditions(anyClause),
      day.chain((today) => fc.tuple(fc.constant(today), people(today))),
      ({ text }, [today, person]) => {
        const parsed = condition(text);
        const json = toJson(parsed);
        const again = fromJson(json);
        if (again === undefined) throw new Error(text);
        expect(toJson(again)).toEqual(json);
        expect(english(again).length).toBeGreaterThan(0);
        expect(judge(again, person, today, FIELDS)).toBe(judge(parsed, person, today, FIELDS));
        expect(fieldsOf(again)).toEqual(fieldsOf(parsed));
      },
    ),
    { numRuns: 1000 },
  );
});

test("no text of a plan reaches SQL unread", () => {
  expect(fromJson({ kind: "number within", field: "patient.age", at_least: "1 OR 1=1" })).toBeUndefined();
  expect(
    fromJson({ kind: "not", of: { kind: "date within", field: "visit.date", at_most: "2026-02-30" } }),
  ).toBeUndefined();
});

test("two lists of one meaning have one canonical form", () => {
  expect(toJson(condition("visit.status is one of missed, booked, missed"))).toEqual(
    toJson(condition("visit.status is one of booked, missed")),
  );
});

test("fields are listed once, in order", () => {
  expect(fieldsOf(condition("visit.rebooked or (patient.age is 5 and not visit.rebooked)"))).toEqual([
    "patient.age",
    "visit.rebooked",
  ]);
});

const positions = (text: string) =>
  boundaryPeople(condition(text), "2026-11-23", FIELDS).map(
    ({ field, label, truth }) => `${field} ${label}: ${truth}`,
  );

test("people stand at and beside every edge of a condition", () => {
  expect(positions("visit.status is missed and visit.date was 1 to 14 days ago")).toEqual([
    "visit.date 15 days ago: false",
    "visit.date 14 days ago: true",
    "visit.date 13 days ago: true",
    "visit.date 2 days ago: true",
    "visit.date 1 day ago: true",
    "visit.date today: false",
    "visit.date not known: unknown",
    "visit.status booked: false",
    "visit.status completed: false",
    "visit.status missed: true",
    "visit.status cancelled: false",
    "visit.status other: unknown",
    "visit.status not known: unknown",
  ]);
  expect(positions("patient.age is at least 18")).toEqual([
    "patient.age 17: false",
    "patient.age 18: true",
    "patient.age 19: true",
    "patient.age not known: unknown",
  ]);
  expect(positions("not patient.hospice")).toEqual([
    "patient.hospice yes: false",
    "patient.hospice no: true",
    "patient.hospice not known: true",
  ]);
  expect(positions("patient.needs includes relay")).toContain("patient.needs none: false");
  expect(positions("visit.date is after 2024-02-28")).toEqual([
    "visit.date 2024-02-28: false",
    "visit.date 2024-02-29: true",
    "visit.date 2024-03-01: true",
    "visit.date not known: unknown",
  ]);
});

test("the people of one clause are on both sides of it, where it has two", () => {
  fc.assert(
    fc.property(anyClause, day, ({ text }, today) => {
      const parsed = condition(text);
      const truths = boundaryPeople(parsed, today, FIELDS).map(({ truth }) => truth);
      expect(truths.includes(true)).toBe(satisfiable(parsed, FIELDS, today) === "yes");
      expect(truths.some((truth) => truth !== true)).toBe(alwaysTrue(parsed, FIELDS, today) === "no");
    }),
    { numRuns: 500 },
  );
});
