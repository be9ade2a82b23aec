import { isDate } from "../calendar/index.ts";
import type { Span } from "../source/index.ts";
import { canonicalDecimal } from "./decimal.ts";
import type { Amount, Bound, Clause, Coded, Condition, FieldRef, Unit } from "./tree.ts";

/**
 * A condition as plans hold it: meaning only, no places. Numbers are whole, decimals and dates are text, lists are sorted
 * and have each value once, so that the same meaning written in another order has the same digest.
 */
export type ConditionJson =
  | { readonly kind: "all" | "any"; readonly of: readonly ConditionJson[] }
  | { readonly kind: "not"; readonly of: ConditionJson }
  | { readonly kind: "yes" | "known" | "unknown"; readonly field: string }
  | { readonly kind: "is one of" | "is none of"; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: "includes" | "does not include"; readonly field: string; readonly value: string }
  | ({ readonly kind: "number within" | "number outside"; readonly field: string } & EndsJson<string>)
  | ({ readonly kind: "date within" | "date outside"; readonly field: string } & InclusiveEndsJson)
  | ({ readonly kind: "was ago" | "is in"; readonly field: string; readonly unit: Unit } & EndsJson<number>);

/** An end that is missing is open. */
type EndsJson<T> = {
  readonly at_least?: T;
  readonly more_than?: T;
  readonly at_most?: T;
  readonly less_than?: T;
};

type InclusiveEndsJson = Pick<EndsJson<string>, "at_least" | "at_most">;

/** The canonical form of a condition, for the plan and its digests. */
export function toJson(condition: Condition): ConditionJson {
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, of: condition.of.map(toJson) };
    case "not":
      return { kind: "not", of: toJson(condition.of) };
    default:
      return clauseToJson(condition);
  }
}

function clauseToJson(clause: Clause): ConditionJson {
  const field = clause.field.path;
  switch (clause.kind) {
    case "yes":
      return { kind: "yes", field };
    case "known":
      return { kind: clause.negated ? "unknown" : "known", field };
    case "is": {
      const values = [...new Set(clause.values.map(({ value }) => value))].sort();
      return { kind: clause.negated ? "is none of" : "is one of", field, values };
    }
    case "includes":
      return { kind: clause.negated ? "does not include" : "includes", field, value: clause.value.value };
    case "number":
      return {
        kind: clause.negated ? "number outside" : "number within",
        field,
        ...ends(clause.least?.value, clause.most?.value, clause.least?.inclusive, clause.most?.inclusive),
      };
    case "date":
      return {
        kind: clause.negated ? "date outside" : "date within",
        field,
        ...inclusiveEnds(clause.least, clause.most),
      };
    case "relative": {
      const { least, most, exclusive, unit } = clause.amount;
      const kind = clause.direction === "ago" ? "was ago" : "is in";
      return { kind, field, unit, ...ends(least, most, !exclusive, !exclusive) };
    }
  }
}

function inclusiveEnds(least: string | undefined, most: string | undefined): InclusiveEndsJson {
  return { ...(least !== undefined && { at_least: least }), ...(most !== undefined && { at_most: most }) };
}

function ends<T>(least: T | undefined, most: T | undefined, fromLeast = true, toMost = true): EndsJson<T> {
  return {
    ...(least !== undefined && (fromLeast ? { at_least: least } : { more_than: least })),
    ...(most !== undefined && (toMost ? { at_most: most } : { less_than: most })),
  };
}

/** A plan has no text of its own to point at. */
const NOWHERE: Span = { file: "", start: 0, end: 0 };

/**
 * Reads back what `toJson` wrote. `json` has the shape that the plan's schema requires; nothing comes back where a decimal or
 * a date in it is none, so that no text of a plan reaches SQL unread.
 */
export function fromJson(json: ConditionJson): Condition | undefined {
  switch (json.kind) {
    case "all":
    case "any": {
      const of = json.of.map(fromJson).filter((member) => member !== undefined);
      return of.length === json.of.length ? { kind: json.kind, of, at: NOWHERE } : undefined;
    }
    case "not": {
      const of = fromJson(json.of);
      return of && { kind: "not", of, at: NOWHERE };
    }
    default:
      return clauseFromJson(json);
  }
}

type ClauseJson = Exclude<ConditionJson, { kind: "all" | "any" | "not" }>;

function clauseFromJson(json: ClauseJson): Clause | undefined {
  const field: FieldRef = { path: json.field, at: NOWHERE };
  const at = NOWHERE;
  switch (json.kind) {
    case "yes":
      return { kind: "yes", field, at };
    case "known":
    case "unknown":
      return { kind: "known", field, negated: json.kind === "unknown", at };
    case "is one of":
    case "is none of":
      return { kind: "is", field, values: json.values.map(coded), negated: json.kind === "is none of", at };
    case "includes":
    case "does not include":
      return { kind: "includes", field, value: coded(json.value), negated: json.kind !== "includes", at };
    case "number within":
    case "number outside": {
      const negated = json.kind === "number outside";
      if (!everyEnd(json, (end) => canonicalDecimal(end) === end)) return undefined;
      return {
        kind: "number",
        field,
        least: bound(json.at_least, json.more_than),
        most: bound(json.at_most, json.less_than),
        negated,
        at,
      };
    }
    case "date within":
    case "date outside": {
      const negated = json.kind === "date outside";
      return everyEnd(json, isDate)
        ? { kind: "date", field, least: json.at_least, most: json.at_most, negated, at }
        : undefined;
    }
    case "was ago":
    case "is in": {
      const amount: Amount = {
        least: json.at_least ?? json.more_than,
        most: json.at_most ?? json.less_than,
        exclusive: json.more_than !== undefined || json.less_than !== undefined,
        unit: json.unit,
      };
      return { kind: "relative", field, direction: json.kind === "was ago" ? "ago" : "in", amount, at };
    }
  }
}

function everyEnd<T>(ends: EndsJson<T>, holds: (end: T) => boolean): boolean {
  return [ends.at_least, ends.more_than, ends.at_most, ends.less_than].every(
    (end) => end === undefined || holds(end),
  );
}

function bound(inclusive: string | undefined, exclusive: string | undefined): Bound | undefined {
  const value = inclusive ?? exclusive;
  return value === undefined ? undefined : { value, inclusive: inclusive !== undefined };
}

function coded(value: string): Coded {
  return { value, at: NOWHERE };
}
