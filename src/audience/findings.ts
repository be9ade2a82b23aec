import type { Basis, RuleMeta } from "../source/index.ts";

const LANGUAGE: Basis = {
  kind: "language",
  cites: ["the audience language"],
  asOf: "2026-11-23",
  confidence: "checked",
};

const STATUS = "-    - visit.status is missed\n";
const TYPE = "-    - visit.type is one of primary-care, annual-exam\n";
const DATE = "-    - visit.date was 1 to 14 days ago\n";

/** A finding of the language: `good` and `bad` replace one line of the base campaign by a condition. */
function finding(
  code: string,
  name: string,
  words: Pick<RuleMeta, "summary" | "why" | "remedy">,
  good: { readonly title: string; readonly edit: string },
  bad: { readonly title: string; readonly edit: string; readonly marks: readonly string[] },
): RuleMeta {
  return {
    code,
    name,
    ...words,
    basis: LANGUAGE,
    severity: "error",
    waivable: "never",
    examples: { good: [good], bad: [bad] },
  };
}

export const CONDITION_EMPTY = finding(
  "S201",
  "condition-empty",
  {
    summary: "A condition without words",
    why: "An empty line would decide nothing while it looks as if it did.",
    remedy: "Write a condition, such as: visit.status is missed. Or take the line out.",
  },
  { title: "A condition", edit: `${STATUS}+    - visit.status is missed` },
  { title: "Nothing between the quotes", edit: `${STATUS}+    - " "`, marks: [" "] },
);

export const CONDITION_TOO_BIG = finding(
  "S202",
  "condition-too-big",
  {
    summary: "A condition too long or too deep to review",
    why: "A reviewer signs the condition, so a person must be able to read it: at most 4,000 characters, and at most 30 parentheses and nots within each other.",
    remedy: "Split it: every line under include must be true, so each part can be a line of its own.",
  },
  { title: "Two lines", edit: `${STATUS}+    - visit.status is missed\n+    - visit.type is known` },
  {
    title: "More parentheses than anybody can follow",
    edit: `${STATUS}+    - ${"(".repeat(31)}visit.type is known${")".repeat(31)}`,
    marks: [`${"(".repeat(31)}visit.type is known${")".repeat(31)}`],
  },
);

export const CONDITION_UNREADABLE = finding(
  "S203",
  "condition-unreadable",
  {
    summary: "A condition that is not a sentence of the audience language",
    why: "A condition decides who is written to. It is read in one way or not at all; nothing is guessed.",
    remedy: "Write a field, then what is asked of it, such as: visit.status is missed.",
  },
  { title: "A field and a question", edit: `${DATE}+    - visit.date was 3 to 10 days ago` },
  {
    title: "A word that the language does not have here",
    edit: `${DATE}+    - visit.date was within 3 days`,
    marks: ["within"],
  },
);

export const MIXED_AND_OR = finding(
  "S204",
  "mixed-and-or",
  {
    summary: '"and" and "or" in one line without parentheses',
    why: "People read such a line in two ways, and the two ways write to different patients.",
    remedy: "Put parentheses around the part that belongs together.",
  },
  {
    title: "Parentheses",
    edit: `${STATUS}+    - visit.status is missed and (visit.type is annual-exam or visit.date was 3 days ago)`,
  },
  {
    title: "Two readings",
    edit: `${STATUS}+    - visit.status is missed and visit.type is annual-exam or visit.date was 3 days ago`,
    marks: ["or"],
  },
);

export const SEVERAL_VALUES = finding(
  "S205",
  "several-values",
  {
    summary: "Several values joined by and, or, or a comma after is",
    why: "and and or join whole conditions. A list of values is one condition, with commas.",
    remedy: "Write a comma, not and or or, between values, after `is one of`.",
  },
  { title: "A list", edit: `${TYPE}+    - visit.type is one of primary-care, annual-exam` },
  {
    title: "and between values",
    edit: `${TYPE}+    - visit.type is one of primary-care and annual-exam`,
    marks: ["and annual-exam"],
  },
);

export const IS_IN_NEEDS_TIME = finding(
  "S206",
  "is-in-needs-time",
  {
    summary: "`is in` before a list",
    why: "`is in` is about the days ahead: visit.date is in 2 weeks. For a list it would have a second meaning.",
    remedy: "`is in` needs a time; for a list write `is one of`.",
  },
  { title: "A time ahead", edit: `${DATE}+    - visit.date is in at most 2 weeks` },
  {
    title: "A list after is in",
    edit: `${TYPE}+    - visit.type is in primary-care, annual-exam`,
    marks: ["is in"],
  },
);

