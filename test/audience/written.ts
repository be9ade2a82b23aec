import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import type { FieldValue, PersonRecord, Truth } from "../../src/audience/index.ts";

/** A condition as an author writes it, with what it means, worked out apart from the product: by Temporal and plain sets. */
export interface Written {
  readonly text: string;
  readonly means: (person: PersonRecord, today: Temporal.PlainDate) => Truth;
}

type Known = Exclude<FieldValue, undefined>;

/** A clause about a known value; what is not known is unknown. */
function asks(
  path: string,
  question: string,
  holds: (value: Known, today: Temporal.PlainDate) => boolean,
): Written {
  return {
    text: `${path} ${question}`.trim(),
    means: (person, today) => {
      const value = person[path];
      return value === undefined ? "unknown" : holds(value, today);
    },
  };
}

const STATUSES = ["booked", "completed", "missed", "cancelled"];
const NEEDS = ["interpreter", "step-free", "relay"];
const ALLERGIES = ["latex", "non-latex", "latex-2", "dye_2%"];
const STATES = ["IN", "OR", "IL", "00100", "o'brien % _ !"];
const NUMBERS = ["0", "17", "18", "18.25", "18.5", "-0.1", "0.1", "65", "100000"];

const quote = (value: string) => (/^[\w-]+$/.test(value) ? value : `"${value}"`);
const values = (all: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });

const codes = (path: string, all: readonly string[]): fc.Arbitrary<Written> =>
  fc
    .tuple(values(all), fc.constantFrom("is", "is not", "is one of", "is none of", "is not one of"))
    .map(([chosen, words]) => {
      const list = words.endsWith("of") ? chosen : chosen.slice(0, 1);
      const negated = words.includes("no");
      return asks(
        path,
        `${words} ${list.map(quote).join(", ")}`,
        (value) => list.includes(String(value)) !== negated,
      );
    });

const needs: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom(...NEEDS), fc.boolean())
  .map(([code, included]) =>
    asks(
      "patient.needs",
      `${included ? "includes" : "does not include"} ${code}`,
      (value) => Array.isArray(value) && value.includes(code) === included,
    ),
  );

/** A blank means that there are none. */
const allergies: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom(...ALLERGIES), fc.boolean())
  .map(([code, included]) => ({
    text: `patient.allergies ${included ? "includes" : "does not include"} ${quote(code)}`,
    means: (person) => {
      const value = person["patient.allergies"];
      return (Array.isArray(value) && value.includes(code)) === included;
    },
  }));

const yesNo: fc.Arbitrary<Written> = fc.constantFrom(
  asks("visit.rebooked", "", (value) => value === true),
  asks("visit.rebooked", "is no", (value) => value === false),
  { text: "patient.hospice", means: (person) => person["patient.hospice"] === true },
);

const knowledge: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom(
      "visit.status",
      "visit.date",
      "visit.rebooked",
      "patient.age",
      "patient.state",
      "patient.needs",
      "patient.first_name",
    ),
    fc.constantFrom("known", "unknown", "not known", "not unknown"),
  )
  .map(([path, words]) => ({
    text: `${path} is ${words}`,
    means: (person) => (person[path] !== undefined) === (words === "known" || words === "not unknown"),
  }));

const numbers: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(
      "is",
      "is not",
      "is more than",
      "is less than",
      "is at least",
      "is at most",
      "is between",
      "is none of",
    ),
  )
  .map(([a, b, words]) => {
    const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a];
    const said = words === "is between" ? `${low} and ${high}` : words === "is none of" ? `${a}, ${b}` : a;
    return asks("patient.age", `${words} ${said}`, (value) => {
      const number = Number(value);
      switch (words) {
        case "is":
          return number === Number(a);
        case "is not":
          return number !== Number(a);
        case "is more than":
          return number > Number(a);
        case "is less than":
          return number < Number(a);
        case "is at least":
          return number >= Number(a);
        case "is at most":
          return number <= Number(a);
        case "is none of":
          return number !== Number(a) && number !== Number(b);
        default:
          return number >= Number(low) && number <= Number(high);
      }
    });
  });

const UNITS = ["days", "weeks", "months", "years"] as const;

