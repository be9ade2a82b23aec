import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, type PersonRecord, type Truth } from "../../src/audience/index.ts";
import { condition } from "./parsed.ts";
import { FIELDS } from "./sample-fields.ts";
import { anyClause, conditions, day, people } from "./written.ts";

test("a condition says of everybody what its words mean", () => {
  fc.assert(
    fc.property(
      conditions(anyClause),
      day.chain((today) =>
        fc.tuple(fc.constant(today), fc.array(people(today), { minLength: 8, maxLength: 8 })),
      ),
      ({ text, means }, [today, persons]) => {
        const parsed = condition(text);
        for (const person of persons) {
          expect(judge(parsed, person, today, FIELDS)).toBe(means(person, Temporal.PlainDate.from(today)));
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test.each<[string, PersonRecord, Truth]>([
  ["visit.date was 1 to 14 days ago", { "visit.date": "2026-03-30" }, true],
  ["visit.date was 1 to 14 days ago", { "visit.date": "2026-03-31" }, false],
  ["visit.date was 1 to 14 days ago", { "visit.date": "2026-03-17" }, true],
  ["visit.date was 1 to 14 days ago", { "visit.date": "2026-03-16" }, false],
  ["visit.date was 1 month ago", { "visit.date": "2026-02-28" }, true],
  ["visit.date was more than 1 month ago", { "visit.date": "2026-02-28" }, false],
  ["visit.date was at most 7 days ago", { "visit.date": "2026-04-01" }, false],
  ["visit.date is in at most 2 weeks", { "visit.date": "2026-03-31" }, true],
  ["visit.date is in at most 2 weeks", { "visit.date": "2026-03-30" }, false],
])("on 2026-03-31 %s of %j is %s", (text, person, truth) => {
  expect(judge(condition(text), person, "2026-03-31", FIELDS)).toBe(truth);
});

test.each<[string, PersonRecord]>([
  ["visit.status is not missed", { "visit.status": "no-show" }],
  ["visit.date is after 2026-01-01", { "visit.date": "2026-02-30" }],
  ["patient.age is at least 18", { "patient.age": "eighteen" }],
  ["patient.age is at least 18", { "patient.age": "1e3" }],
  ["visit.rebooked", { "visit.rebooked": "yes" }],
  ["patient.state is not IN", { "patient.state": "" }],
  ["patient.needs includes relay", {}],
])("%s of %j is unknown", (text, person) => {
  expect(judge(condition(text), person, "2026-03-31", FIELDS)).toBe("unknown");
  expect(judge(condition(`not (${text})`), person, "2026-03-31", FIELDS)).toBe("unknown");
});

test("a blank that means no is no", () => {
  expect(judge(condition("patient.hospice"), {}, "2026-03-31", FIELDS)).toBe(false);
  expect(judge(condition("not patient.hospice"), {}, "2026-03-31", FIELDS)).toBe(true);
});

test("a field that is no longer declared is unknown", () => {
  expect(judge(condition("visit.rebooked"), { "visit.rebooked": true }, "2026-03-31", new Map())).toBe(
    "unknown",
  );
});
