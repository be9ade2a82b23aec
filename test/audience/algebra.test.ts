import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Answer,
  alwaysTrue,
  type Condition,
  implies,
  judge,
  overlaps,
  type PersonRecord,
  satisfiable,
} from "../../src/audience/index.ts";
import { addDays, addMonths } from "../../src/calendar/index.ts";
import { condition } from "./parsed.ts";
import { FIELDS } from "./sample-fields.ts";
import { clauseKinds, conditions, day } from "./written.ts";

const statuses = [undefined, "booked", "completed", "missed", "cancelled"];
const answers = [undefined, true, false];
const needs = [
  undefined,
  [],
  ["relay"],
  ["interpreter"],
  ["step-free"],
  ["relay", "interpreter"],
  ["relay", "step-free"],
  ["interpreter", "step-free"],
  ["relay", "interpreter", "step-free"],
];
const ages = [
  "18.25",
  "18.3",
  undefined,
  "-1",
  "-0.1",
  "0",
  "0.05",
  "0.1",
  "10",
  "17",
  "17.5",
  "18",
  "18.2",
  "18.5",
  "30",
  "65",
  "70",
  "100000",
  "100001",
];

function product(
  domains: Readonly<Record<string, readonly PersonRecord[string][]>>,
): readonly PersonRecord[] {
  return Object.entries(domains).reduce<PersonRecord[]>(
    (persons, [path, values]) =>
      persons.flatMap((person) => values.map((value) => ({ ...person, [path]: value }))),
    [{}],
  );
}

const everyOrdinaryPerson = product({
  "visit.status": statuses,
  "visit.rebooked": answers,
  "patient.hospice": answers,
  "patient.needs": needs,
  "patient.age": ages,
});

/** The furthest amount that the tests write is "less than 15 years". */
const FURTHEST_MONTHS = 15 * 12;

/** Every day within reach of the amounts that the tests write, at month ends and beside the fixed dates too. */
function everyDate(today: string): readonly PersonRecord[] {
  const near = Array.from({ length: 240 }, (_, index) => addDays(today, index - 120));
  const reach = FURTHEST_MONTHS + 1;
  const far = Array.from({ length: 2 * reach + 1 }, (_, index) => addMonths(today, index - reach));
  const fixed = Array.from({ length: 900 }, (_, index) => addDays("2023-05-15", index));
  const beside = far.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]);
  return [...new Set([...near, ...beside, ...fixed])].map((date) => ({ "visit.date": date }));
}

/** No "yes" where nobody is found, no "no" where somebody is: what an exhaustive search must never contradict. */
function agrees(answer: Answer, found: boolean): boolean {
  return answer === "cannot tell" || (answer === "yes") === found;
}

function check(
  a: Condition,
  b: Condition,
  persons: readonly PersonRecord[],
  today: string,
  at?: string,
): void {
  const truths = persons.map((person) => [judge(a, person, today, FIELDS), judge(b, person, today, FIELDS)]);
  const found = (wanted: (ofA: unknown, ofB: unknown) => boolean) => truths.some(([x, y]) => wanted(x, y));
  expect(
    agrees(
      satisfiable(a, FIELDS, at),
      found((x) => x === true),
    ),
  ).toBe(true);
  expect(
    agrees(
      overlaps(a, b, FIELDS, at),
      found((x, y) => x === true && y === true),
    ),
  ).toBe(true);
  expect(agrees(implies(a, b, FIELDS, at), !found((x, y) => x === true && y !== true))).toBe(true);
  expect(agrees(alwaysTrue(a, FIELDS, at), !found((x) => x !== true))).toBe(true);
}

test("the algebra never contradicts an exhaustive search through codes, answers and numbers", () => {
  const clause = fc.oneof(clauseKinds.status, clauseKinds.yesNo, clauseKinds.needs, clauseKinds.numbers);
  fc.assert(
    fc.property(conditions(clause), conditions(clause), (a, b) => {
      check(condition(a.text), condition(b.text), everyOrdinaryPerson, "2026-11-23");
    }),
    { numRuns: 60 },
  );
});

test("the algebra never contradicts an exhaustive search through dates, on a given day and on any", () => {
  fc.assert(
    fc.property(
      conditions(fc.oneof(clauseKinds.times, clauseKinds.days)),
      conditions(clauseKinds.times),
      day,
      (a, b, today) => {
        const persons = [{}, ...everyDate(today)];
        const [first, second] = [condition(a.text), condition(b.text)];
        check(first, second, persons, today, today);
        check(first, second, persons, today);
      },
    ),
    { numRuns: 60 },
  );
});

test("with a day given, ordinary conditions are always decided", () => {
  fc.assert(
    fc.property(
      conditions(fc.oneof(clauseKinds.times, clauseKinds.days, clauseKinds.status)),
      day,
      ({ text }, today) => {
        expect(satisfiable(condition(text), FIELDS, today)).not.toBe("cannot tell");
      },
    ),
    { numRuns: 200 },
  );
});

