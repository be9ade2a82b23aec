import { operandText } from "./operand-text.ts";
import type { Comparison, Operand, TemplateValue, Test } from "./tree.ts";

const ORDER: Readonly<Record<Exclude<Comparison, "==" | "!=">, readonly [yes: string, no: string]>> = {
  "<": ["is less than", "is not less than"],
  ">": ["is more than", "is not more than"],
  "<=": ["is at most", "is more than"],
  ">=": ["is at least", "is less than"],
  contains: ["contains", "does not contain"],
};

/**
 * A test in words, or its contrary.
 *
 * @example guardWords({ kind: "compare", op: "==", left: visitType, right: annualExam }, true) // visit.type is annual-exam
 */
export function guardWords(test: Test, truth: boolean): string {
  switch (test.kind) {
    case "truthy":
      return `${valueName(test.value)} is ${truth ? "known" : "missing"}`;
    case "compare":
      return comparison(test, truth);
    case "not":
      return guardWords(test.test, !truth);
    case "and":
    case "or": {
      const words = test.tests.map((clause) => guardWords(clause, truth));
      return (test.kind === "and") === truth ? words.join(" and ") : `either ${words.join(" or ")}`;
    }
  }
}

function comparison({ op, left, right }: Test & { kind: "compare" }, truth: boolean): string {
  const [subject, other] =
    left.kind === "literal" || left.kind === "emptiness" ? [right, left] : [left, right];
  if (op === "==" || op === "!=") {
    return `${operandName(subject)} ${(op === "==") === truth ? "is" : "is not"} ${operandName(other)}`;
  }
  const [yes, no] = ORDER[op];
  return `${operandName(left)} ${truth ? yes : no} ${operandName(right)}`;
}

function operandName(operand: Operand): string {
  if (operand.kind === "literal") return operand.value === null ? "missing" : String(operand.value);
  return operand.kind === "field" ? operand.path : operandText(operand);
}

/** What a value is called in a guard; its filters in parentheses. */
export function valueName({ operand, filters }: TemplateValue): string {
  const name = operandName(operand);
  return filters.length === 0 ? name : `${name} (${filters.map((filter) => filter.name).join(", ")})`;
}

/** Guards that hold together, as one sentence part; what is too long for a reader is cut. */
export function allOf(guards: readonly string[]): string {
  const words = [...new Set(guards.filter((guard) => guard !== ""))].join(" and ");
  return words.length > 240 ? `${words.slice(0, 239)}…` : words;
}

/** A guard as it is shown: "when visit.type is annual-exam". */
export function whenOf(guards: readonly string[]): string {
  const words = allOf(guards);
  return words === "" ? "" : `when ${words}`;
}

/** A value that is one of several, in words: `visit.type is a or b`. */
export function isOneOf(name: string, values: readonly string[]): string {
  const last = values.at(-1) ?? "";
  return `${name} is ${values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : last}`;
}

/** None of several values, in words: `visit.type is not a`, `visit.type is none of a, b`. */
export function isNoneOf(name: string, values: readonly string[]): string {
  return values.length === 1 ? `${name} is not ${values[0]}` : `${name} is none of ${values.join(", ")}`;
}