export const VALUE_QUOTES = finding(
  "S207",
  "value-quotes",
  {
    summary: "A value that needs straight double quotes",
    why: "A bare value has letters, digits and hyphens. Anything else is put in quotes, so that it is clear where the value ends.",
    remedy: 'Put the value in straight double quotes: patient.state is "IN".',
  },
  { title: "A quoted value", edit: `${STATUS}+    - 'visit.status is "missed"'` },
  { title: "Curly quotes", edit: `${STATUS}+    - visit.status is “missed”`, marks: ["“missed”"] },
);

export const LOWER_CASE_WORDS = finding(
  "S208",
  "lower-case-words",
  {
    summary: "A word of the language in capitals",
    why: "The words of the language are lower case only, so that a value such as IN or OR (states) is a value.",
    remedy: "Write it in lower case.",
  },
  { title: "Lower case", edit: `${STATUS}+    - visit.status is missed and visit.type is known` },
  {
    title: "A connective in capitals",
    edit: `${STATUS}+    - visit.status is missed AND visit.type is known`,
    marks: ["AND"],
  },
);

export const WORDS_NOT_SIGNS = finding(
  "S209",
  "words-not-signs",
  {
    summary: "A sign where the language has a word",
    why: "Whoever reviews an audience reads it aloud. Signs are read differently by people who program and people who do not.",
    remedy: "Write words: is, is not, is more than, is at least, and, or.",
  },
  { title: "Words", edit: `${STATUS}+    - visit.status is not booked` },
  { title: "Signs", edit: `${STATUS}+    - visit.status != booked`, marks: ["!="] },
);

export const FIELD_NEEDS_DOT = finding(
  "S210",
  "field-needs-dot",
  {
    summary: "A field without a dot",
    why: "A field is two words with a dot, so that a field and a value can never be taken for one another.",
    remedy: "Write what it belongs to, a dot and its name: visit.status.",
  },
  { title: "A field", edit: `${STATUS}+    - visit.status is missed` },
  { title: "Half a field", edit: `${STATUS}+    - status is missed`, marks: ["status"] },
);

export const WAS_OR_IS = finding(
  "S211",
  "was-or-is",
  {
    summary: "`is` with a time ago, or `was` with a time ahead",
    why: "`was … ago` ends today and `is in …` begins today. The verb says on which side of today the days lie.",
    remedy: "Write `was 5 days ago` for the past, `is in 5 days` for the days ahead.",
  },
  { title: "The past", edit: `${DATE}+    - visit.date was at most 10 days ago` },
  { title: "is with ago", edit: `${DATE}+    - visit.date is 5 days ago`, marks: ["is 5 days ago"] },
);

export const PARENTHESIS_ALONE = finding(
  "S212",
  "parenthesis-alone",
  {
    summary: "A parenthesis without its other half",
    why: "Parentheses decide what belongs together. With one of them missing nobody can say.",
    remedy: "Close every parenthesis that you open.",
  },
  { title: "A pair", edit: `${STATUS}+    - (visit.type is annual-exam or visit.date was 3 days ago)` },
  {
    title: "Never closed",
    edit: `${STATUS}+    - (visit.type is annual-exam or visit.date was 3 days ago`,
    marks: ["("],
  },
);

export const UNKNOWN_FIELD = finding(
  "M201",
  "unknown-field",
  {
    summary: "A condition asks a field that the library does not declare",
    why: "Only declared fields have a type and a class, so only they can be checked and be exported from the record.",
    remedy: "Use a field of library/fields.yaml, or declare it there with its class.",
  },
  { title: "A declared field", edit: `${STATUS}+    - visit.status is missed` },
  { title: "A misspelt field", edit: `${STATUS}+    - visit.statos is missed`, marks: ["visit.statos"] },
);

export const VALUE_NOT_IN_LIST = finding(
  "M202",
  "value-not-in-list",
  {
    summary: "A value that the field never has",
    why: "The condition would never hold, and nobody would be written to without anybody noticing.",
    remedy: "Use a value that the field's list has, or add it to the list in library/fields.yaml.",
  },
  { title: "A value of the list", edit: `${STATUS}+    - visit.status is missed` },
  { title: "A misspelt value", edit: `${STATUS}+    - visit.status is mised`, marks: ["mised"] },
);