test.each<[string, Answer]>([
  ["visit.status is missed and visit.status is booked", "no"],
  ["visit.status is none of booked, completed, missed, cancelled", "no"],
  ["visit.status is missed or visit.status is unknown", "yes"],
  ["visit.date was at least 10 days ago and visit.date was at most 7 days ago", "no"],
  ["visit.date was at most 7 days ago and visit.date is in at most 7 days", "yes"],
  ["visit.date was less than 1 day ago and visit.date is in at least 1 day", "no"],
  ["visit.date was at least 31 days ago and visit.date was less than 1 month ago", "no"],
  ["visit.date was at least 30 days ago and visit.date was less than 1 month ago", "cannot tell"],
  ["visit.date was at least 32 days ago and visit.date was at most 1 month ago", "no"],
  ["visit.date was at least 365 days ago and visit.date was less than 1 year ago", "cannot tell"],
  [
    "visit.date was at least 365 days ago and visit.date was less than 1 year ago and visit.date is not 2026-07-01",
    "cannot tell",
  ],
  // Only on 30 March, where February has 28 days.
  [
    "visit.date was 1 month ago and visit.date was 30 days ago and visit.booked_on was 2 months ago and visit.booked_on was 59 days ago",
    "cannot tell",
  ],
  ["visit.date was more than 1 month ago and visit.date was less than 30 days ago", "cannot tell"],
  ["visit.date was at least 366 days ago and visit.date was less than 1 year ago", "no"],
  ["visit.date was at most 7 days ago and visit.date is before 2026-01-01", "cannot tell"],
  ["visit.date was at most 7 days ago or visit.date is before 2026-01-01", "yes"],
  [
    "visit.date was at most 7 days ago and visit.date is in at least 9 days and visit.date is before 2026-01-01",
    "no",
  ],
  ["visit.date was at least 140 years ago", "cannot tell"],
  ["patient.age is more than 5 and patient.age is less than 5.000001", "no"],
  ["patient.age is more than 5 and patient.age is less than 5.000002", "yes"],
  ["patient.state is none of IN, OR", "yes"],
  ["patient.hospice and not patient.hospice", "no"],
])("whether anybody meets %s: %s", (text, answer) => {
  expect(satisfiable(condition(text), FIELDS)).toBe(answer);
});

test.each<[string, string, Answer]>([
  ["visit.date was 1 to 7 days ago", "visit.date was at most 14 days ago", "yes"],
  ["visit.date was at most 14 days ago", "visit.date was 1 to 7 days ago", "no"],
  ["visit.date was at most 28 days ago", "visit.date was at most 1 month ago", "yes"],
  ["visit.date was at most 30 days ago", "visit.date was at most 1 month ago", "cannot tell"],
  ["visit.date was at most 12 months ago", "visit.date was at most 1 year ago", "yes"],
  ["visit.status is missed", "visit.status is known", "yes"],
  ["visit.status is known", "visit.status is one of booked, completed, missed, cancelled", "yes"],
  ["not visit.rebooked", "visit.rebooked is known", "yes"],
  ["visit.status is missed", "visit.type is imaging", "no"],
])("whether %s lies within %s: %s", (a, b, answer) => {
  expect(implies(condition(a), condition(b), FIELDS)).toBe(answer);
});

test.each<[string, Answer]>([
  ["patient.hospice or not patient.hospice", "yes"],
  ["visit.rebooked or not visit.rebooked", "no"],
  ["visit.rebooked or not visit.rebooked or visit.rebooked is unknown", "yes"],
  ["visit.status is known or visit.status is unknown", "yes"],
])("whether everybody meets %s: %s", (text, answer) => {
  expect(alwaysTrue(condition(text), FIELDS)).toBe(answer);
});

test("a search that would take too long is given up, and nothing is concluded from it", () => {
  // Pigeons and holes: nobody fits, which no order of trying shows soon. The last part alone would do.
  const pigeons = [0, 1, 2, 3, 4, 5, 6];
  const holes = [0, 1, 2, 3, 4, 5];
  const sits = (pigeon: number, hole: number) => `p.${pigeon}${hole}`;
  const everybodySits = pigeons.map((pigeon) => `(${holes.map((hole) => sits(pigeon, hole)).join(" or ")})`);
  const nobodyShares = holes.flatMap((hole) =>
    pigeons.flatMap((one) =>
      pigeons
        .filter((other) => other > one)
        .map((other) => `(not ${sits(one, hole)} or not ${sits(other, hole)})`),
    ),
  );
  const text = `(${[...everybodySits, ...nobodyShares].join(" and ")}) or (p.easy and p.simple)`;
  expect(text.length).toBeLessThan(4000);
  const declaredAt = { file: "", start: 0, end: 0 };
  const paths = [
    ...pigeons.flatMap((pigeon) => holes.map((hole) => sits(pigeon, hole))),
    "p.easy",
    "p.simple",
  ];
  const fields = new Map(
    paths.map((path) => [path, { path, type: { kind: "yes-no" as const }, blankMeansNo: true, declaredAt }]),
  );
  expect(satisfiable(condition(text, fields), fields)).toBe("cannot tell");
});
