import type { IsoDate } from "../calendar/index.ts";
import { clausesOf } from "./clauses.ts";
import { type CutOff, type CutOffEnd, cutOffDate, relativeWindow } from "./relative.ts";
import type { Clause, Condition, FieldSpec, Fields } from "./tree.ts";

/**
 * How a condition's names and days are written in SQL.
 *
 * Columns are expected as: boolean for yes/no, DECIMAL(18,6) for numbers, DATE for dates, text for all else. A many-of
 * column holds its codes between bars, `|relay|step-free|`, and `|` for none. Missing is NULL or an empty text.
 */
export interface SqlWords {
  readonly fields: Fields;
  /** The column of a field; by default `"visit"."status"`. */
  readonly column?: (path: string) => string;
  /** A day relative to today: a literal (`literalCutOffs`) or a placeholder that is bound at each tick (`namedCutOffs`). */
  readonly cutOff: (cutOff: CutOff) => string;
}

/**
 * A portable SQL condition that is TRUE exactly where `judge` says true, and else FALSE, never NULL: for `include`.
 *
 * It has no date arithmetic and no engine function; text is only compared for equality, so no collation matters.
 *
 * @example sqlTrue(condition, { fields, cutOff: namedCutOffs })
 * // ("visit"."date" IS NOT NULL AND "visit"."date" >= :days_ago_14 AND "visit"."date" <= :days_ago_1)
 */
export function sqlTrue(condition: Condition, words: SqlWords): string {
  switch (condition.kind) {
    case "all":
      return joined(condition.of, "AND", (member) => sqlTrue(member, words));
    case "any":
      return joined(condition.of, "OR", (member) => sqlTrue(member, words));
    case "not":
      return sqlFalse(condition.of, words);
    default:
      return clauseSql(condition, true, words);
  }
}

/** A portable SQL condition that is TRUE exactly where `judge` says false, and else FALSE, never NULL: for `exclude`. */
export function sqlFalse(condition: Condition, words: SqlWords): string {
  switch (condition.kind) {
    case "all":
      return joined(condition.of, "OR", (member) => sqlFalse(member, words));
    case "any":
      return joined(condition.of, "AND", (member) => sqlFalse(member, words));
    case "not":
      return sqlTrue(condition.of, words);
    default:
      return clauseSql(condition, false, words);
  }
}

/** Cut-offs as date literals of one day. */
export function literalCutOffs(today: IsoDate): SqlWords["cutOff"] {
  return (cutOff) => dateLiteral(cutOffDate(cutOff, today));
}

/** Cut-offs as named placeholders: `:days_ago_14`. The names of a condition and their dates come from `cutOffsOf`. */
export const namedCutOffs: SqlWords["cutOff"] = (cutOff) => `:${cutOffName(cutOff)}`;

/** `today`, `days_ago_14`, `months_ahead_6`. */
export function cutOffName({ unit, count }: CutOff): string {
  if (count === 0) return "today";
  return `${unit}s_${count < 0 ? "ago" : "ahead"}_${Math.abs(count)}`;
}