export const WRONG_QUESTION = finding(
  "M203",
  "wrong-question",
  {
    summary: "A question that the field cannot answer",
    why: "A date has no list and a status has no days. A question that does not fit the field has no answer for anybody.",
    remedy: "Ask what fits the field's type in library/fields.yaml.",
  },
  { title: "A time asked of a date", edit: `${DATE}+    - visit.date was 2 to 10 days ago` },
  {
    title: "A time asked of a status",
    edit: `${STATUS}+    - visit.status was 5 days ago`,
    marks: ["was 5 days ago"],
  },
);

export const NOT_A_NUMBER = finding(
  "M204",
  "not-a-number",
  {
    summary: "A value that is no number, or not a whole one where days are counted",
    why: "Numbers are compared exactly, with at most twelve digits before the point and six after it.",
    remedy: "Write a number such as 5 or 0.5, and a whole number of days, weeks, months or years.",
  },
  { title: "A number", edit: `${STATUS}+    - patient.birth_year is at most 1961` },
  {
    title: "A word for a number",
    edit: `${STATUS}+    - patient.birth_year is at most nineteen`,
    marks: ["nineteen"],
  },
);

export const NOT_A_DATE = finding(
  "M205",
  "not-a-date",
  {
    summary: "A date that does not exist, or is outside the years 1900 to 2199",
    why: "A date that does not exist is read as a day by some systems and as an error by others.",
    remedy: "Write a date that exists, as year, month and day: 2026-11-23.",
  },
  { title: "A date", edit: `${DATE}+    - visit.date was after 2026-02-28` },
  {
    title: "A day that February does not have",
    edit: `${DATE}+    - visit.date was after 2026-02-30`,
    marks: ["2026-02-30"],
  },
);

export const NOTHING_BETWEEN = finding(
  "M206",
  "nothing-between",
  {
    summary: "A range with nothing in it",
    why: "The condition would never hold. Almost always the two ends are the wrong way round.",
    remedy: "Write the smaller number or the earlier date first.",
  },
  { title: "The smaller first", edit: `${DATE}+    - visit.date was 1 to 14 days ago` },
  {
    title: "The greater first",
    edit: `${DATE}+    - visit.date was 14 to 1 days ago`,
    marks: ["14 to 1 days"],
  },
);

export const TIME_TOO_FAR = finding(
  "M207",
  "time-too-far",
  {
    summary: "More than 150 years from today",
    why: "Nobody's record reaches that far; a number that large is a slip of the finger.",
    remedy: "Write at most 150 years, in any unit.",
  },
  { title: "Within a lifetime", edit: `${DATE}+    - visit.date was at most 2 years ago` },
  {
    title: "A number too large",
    edit: `${DATE}+    - visit.date was at most 1400 years ago`,
    marks: ["1400"],
  },
);

export const RESERVED_VALUE = finding(
  "M208",
  "reserved-value",
  {
    summary: '"known" or "unknown" as a quoted value',
    why: 'A record that says "unknown" is loaded as missing, so no record ever has it as a value.',
    remedy: "Write `is known` or `is unknown`, without quotes.",
  },
  { title: "Asked without quotes", edit: `${STATUS}+    - visit.status is known` },
  {
    title: "A quoted unknown",
    edit: `${STATUS}+    - 'patient.state is "unknown"'`,
    marks: ['"unknown"'],
  },
);

export const NEVER_UNKNOWN = finding(
  "M209",
  "never-unknown",
  {
    summary: "Asking whether a field is known whose blank means no",
    why: "For such a field a blank is an answer, so it is always known.",
    remedy: "Ask the field itself, or take `blank_means: no` out of library/fields.yaml.",
  },
  {
    title: "A field whose blank is unknown",
    edit: "-    - patient.moved_care\n+    - patient.moved_care is unknown",
  },
  {
    title: "A blank that already means no",
    edit: "-    - patient.hospice\n+    - patient.hospice is unknown",
    marks: ["is unknown"],
  },
);

/** Every finding of this room, by code. */
export const AUDIENCE_FINDINGS: readonly RuleMeta[] = [
  CONDITION_EMPTY,
  CONDITION_TOO_BIG,
  CONDITION_UNREADABLE,
  MIXED_AND_OR,
  SEVERAL_VALUES,
  IS_IN_NEEDS_TIME,
  VALUE_QUOTES,
  LOWER_CASE_WORDS,
  WORDS_NOT_SIGNS,
  FIELD_NEEDS_DOT,
  WAS_OR_IS,
  PARENTHESIS_ALONE,
  UNKNOWN_FIELD,
  VALUE_NOT_IN_LIST,
  WRONG_QUESTION,
  NOT_A_NUMBER,
  NOT_A_DATE,
  NOTHING_BETWEEN,
  TIME_TOO_FAR,
  RESERVED_VALUE,
  NEVER_UNKNOWN,
];