const times: fc.Arbitrary<Written> = fc
  .tuple(
    fc.nat({ max: 14 }),
    fc.nat({ max: 14 }),
    fc.constantFrom(...UNITS),
    fc.constantFrom("", "to", "more than", "at least", "at most", "less than"),
    fc.boolean(),
  )
  .map(([a, b, unit, words, past]) => {
    const [near, far] = a <= b ? [a, b] : [b, a];
    const count = words === "less than" ? a + 1 : a;
    const said = words === "to" ? `${near} to ${far}` : `${words} ${count}`.trim();
    const away = (today: Temporal.PlainDate, n: number) =>
      past ? today.subtract({ [unit]: n }) : today.add({ [unit]: n });
    return asks("visit.date", past ? `was ${said} ${unit} ago` : `is in ${said} ${unit}`, (value, today) => {
      // The distance from an edge, counted away from today.
      const beyond = (edge: Temporal.PlainDate) =>
        (past ? -1 : 1) * Temporal.PlainDate.compare(Temporal.PlainDate.from(String(value)), edge);
      const notYet = beyond(today) >= 0;
      switch (words) {
        case "to":
          return beyond(away(today, near)) >= 0 && beyond(away(today, far)) <= 0;
        case "more than":
          return beyond(away(today, count)) > 0;
        case "at least":
          return beyond(away(today, count)) >= 0;
        case "at most":
          return notYet && beyond(away(today, count)) <= 0;
        case "less than":
          return notYet && beyond(away(today, count)) < 0;
        default:
          return beyond(away(today, count)) === 0;
      }
    });
  });

export const day: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-03-31",
    "2023-12-31",
    "2024-01-01",
    "2025-02-28",
  ),
  fc
    .integer({ min: 0, max: 800 })
    .map((days) => Temporal.PlainDate.from("2023-06-01").add({ days }).toString()),
);

const days: fc.Arbitrary<Written> = fc
  .tuple(day, day, fc.constantFrom("is before", "was after", "is on", "is", "is not", "is between"))
  .map(([a, b, words]) => {
    const [first, last] = a <= b ? [a, b] : [b, a];
    const said = words === "is between" ? `${first} and ${last}` : a;
    return asks("visit.date", `${words} ${said}`, (value) => {
      switch (words) {
        case "is before":
          return value < a;
        case "was after":
          return value > a;
        case "is not":
          return value !== a;
        case "is between":
          return value >= first && value <= last;
        default:
          return value === a;
      }
    });
  });

const OPPOSITE = new Map<Truth, Truth>([
  [true, false],
  [false, true],
  ["unknown", "unknown"],
]);

function least(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes("unknown") ? "unknown" : true;
}

const negate = (truth: Truth): Truth => OPPOSITE.get(truth) ?? "unknown";

/** Conditions over clauses of the given kinds, nested a few deep. */
export function conditions(clause: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc.letrec<{ condition: Written }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: clause },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom("and", "or"), fc.array(tie("condition"), { minLength: 2, maxLength: 3 }))
          .map(
            ([word, of]): Written => ({
              text: of.map(({ text }) => `(${text})`).join(` ${word} `),
              means: (person, today) => {
                const truths = of.map(({ means }) => means(person, today));
                return word === "and" ? least(truths) : negate(least(truths.map(negate)));
              },
            }),
          ),
      },
      {
        weight: 1,
        arbitrary: tie("condition").map(
          ({ text, means }): Written => ({
            text: `not (${text})`,
            means: (person, today) => negate(means(person, today)),
          }),
        ),
      },
    ),
  })).condition;
}

export const anyClause: fc.Arbitrary<Written> = fc.oneof(
  codes("visit.status", STATUSES),
  codes("patient.state", STATES),
  needs,
  allergies,
  yesNo,
  knowledge,
  numbers,
  times,
  times,
  days,
);

/** Clauses of one field of each kind, where a small domain can be searched through. */
export const clauseKinds = { status: codes("visit.status", STATUSES), needs, yesNo, numbers, times, days };

/** Somebody's facts, with dates drawn close to the edges that amounts have from this day. */
export function people(today: string): fc.Arbitrary<PersonRecord> {
  const now = Temporal.PlainDate.from(today);
  const near = fc
    .tuple(fc.integer({ min: -14, max: 14 }), fc.constantFrom(...UNITS), fc.integer({ min: -1, max: 1 }))
    .map(([n, unit, off]) =>
      now
        .add({ [unit]: n })
        .add({ days: off })
        .toString(),
    );
  const maybe = <T extends FieldValue>(value: fc.Arbitrary<T>) =>
    fc.option(value, { nil: undefined, freq: 5 });
  return fc
    .record({
      "visit.status": maybe(fc.constantFrom(...STATUSES)),
      "visit.date": maybe(fc.oneof(near, day)),
      "visit.rebooked": maybe(fc.boolean()),
      "patient.hospice": maybe(fc.boolean()),
      "patient.state": maybe(fc.constantFrom(...STATES, "WI")),
      "patient.age": maybe(fc.constantFrom(...NUMBERS, "18.000001", "-0.100001")),
      "patient.needs": maybe(fc.subarray(NEEDS)),
      "patient.allergies": maybe(fc.subarray(ALLERGIES)),
      "patient.first_name": maybe(fc.constantFrom("Ana", "Luis")),
    })
    .map((person): PersonRecord => person);
}
