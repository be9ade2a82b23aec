import { sqlText } from "../database/index.ts";
import type { RosterMapping, TableMapping } from "../model/index.ts";
import type { ShapedColumn } from "./shape.ts";

/** How a column is written at its source. */
export interface Writing {
  readonly dates: RosterMapping["dates"];
  readonly clock: string;
  readonly values: ReadonlyMap<string, string>;
}

/** How a column is written, by the organisation's mapping. */
export function writingOf(
  { name }: ShapedColumn,
  mapping: RosterMapping,
  table: TableMapping | undefined,
): Writing {
  return { dates: mapping.dates, clock: mapping.clock, values: table?.values.get(name) ?? new Map() };
}

/** Missing: nothing, white space, and the word that the language reserves for it. */
export function cellSql(column: string): string {
  const trimmed = `trim(${column}, E' \\t\\r\\n\u00a0')`;
  return `(CASE WHEN ${trimmed} = '' OR lower(${trimmed}) = 'unknown' THEN NULL ELSE ${trimmed} END)`;
}

/**
 * A text cell as a value of its column's type, in DuckDB's SQL; NULL where it cannot be read as one. Strict: what DuckDB's
 * own casts would guess at ("epoch", "1e3", "2026-1-2") is refused, since a wrong date writes to the wrong people.
 *
 * @param cell SQL for the trimmed cell, NULL where it is missing
 */
export function typedSql(cell: string, column: ShapedColumn, writing: Writing): string {
  const meant = meantSql(cell, writing.values);
  switch (column.type) {
    case "text":
      return `(CASE WHEN regexp_full_match(${cell}, '[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*', 's') THEN ${cell} END)`;
    case "code":
      return codeSql(meant, column.values);
    case "yes-no":
      return yesNoSql(meant);
    case "number":
      return `(CASE WHEN regexp_full_match(${cell}, '[+-]?\\d{1,12}(\\.\\d{1,6})?') THEN TRY_CAST(${cell} AS DECIMAL(18, 6)) END)`;
    case "date":
      return dateSql(cell, writing.dates);
    case "instant":
      return instantSql(cell, writing.clock);
    case "list":
      return listSql(cell);
  }
}

/** The SQL type that a column of the roster has. */
export function sqlType({ type }: Pick<ShapedColumn, "type">): string {
  switch (type) {
    case "yes-no":
      return "BOOLEAN";
    case "number":
      return "DECIMAL(18, 6)";
    case "date":
      return "DATE";
    case "instant":
      return "TIMESTAMP";
    default:
      return "VARCHAR";
  }
}

function meantSql(cell: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return cell;
  const cases = [...values].map(([written, code]) => `WHEN ${sqlText(written)} THEN ${sqlText(code)}`);
  return `(CASE ${cell} ${cases.join(" ")} ELSE ${cell} END)`;
}

/** A code from a closed list of the roster is one of it, or cannot be read: a status that nobody knows could be a booking. */
function codeSql(code: string, values: readonly string[] | undefined): string {
  if (values !== undefined)
    return `(CASE WHEN ${code} IN (${values.map(sqlText).join(", ")}) THEN ${code} END)`;
  return `(CASE WHEN regexp_full_match(${code}, '[^\\x00-\\x1f\\x7f]*', 's') THEN ${code} END)`;
}

function yesNoSql(cell: string): string {
  return `(CASE WHEN lower(${cell}) IN ('yes', 'y', 'true', 't', '1') THEN TRUE WHEN lower(${cell}) IN ('no', 'n', 'false', 'f', '0') THEN FALSE END)`;
}

/** Midnight after a date is how databases export a column of days. */
function dateSql(cell: string, order: Writing["dates"]): string {
  const iso = `WHEN regexp_full_match(${cell}, '\\d{4}-\\d{2}-\\d{2}([ T]00:00(:00(\\.0+)?)?)?') THEN TRY_CAST(left(${cell}, 10) AS DATE)`;
  if (order === "year-month-day") return `(CASE ${iso} END)`;
  const format = order === "month/day/year" ? "%m/%d/%Y" : "%d/%m/%Y";
  return `(CASE ${iso} WHEN regexp_full_match(${cell}, '\\d{1,2}/\\d{1,2}/\\d{4}') THEN CAST(TRY_STRPTIME(${cell}, '${format}') AS DATE) END)`;
}

/** To the second, in UTC. A bare day is refused: whether a booking came before or after a message is told by the hour. */
function instantSql(cell: string, clock: string): string {
  const clockTime = "\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?";
  const offset = " ?(Z|[+-]\\d{2}(:?\\d{2})?)";
  const local = `TRY_CAST(replace(${cell}, 'T', ' ') AS TIMESTAMP)`;
  const zoned = `TRY_CAST(replace(${cell}, 'T', ' ') AS TIMESTAMPTZ)`;
  const utc = clock === "UTC" ? local : `timezone('UTC', timezone(${sqlText(clock)}, ${local}))`;
  return `date_trunc('second', CASE WHEN regexp_full_match(${cell}, '${clockTime}') THEN ${utc} WHEN regexp_full_match(${cell}, '${clockTime}${offset}') THEN timezone('UTC', ${zoned}) END)`;
}

/** Codes between bars, with a bar at both ends; a bar alone says that there are none. */
function listSql(cell: string): string {
  const inner = `trim(regexp_replace(${cell}, '\\s*\\|[\\s|]*', '|', 'g'), '|')`;
  return `(CASE WHEN NOT regexp_full_match(${cell}, '[^\\x00-\\x1f\\x7f]*', 's') THEN NULL WHEN ${inner} = '' THEN '|' ELSE '|' || ${inner} || '|' END)`;
}
