import type { IsoDate } from "../calendar/index.ts";
import { criticalDays } from "./critical-days.ts";
import { stepDecimal } from "./decimal.ts";
import type { Clause, FieldSpec, FieldValue } from "./tree.ts";

/** Every subset of the codes of a many-of field is a cell, so only few codes can be told apart. */
const MOST_CODES = 6;

/**
 * Values that stand for all values of a field: whatever a record holds, one of these gives every clause the same
 * answer on this day. Nothing where there are too many.
 */
export function cells(
  spec: FieldSpec,
  clauses: readonly Clause[],
  today: IsoDate,
): readonly FieldValue[] | undefined {
  switch (spec.type.kind) {
    case "yes-no":
      return [undefined, false, true];
    case "one-of":
      return [undefined, ...spec.type.values];
    case "many-of": {
      const codes = unique(
        clauses.flatMap((clause) => (clause.kind === "includes" ? [clause.value.value] : [])),
      );
      return codes.length > MOST_CODES ? undefined : [undefined, ...subsets(codes)];
    }
    case "number": {
      const edges = clauses.flatMap((clause) =>
        clause.kind === "number" ? [clause.least?.value, clause.most?.value] : [],
      );
      const around = edges.flatMap((edge) =>
        edge === undefined ? [] : [stepDecimal(edge, -1), edge, stepDecimal(edge, 1)],
      );
      return [undefined, ...unique(["0", ...around])];
    }
    case "date":
      return [undefined, ...unique([today, ...criticalDays(clauses, today)])];
    case "code":
    case "text":
    case "name":
    case "phone": {
      const values = clauses.flatMap((clause) =>
        clause.kind === "is" ? clause.values.map(({ value }) => value) : [],
      );
      return [undefined, ...unique(values), otherThan(values)];
    }
  }
}

/** A text that is none of the given ones. */
export function otherThan(values: readonly string[]): string {
  let other = "other";
  while (values.includes(other)) other += "-";
  return other;
}

function subsets(codes: readonly string[]): readonly (readonly string[])[] {
  const numbers = Array.from({ length: 2 ** codes.length }, (_, number) => number);
  return numbers.map((number) => codes.filter((_, bit) => (number >> bit) % 2 === 1));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
