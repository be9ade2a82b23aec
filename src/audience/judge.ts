import { type IsoDate, isDate } from "../calendar/index.ts";
import { canonicalDecimal, compareDecimals } from "./decimal.ts";
import { cutOffDate, relativeWindow } from "./relative.ts";
import type { Clause, Condition, FieldSpec, Fields, FieldValue, PersonRecord, Truth } from "./tree.ts";

/**
 * What a condition says of one person on one day, in the three-valued logic of Kleene. A value that the field cannot
 * hold (a code that is not in its list, a date that does not exist) is unknown, as is a field that is not declared.
 *
 * @example judge(condition, { "visit.date": "2026-11-20" }, "2026-11-23", fields) // true of "visit.date was 3 days ago"
 */
export function judge(condition: Condition, person: PersonRecord, today: IsoDate, fields: Fields): Truth {
  switch (condition.kind) {
    case "all":
      return every(condition.of, (member) => judge(member, person, today, fields));
    case "any":
      return not(every(condition.of, (member) => not(judge(member, person, today, fields))));
    case "not":
      return not(judge(condition.of, person, today, fields));
    default:
      return judgeClause(condition, knownValue(fields.get(condition.field.path), person), today);
  }
}

/** A person's value as the field's type reads it: a blank that means "no" is no, what the type cannot hold is unknown. */
export function knownValue(spec: FieldSpec | undefined, person: PersonRecord): FieldValue {
  if (spec === undefined) return undefined;
  const value = Object.hasOwn(person, spec.path) ? person[spec.path] : undefined;
  switch (spec.type.kind) {
    case "yes-no":
      if (value === undefined && spec.blankMeansNo) return false;
      return typeof value === "boolean" ? value : undefined;
    case "many-of":
      if (value === undefined && spec.blankMeansNo) return [];
      return typeof value === "object" ? value : undefined;
    case "one-of":
      return typeof value === "string" && spec.type.values.includes(value) ? value : undefined;
    case "number":
      return typeof value === "string" ? canonicalDecimal(value) : undefined;
    case "date":
      return typeof value === "string" && isDate(value) ? value : undefined;
    default:
      return typeof value === "string" && value !== "" ? value : undefined;
  }
}

function judgeClause(clause: Clause, value: FieldValue, today: IsoDate): Truth {
  if (clause.kind === "known") return (value !== undefined) !== clause.negated;
  if (value === undefined) return "unknown";
  const holds = holdsOf(clause, value, today);
  return "negated" in clause ? holds !== clause.negated : holds;
}

/** Whether a clause, its negation aside, holds of a known value. */
function holdsOf(
  clause: Exclude<Clause, { kind: "known" }>,
  value: string | boolean | readonly string[],
  today: IsoDate,
): boolean {
  switch (clause.kind) {
    case "yes":
      return value === true;
    case "is":
      return clause.values.some((coded) => coded.value === value);
    case "includes":
      return typeof value === "object" && value.includes(clause.value.value);
    case "number":
      return typeof value === "string" && withinNumbers(clause, value);
    case "date":
      return (
        typeof value === "string" &&
        (clause.least === undefined || value >= clause.least) &&
        (clause.most === undefined || value <= clause.most)
      );
    case "relative": {
      const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
      if (typeof value !== "string") return false;
      if (earliest !== undefined) {
        const first = cutOffDate(earliest.cutOff, today);
        if (value < first || (value === first && !earliest.inclusive)) return false;
      }
      if (latest !== undefined) {
        const last = cutOffDate(latest.cutOff, today);
        if (value > last || (value === last && !latest.inclusive)) return false;
      }
      return true;
    }
  }
}

function withinNumbers(range: Extract<Clause, { kind: "number" }>, value: string): boolean {
  const fromLeast = range.least === undefined ? 1 : compareDecimals(value, range.least.value);
  const toMost = range.most === undefined ? 1 : compareDecimals(range.most.value, value);
  return (
    (fromLeast > 0 || (fromLeast === 0 && range.least?.inclusive === true)) &&
    (toMost > 0 || (toMost === 0 && range.most?.inclusive === true))
  );
}

function not(truth: Truth): Truth {
  return truth === "unknown" ? truth : !truth;
}

/** Kleene's conjunction: false as soon as one is false, else unknown as soon as one is unknown. */
function every(members: readonly Condition[], judged: (member: Condition) => Truth): Truth {
  let result: Truth = true;
  for (const member of members) {
    const truth = judged(member);
    if (truth === false) return false;
    if (truth === "unknown") result = truth;
  }
  return result;
}