/** The cut-offs of a condition by placeholder name, in order of their names: what a tick binds with `cutOffDate`. */
export function cutOffsOf(condition: Condition): ReadonlyMap<string, CutOff> {
  const named = clausesOf(condition).flatMap((clause): [string, CutOff][] => {
    if (clause.kind !== "relative") return [];
    const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
    return [earliest, latest].flatMap((end) => (end ? [[cutOffName(end.cutOff), end.cutOff]] : []));
  });
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function joined(
  members: readonly Condition[],
  connective: "AND" | "OR",
  sql: (member: Condition) => string,
): string {
  return `(${members.map(sql).join(` ${connective} `)})`;
}

/** Where a clause is true, or, with `wanted` false, definitely false. */
function clauseSql(clause: Clause, wanted: boolean, words: SqlWords): string {
  const spec = words.fields.get(clause.field.path);
  const positive = "negated" in clause ? clause.negated !== wanted : wanted;
  if (spec === undefined) return clause.kind === "known" && !positive ? "TRUE" : "FALSE";
  const column = (words.column ?? quotedColumn)(clause.field.path);
  switch (clause.kind) {
    case "yes":
      if (positive) return `(${column} IS TRUE)`;
      return spec.blankMeansNo ? `(${column} IS NOT TRUE)` : `(${column} IS FALSE)`;
    case "known":
      return positive ? known(column, spec) : unknown(column, spec);
    case "is":
      return isOneOf(
        column,
        spec,
        clause.values.map(({ value }) => value),
        positive,
      );
    case "includes":
      return includes(column, spec, clause.value.value, positive);
    case "number":
      return range(column, positive, {
        least: clause.least && { sql: clause.least.value, inclusive: clause.least.inclusive },
        most: clause.most && { sql: clause.most.value, inclusive: clause.most.inclusive },
      });
    case "date":
      return range(column, positive, { least: dayEnd(clause.least), most: dayEnd(clause.most) });
    case "relative": {
      const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
      const end = (cut: CutOffEnd | undefined) =>
        cut && { sql: words.cutOff(cut.cutOff), inclusive: cut.inclusive };
      return range(column, positive, { least: end(earliest), most: end(latest) });
    }
  }
}

function known(column: string, spec: FieldSpec): string {
  switch (spec.type.kind) {
    case "yes-no":
      return spec.blankMeansNo ? "TRUE" : `(${column} IS NOT NULL)`;
    case "number":
    case "date":
      return `(${column} IS NOT NULL)`;
    case "one-of":
      return oneOf(column, spec.type.values);
    case "many-of":
      return spec.blankMeansNo ? "TRUE" : `(${column} IS NOT NULL AND ${column} <> '')`;
    default:
      return `(${column} IS NOT NULL AND ${column} <> '')`;
  }
}

function unknown(column: string, spec: FieldSpec): string {
  switch (spec.type.kind) {
    case "yes-no":
      return spec.blankMeansNo ? "FALSE" : `(${column} IS NULL)`;
    case "number":
    case "date":
      return `(${column} IS NULL)`;
    case "one-of":
      return `(${column} IS NULL OR ${column} NOT IN (${spec.type.values.map(textLiteral).join(", ")}))`;
    case "many-of":
      return spec.blankMeansNo ? "FALSE" : `(${column} IS NULL OR ${column} = '')`;
    default:
      return `(${column} IS NULL OR ${column} = '')`;
  }
}

/** A value outside a one-of field's list is unknown, so "is none of" names the others of the list. */
function isOneOf(column: string, spec: FieldSpec, values: readonly string[], positive: boolean): string {
  if (spec.type.kind === "one-of") {
    return oneOf(
      column,
      spec.type.values.filter((value) => values.includes(value) === positive),
    );
  }
  if (positive) return oneOf(column, values);
  return `(${column} IS NOT NULL AND ${column} NOT IN (${["", ...values].map(textLiteral).join(", ")}))`;
}

function oneOf(column: string, values: readonly string[]): string {
  if (values.length === 0) return "FALSE";
  return `(${column} IS NOT NULL AND ${column} IN (${values.map(textLiteral).join(", ")}))`;
}

function includes(column: string, spec: FieldSpec, code: string, positive: boolean): string {
  const pattern = textLiteral(`%|${code.replaceAll(/[!%_]/g, "!$&")}|%`);
  const escaped = /[!%_]/.test(code) ? " ESCAPE '!'" : "";
  if (positive) return `(${column} IS NOT NULL AND ${column} LIKE ${pattern}${escaped})`;
  const without = `${column} NOT LIKE ${pattern}${escaped}`;
  return spec.blankMeansNo
    ? `(${column} IS NULL OR ${without})`
    : `(${column} IS NOT NULL AND ${column} <> '' AND ${without})`;
}

interface RangeEnd {
  readonly sql: string;
  readonly inclusive: boolean;
}

function range(
  column: string,
  positive: boolean,
  { least, most }: { readonly least: RangeEnd | undefined; readonly most: RangeEnd | undefined },
): string {
  const conditions: string[] = [];
  if (least)
    conditions.push(
      `${column} ${positive ? above(least) : below({ ...least, inclusive: !least.inclusive })}`,
    );
  if (most)
    conditions.push(`${column} ${positive ? below(most) : above({ ...most, inclusive: !most.inclusive })}`);
  if (positive) return `(${[`${column} IS NOT NULL`, ...conditions].join(" AND ")})`;
  return conditions.length === 0 ? "FALSE" : `(${column} IS NOT NULL AND (${conditions.join(" OR ")}))`;
}

function above({ sql, inclusive }: RangeEnd): string {
  return `${inclusive ? ">=" : ">"} ${sql}`;
}

function below({ sql, inclusive }: RangeEnd): string {
  return `${inclusive ? "<=" : "<"} ${sql}`;
}

function dayEnd(day: IsoDate | undefined): RangeEnd | undefined {
  return day === undefined ? undefined : { sql: dateLiteral(day), inclusive: true };
}

function quotedColumn(path: string): string {
  return path
    .split(".")
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(".");
}

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function dateLiteral(day: IsoDate): string {
  return `DATE '${day}'`;
}
