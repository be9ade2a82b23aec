import fc from "fast-check";
import { expect, test } from "vitest";

import { AUDIENCE_FINDINGS, type ConditionJson, parseCondition, toJson } from "../../src/audience/index.ts";
import { audienceParser, newAudienceParser, numbered } from "../../src/audience/parser.ts";
import { readStrictly } from "../../src/audience/strict-reader.ts";
import { TOKENS, tokenize } from "../../src/audience/tokens.ts";
import { condition, locate } from "./parsed.ts";
import { FIELDS } from "./sample-fields.ts";

test("the grammar is sound: chevrotain's own validation accepts it", () => {
  expect(() => newAudienceParser({ skipValidations: false })).not.toThrow();
});

test("both engines read the same: the strict one what the other finds no mistake in, as the same tree", () => {
  const words = [
    "visit.date",
    "and",
    "or",
    "not",
    "is",
    "was",
    "one",
    "of",
    "does",
    "include",
    "includes",
    "known",
    "at",
    "least",
  ];
  const word = fc.constantFrom(
    ...words,
    ...TOKENS.map(({ name }) => name),
    "3",
    "days",
    "ago",
    "missed",
    '"a b"',
  );
  const clause = fc.constantFrom(
    "a.b",
    "a.b is c",
    "a.b is one of c, d",
    "a.b was 1 to 2 days ago",
    "(a.b is at least 3)",
  );
  const texts = fc
    .array(fc.oneof(word, clause), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = numbered(tokenize(text));
      const { surface, errors } = audienceParser().read(tokens);
      expect(readStrictly(tokens)).toEqual(errors.length === 0 ? surface : undefined);
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, ConditionJson]>([
  ["visit.rebooked", { kind: "yes", field: "visit.rebooked" }],
  ["visit.rebooked is not yes", { kind: "not", of: { kind: "yes", field: "visit.rebooked" } }],
  ["visit.status is missed", { kind: "is one of", field: "visit.status", values: ["missed"] }],
  ['visit.status is not "missed"', { kind: "is none of", field: "visit.status", values: ["missed"] }],
  [
    "patient.state is one of OR, IN, 00100",
    { kind: "is one of", field: "patient.state", values: ["00100", "IN", "OR"] },
  ],
  ["patient.state is 2345-7", { kind: "is one of", field: "patient.state", values: ["2345-7"] }],
  ['visit.slot is not one of day, "on"', { kind: "is none of", field: "visit.slot", values: ["day", "on"] }],
  [
    "patient.needs does not include relay",
    { kind: "does not include", field: "patient.needs", value: "relay" },
  ],
  ["visit.status is not known", { kind: "unknown", field: "visit.status" }],
  [
    "patient.age is 018.50",
    { kind: "number within", field: "patient.age", at_least: "18.5", at_most: "18.5" },
  ],
  ["patient.age is more than -5", { kind: "number within", field: "patient.age", more_than: "-5" }],
  ["patient.age is not 5", { kind: "number outside", field: "patient.age", at_least: "5", at_most: "5" }],
  [
    "patient.age is between 18 and 65",
    { kind: "number within", field: "patient.age", at_least: "18", at_most: "65" },
  ],
  [
    "visit.date was 5 days ago",
    { kind: "was ago", field: "visit.date", unit: "day", at_least: 5, at_most: 5 },
  ],
  [
    "visit.date was 1 to 14 days ago",
    { kind: "was ago", field: "visit.date", unit: "day", at_least: 1, at_most: 14 },
  ],
  [
    "visit.date was more than 6 months ago",
    { kind: "was ago", field: "visit.date", unit: "month", more_than: 6 },
  ],
  ["visit.date is in at most 1 week", { kind: "is in", field: "visit.date", unit: "week", at_most: 1 }],
  ["visit.date is before 2024-03-01", { kind: "date within", field: "visit.date", at_most: "2024-02-29" }],
  ["visit.date was after 2023-12-31", { kind: "date within", field: "visit.date", at_least: "2024-01-01" }],
  [
    "visit.date is between 2024-01-01 and 2024-02-01 and visit.rebooked",
    {
      kind: "all",
      of: [
        { kind: "date within", field: "visit.date", at_least: "2024-01-01", at_most: "2024-02-01" },
        { kind: "yes", field: "visit.rebooked" },
      ],
    },
  ],
  [
    "not (visit.rebooked or patient.hospice) and visit.status is known",
    {
      kind: "all",
      of: [
        {
          kind: "not",
          of: {
            kind: "any",
            of: [
              { kind: "yes", field: "visit.rebooked" },
              { kind: "yes", field: "patient.hospice" },
            ],
          },
        },
        { kind: "known", field: "visit.status" },
      ],
    },
  ],
])("%s", (text, json) => {
  expect(toJson(condition(text))).toEqual(json);
});

test("every part knows where it is written", () => {
  const text = "visit.status is missed\n and  not (visit.date was 3 days ago or visit.rebooked)";
  const parsed = condition(text);
  const written = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  expect(written(parsed.at)).toBe(text);
  if (parsed.kind !== "all") throw new Error(parsed.kind);
  const [status, not] = parsed.of;
  if (status?.kind !== "is" || not?.kind !== "not") throw new Error("another tree");
  expect(written(status.at)).toBe("visit.status is missed");
  expect(written(status.field.at)).toBe("visit.status");
  expect(status.values.map(({ at }) => written(at))).toEqual(["missed"]);
  expect(written(not.at)).toBe("not (visit.date was 3 days ago or visit.rebooked)");
  expect(written(not.of.at)).toBe("(visit.date was 3 days ago or visit.rebooked)");
});

/** What is written, the text that is underlined, the finding's code, and what is said: message, then remedy. */
const MISTAKES: readonly [string, string, string, string][] = [
  ["", "", "S201", "This condition is empty"],
  ["visit.date was within 5 days", "within", "S203", 'After "was" write "5 days ago".'],
  ["visit.date was 5 days", "days", "S203", 'The condition stops after "days". · After "days" write "ago".'],
  [
    "visit.date was 5 business days ago",
    "business",
    "S203",
    'After "5" write "to", days, weeks, months or years.',
  ],
  ["visit.date was 5-10 days ago", "5-10", "S203", "Write 5 to 10."],
  [
    "visit.status is",
    "is",
    "S203",
    'After "is" write booked, completed, missed, cancelled, "not", "one of", "none of", "known" or "unknown".',
  ],
  [
    "visit.rebooked extra",
    "extra",
    "S203",
    'After "visit.rebooked" write "and", "or", "is known" or "is unknown".',
  ],
  ["patient.age is more 5", "5", "S203", 'After "more" write "than".'],
  [
    "visit.status is visit.type",
    "visit.type",
    "S203",
    '"visit.type" is a field, and a field cannot be compared with another one',
  ],
  ["visit.status is missed and", "and", "S203", 'After "and" write "not", "(" or a field.'],
  ["()", ")", "S203", '")" cannot stand here'],
  [
    "visit.status is missed and visit.rebooked or patient.hospice",
    "or",
    "S204",
    "Write (visit.status is missed and visit.rebooked) or patient.hospice, or visit.status is missed and (visit.rebooked or patient.hospice).",
  ],
  [
    "visit.type is one of primary-care and imaging",
    "and imaging",
    "S205",
    "Write a comma, not and, between values. · Write: visit.type is one of primary-care, imaging.",
  ],
  [
    "visit.type is one of primary-care and imaging and annual-exam and visit.rebooked",
    "and imaging and annual-exam",
    "S205",
    "one of primary-care, imaging, annual-exam.",
  ],
  [
    "visit.type is primary-care or imaging",
    "or imaging",
    "S205",
    "Write: visit.type is one of primary-care, imaging.",
  ],
  [
    "visit.type is not primary-care, imaging",
    ", imaging",
    "S205",
    "Write: visit.type is none of primary-care, imaging.",
  ],
  [
    "visit.type is in primary-care, imaging",
    "is in",
    "S206",
    "`is in` needs a time, such as 2 weeks. · For a list write: visit.type is one of primary-care, imaging.",
  ],
  ["patient.state is in 00100, 00200", "is in", "S206", "patient.state is one of 00100, 00200."],
  ["visit.status is “missed”", "“missed”", "S207", 'Use straight double quotes: "missed".'],
  ["visit.status is 'missed'", "'missed'", "S207", "'missed' has single quotes"],
  ['visit.status is "missed', '"missed', "S207", "This quote is never closed"],
  ['visit.slot is ""', '""', "S207", "There is nothing between the quotes"],
  ["visit.slot is café", "café", "S207", 'Put it in quotes: "café".'],
  ["visit.slot is on", "on", "S207", '"on" is a word of the language'],
  ["visit.slot is one of to, at", "to", "S207", 'put it in quotes: "to".'],
  ["patient.state is E11.9", "E11.9", "S207", 'Write it in quotes: "E11.9".'],
  ['patient.state is "a\\b"', '"a\\b"', "S207", "A value cannot have a backslash"],
  ["visit.status IS missed", "IS", "S208", 'Write "is".'],
  ["visit.status is missed AND visit.rebooked", "AND", "S208", 'Write "and".'],
  ["visit.status != missed", "!=", "S209", 'Write "is not" instead of "!=".'],
  ["visit.status is missed && visit.rebooked", "&&", "S209", 'Write "and" instead of "&&".'],
  ["patient.age >= 18", ">=", "S209", 'Write "is at least" instead of ">=".'],
  ["status is missed", "status", "S210", "Write visit.status."],
  ["visit.date is 5 days ago", "is 5 days ago", "S211", "Write: visit.date was 5 days ago."],
  [
    "visit.date is between 1 and 14 days ago",
    "is between 1 and 14 days ago",
    "S211",
    "Write: visit.date was 1 to 14 days ago.",
  ],
  ["visit.date was in 5 days and visit.rebooked", "was in 5 days", "S211", "Write: visit.date is in 5 days."],
  ["(visit.status is missed", "(", "S212", "This parenthesis is never closed"],
  ["visit.status is missed)", ")", "S212", "This parenthesis was never opened"],
  ["visit.statos is missed", "visit.statos", "M201", 'did you mean "visit.status"?'],
  [
    "visit.status is mised",
    "mised",
    "M202",
    'visit.status is never "mised"; did you mean "missed"? · Write booked, completed, missed or cancelled.',
  ],
  ["patient.needs includes relays", "relays", "M202", 'did you mean "relay"?'],
  ["visit.status", "visit.status", "M203", "visit.status is one of a list, so something must be asked of it"],
  [
    "visit.status was 5 days ago",
    "was 5 days ago",
    "M203",
    'After visit.status write "is", "is not", "is one of"',
  ],
  ["visit.rebooked is true", "is true", "M203", "Write visit.rebooked, or not visit.rebooked."],
  ["patient.needs is relay", "is relay", "M203", 'After patient.needs write "includes", "does not include"'],
  [
    "patient.first_name is Ana",
    "is Ana",
    "M203",
    'After patient.first_name write "is known" or "is unknown".',
  ],
  ["patient.age is at least nineteen", "nineteen", "M204", '"nineteen" is not a number'],
  ["patient.age is 0.1234567", "0.1234567", "M204", '"0.1234567" is not a number'],
  ["visit.date was 2.5 days ago", "2.5", "M204", "Write a whole number of days."],
  ["visit.date is after 2026-02-30", "2026-02-30", "M205", "that month has 28 days"],
  ["visit.date is before 1850-01-01", "1850-01-01", "M205", "outside the years 1900 to 2199"],
  ["visit.date was 14 to 1 days ago", "14 to 1 days", "M206", "Write 1 to 14 days."],
  ["visit.date was less than 0 days ago", "0 days", "M206", "No day is less than 0 days away"],
  ["patient.age is between 9 and 5", "9 and 5", "M206", "Write: between 5 and 9."],
  [
    "visit.date is between 2026-03-01 and 2026-02-01",
    "2026-03-01 and 2026-02-01",
    "M206",
    "Nothing lies between",
  ],
  ["visit.date was at most 1400 years ago", "1400", "M207", "1400 years are more than 150 years"],
  ['patient.state is "unknown"', '"unknown"', "M208", "Write: patient.state is unknown."],
  [
    "patient.hospice is unknown",
    "is unknown",
    "M209",
    "A blank in patient.hospice means no, so it is always known",
  ],
];

test.each(MISTAKES)("%s: one finding, at «%s»", (text, mark, code, words) => {
  const { value, diagnostics } = parseCondition(text, locate, FIELDS);
  expect(value).toBeUndefined();
  const found = diagnostics.map(({ at, code, message, remedy }) => [
    text.slice(at.start, at.end),
    code,
    `${message} · ${remedy}`,
  ]);
  expect(found).toEqual([[mark, code, expect.stringContaining(words)]]);
});

test("mistakes in several clauses are all found, in reading order", () => {
  const text = "visit.statos is x and visit.type is imagin and visit.date is and not patient.ages is z";
  const { diagnostics } = parseCondition(text, locate, FIELDS);
  expect(diagnostics.map(({ at }) => text.slice(at.start, at.end))).toEqual([
    "visit.statos",
    "imagin",
    "and",
    "patient.ages",
  ]);
});

test("a condition that is too long or too deep is refused before it is read", () => {
  const long = `visit.status is ${"x".repeat(4000)}`;
  const deep = `${"not ".repeat(15)}${"(".repeat(16)}visit.rebooked${")".repeat(16)}`;
  for (const text of [long, deep, "(".repeat(4000)]) {
    expect(parseCondition(text, locate, FIELDS).diagnostics.map(({ code }) => code)).toEqual(["S202"]);
  }
  expect(condition(`${"(".repeat(30)}visit.rebooked${")".repeat(30)}`).kind).toBe("yes");
});

test("every finding of the room is shown by a mistake above", () => {
  const shown = new Set([...MISTAKES.map(([, , code]) => code), "S202"]);
  expect([...shown].sort()).toEqual(AUDIENCE_FINDINGS.map(({ code }) => code).sort());
  expect(new Set(AUDIENCE_FINDINGS.map(({ name }) => name)).size).toBe(AUDIENCE_FINDINGS.length);
});

const SOUP = [
  "visit.status",
  "visit.date",
  "visit.rebooked",
  "patient.age",
  "patient.needs",
  "nobody.knows",
  "is",
  "was",
  "not",
  "and",
  "or",
  "one",
  "none",
  "of",
  "includes",
  "does",
  "include",
  "known",
  "unknown",
  "between",
  "before",
  "after",
  "on",
  "in",
  "more",
  "less",
  "at",
  "than",
  "least",
  "most",
  "ago",
  "to",
  "(",
  ")",
  ",",
  '"',
  '"a b"',
  "missed",
  "IN",
  "5",
  "14",
  "2024-02-29",
  "days",
  "month",
  "!=",
  "é",
  "E11.9",
  "IS",
  "\n",
  " ",
  "\u0000",
  "\\",
];

test("any text gives a condition or a finding inside it, and never an exception", () => {
  const soup = fc.array(fc.constantFrom(...SOUP), { maxLength: 25 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(soup, soup, fc.string({ unit: "grapheme", maxLength: 80 })), (text) => {
      const { value, diagnostics } = parseCondition(text, locate, FIELDS);
      expect(value === undefined).toBe(diagnostics.length > 0);
      for (const { at, message, remedy } of diagnostics) {
        expect(at.start >= 0 && at.end <= text.length && at.start <= at.end).toBe(true);
        expect(at.end > at.start || text.trim() === "").toBe(true);
        expect(`${message} ${remedy}`.replaceAll(/"[^"]*"/g, "")).not.toMatch(
          /\b(?:undefined|NaN|EOF|[Tt]oken|[Ee]xpecting)\b/,
        );
      }
    }),
    { numRuns: 4000 },
  );
});

test("white space does not matter", () => {
  const spread = "  visit.status\tis\n  one  of missed ,booked\nand( visit.rebooked )";
  expect(toJson(condition(spread))).toEqual(
    toJson(condition("visit.status is one of booked, missed and visit.rebooked")),
  );
});
