import type { IToken } from "chevrotain";
import { addDays } from "../calendar/index.ts";
import type { Span } from "../source/index.ts";
import { typeAmount } from "./amount.ts";
import { compareDecimals } from "./decimal.ts";
import { NOTHING_BETWEEN } from "./findings.ts";
import { shown } from "./mistake.ts";
import type { Comparison, Question } from "./surface.ts";
import { endOf } from "./tokens.ts";
import type { Bound, Clause, Condition, Decimal, FieldRef, FieldSpec, IsoDate } from "./tree.ts";
import type { TypingNotes } from "./typing-notes.ts";
import { codedValue, dateValue, decimalValue, valueText } from "./values.ts";

/** A field with its place, and the span of the whole clause. */
export interface Asked {
  readonly spec: FieldSpec;
  readonly field: FieldRef;
  readonly at: Span;
  readonly notes: TypingNotes;
}

/** "misfit" where the field's type has no answer to the question; nothing where a value in it was wrong and is reported. */
export type Typed = Condition | "misfit" | undefined;

/** Gives a question the meaning that the field's type has for it. */
export function typeQuestion(question: Question, asked: Asked): Typed {
  if (question.kind === "known") {
    return { kind: "known", field: asked.field, negated: question.negated, at: asked.at };
  }
  switch (asked.spec.type.kind) {
    case "yes-no":
      return askYesNo(question, asked);
    case "one-of":
    case "code":
    case "text":
      return askCode(question, asked);
    case "many-of":
      return askCodes(question, asked);
    case "number":
      return askNumber(question, asked);
    case "date":
      return askDate(question, asked);
    case "name":
    case "phone":
      return "misfit";
  }
}

/** A yes/no field is asked by its name alone; `is yes` and `is no` say the same. */
function askYesNo(question: Question, { field, at }: Asked): Typed {
  if (question.kind !== "value") return "misfit";
  const value = valueText(question.value);
  if (value !== "yes" && value !== "no") return "misfit";
  const yes: Clause = { kind: "yes", field, at };
  return (value === "yes") !== question.negated ? yes : { kind: "not", of: yes, at };
}

function askCode(question: Question, { spec, field, at, notes }: Asked): Typed {
  if (question.kind !== "value" && question.kind !== "list") return "misfit";
  const tokens = question.kind === "value" ? [question.value] : question.values;
  const values = whole(tokens.map((token) => codedValue(token, spec, notes)));
  return values && { kind: "is", field, values, negated: question.negated, at };
}

function askCodes(question: Question, { spec, field, at, notes }: Asked): Typed {
  if (question.kind !== "includes") return "misfit";
  const value = codedValue(question.value, spec, notes);
  return value && { kind: "includes", field, value, negated: question.negated, at };
}

function askNumber(question: Question, asked: Asked): Typed {
  const { field, at, notes } = asked;
  const clause = (least: Bound | undefined, most: Bound | undefined, negated: boolean): Clause => {
    return { kind: "number", field, least, most, negated, at };
  };
  const inclusive = (value: Decimal): Bound => ({ value, inclusive: true });
  switch (question.kind) {
    case "value":
    case "list":
      return eachValue(question, at, (token, negated) => {
        const value = decimalValue(token, notes);
        return value === undefined ? undefined : clause(inclusive(value), inclusive(value), negated);
      });
    case "compare": {
      const value = decimalValue(question.value, notes);
      return value === undefined ? undefined : clause(...ends(question.comparison, value), false);
    }
    case "between": {
      const low = decimalValue(question.low, notes);
      const high = decimalValue(question.high, notes);
      if (low === undefined || high === undefined) return undefined;
      if (compareDecimals(low, high) > 0) return reportEmpty(question.low, question.high, notes);
      return clause(inclusive(low), inclusive(high), false);
    }
    default:
      return "misfit";
  }
}

function ends(comparison: Comparison, value: Decimal): [Bound | undefined, Bound | undefined] {
  switch (comparison) {
    case "more than":
      return [{ value, inclusive: false }, undefined];
    case "at least":
      return [{ value, inclusive: true }, undefined];
    case "less than":
      return [undefined, { value, inclusive: false }];
    case "at most":
      return [undefined, { value, inclusive: true }];
  }
}

function askDate(question: Question, asked: Asked): Typed {
  const { field, at, notes } = asked;
  const clause = (least: IsoDate | undefined, most: IsoDate | undefined, negated: boolean): Clause => {
    return { kind: "date", field, least, most, negated, at };
  };
  switch (question.kind) {
    case "value":
    case "list":
      return eachValue(question, at, (token, negated) => {
        const day = dateValue(token, notes);
        return day === undefined ? undefined : clause(day, day, negated);
      });
    case "day": {
      const day = dateValue(question.value, notes);
      if (day === undefined) return undefined;
      if (question.relation === "before") return clause(undefined, addDays(day, -1), false);
      if (question.relation === "after") return clause(addDays(day, 1), undefined, false);
      return clause(day, day, false);
    }
    case "between": {
      const first = dateValue(question.low, notes);
      const last = dateValue(question.high, notes);
      if (first === undefined || last === undefined) return undefined;
      return first > last ? reportEmpty(question.low, question.high, notes) : clause(first, last, false);
    }
    case "ago":
    case "in": {
      const amount = typeAmount(question.amount, notes);
      return amount && { kind: "relative", field, direction: question.kind, amount, at };
    }
    default:
      return "misfit";
  }
}

/** One clause a value: any of them may hold, or, negated, none of them. */
function eachValue(
  question: Extract<Question, { kind: "value" | "list" }>,
  at: Span,
  clauseOf: (token: IToken, negated: boolean) => Clause | undefined,
): Condition | undefined {
  const tokens = question.kind === "value" ? [question.value] : question.values;
  const clauses = whole(tokens.map((token) => clauseOf(token, question.negated)));
  if (clauses === undefined || clauses.length < 2) return clauses?.[0];
  return { kind: question.negated ? "all" : "any", of: clauses, at };
}

function reportEmpty(low: IToken, high: IToken, notes: TypingNotes): undefined {
  notes.report({
    meta: NOTHING_BETWEEN,
    start: low.startOffset,
    end: endOf(high),
    message: `nothing lies between ${shown(valueText(low))} and ${shown(valueText(high))} in this order`,
    remedy: `Write: between ${shown(valueText(high))} and ${shown(valueText(low))}.`,
  });
  return undefined;
}

/** All of them, or nothing where one is missing. */
function whole<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === parts.length ? present : undefined;
}
