import { quotedName, sqlText } from "../database/index.ts";
import type { RosterMapping } from "../model/index.ts";
import { didYouMean, nearest } from "../source/index.ts";
import { cellSql, sqlType, typedSql, type Writing, writingOf } from "./cells.ts";
import { RosterProblem } from "./problem.ts";
import type { Relation } from "./relation.ts";
import type { ShapedColumn } from "./shape.ts";
import type { TableName } from "./table.ts";

/** A column of the roster and the column of the source that holds it; nothing where the source has none. */
export interface SourcedColumn {
  readonly column: ShapedColumn;
  readonly written: string | undefined;
  /** The type that it has at the source. */
  readonly native: string | undefined;
}

/**
 * Finds the source's column of each column. Capitals do not matter, since databases fold them.
 *
 * @throws RosterProblem where a needed column is missing, or the mapping names one that is not there
 */
export function sourcedColumns(
  table: TableName,
  columns: readonly ShapedColumn[],
  { shown, columns: held }: Relation,
  mapping: RosterMapping,
): readonly SourcedColumn[] {
  const byFolded = new Map([...held.keys()].map((name) => [name.toLowerCase(), name]));
  const own = mapping.tables.get(table)?.columns ?? new Map<string, never>();
  refuseUnknownColumns(table, [...own.keys()], columns);
  return columns.map((column) => {
    const mapped = own.get(column.name)?.value;
    const written = byFolded.get((mapped ?? column.name).toLowerCase());
    if (written !== undefined) return { column, written, native: held.get(written) };
    if (mapped !== undefined) {
      throw new RosterProblem(
        `${shown} has no column "${mapped}", which recare.yaml names for ${table}.${column.name}${didYouMean(mapped, held.keys())}`,
        `Correct roster > tables > ${table} > columns > ${column.name} in recare.yaml.`,
      );
    }
    if (column.required) throw missingColumn(table, column, shown, [...held.keys()]);
    return { column, written: undefined, native: undefined };
  });
}

function refuseUnknownColumns(
  table: TableName,
  written: readonly string[],
  columns: readonly ShapedColumn[],
): void {
  const known = columns.map(({ name }) => name);
  const unknown = written.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new RosterProblem(
    `recare.yaml names a column for ${table}.${unknown}, and ${table} has no such column${didYouMean(unknown, known)}`,
    "Columns are those of docs/roster.md, and those of the fields in library/fields.yaml.",
  );
}

function missingColumn(
  table: TableName,
  { name, meaning }: ShapedColumn,
  shown: string,
  held: readonly string[],
): RosterProblem {
  const meant = nearest(name, held);
  const example = `roster: {tables: {${table}: {columns: {${name}: ${meant ?? "your_column"}}}}}`;
  return new RosterProblem(
    `${shown} has no column ${name}, which every row needs${meant === undefined ? "" : `; is it "${meant}"?`} ${meaning}`,
    `Add it to the export, or say in recare.yaml which column it is: ${example}`,
  );
}

/**
 * The statement that reads a table: every column of the shape with its type, the row in the file, and the names of the
 * columns whose value cannot be read, between commas: nothing else tells a blank from a mistake.
 */
export function readTableSql(
  table: TableName,
  sourced: readonly SourcedColumn[],
  relation: Relation,
  mapping: RosterMapping,
): string {
  const cells = sourced.map(
    ({ written, native }, index) => `${cellOf(written, native)} AS ${cellName(index)}`,
  );
  const typed = sourced.map((source, index) => {
    const writing = writingOf(source.column, mapping, mapping.tables.get(table));
    return `${valueSql(source, cellName(index), writing)} AS ${quotedName(source.column.name)}`;
  });
  const unread = sourced.map(({ column, written }, index) => {
    const value = quotedName(column.name);
    const isUnread = written === undefined ? "FALSE" : `${cellName(index)} IS NOT NULL AND ${value} IS NULL`;
    return `CASE WHEN ${column.required ? `${value} IS NULL` : isUnread} THEN ${sqlText(column.name)} END`;
  });
  const names = sourced.map(({ column }) => quotedName(column.name));
  return [
    `SELECT recare_row, ${names.join(", ")}, concat_ws(',', ${unread.join(", ")}) AS recare_unread FROM (`,
    `SELECT *, ${typed.join(", ")} FROM (`,
    `SELECT recare_row, ${cells.join(", ")} FROM ${relation.sql} source) cells) typed`,
  ].join("\n");
}

function cellName(index: number): string {
  return `recare_cell_${index}`;
}

/** Types that a column of the roster takes from its source as they are. */
const NATIVE: Readonly<Record<string, RegExp>> = {
  date: /^DATE$/,
  instant: /^TIMESTAMP(?:_S|_MS|_NS)?$/,
  "yes-no": /^BOOLEAN$/,
  number: /^(?:DECIMAL.*|(?:TINY|SMALL|BIG)INT|INTEGER)$/,
};

function isNative({ column, native }: SourcedColumn): boolean {
  return native !== undefined && NATIVE[column.type]?.test(native) === true;
}

function cellOf(written: string | undefined, native: string | undefined): string {
  if (written === undefined) return "NULL::VARCHAR";
  const name = quotedName(written);
  if (native === "VARCHAR") return cellSql(name);
  if (native === "VARCHAR[]")
    return `(CASE WHEN len(${name}) = 0 THEN '|' ELSE array_to_string(${name}, '|') END)`;
  // Written out in UTC, with its offset.
  if (native === "TIMESTAMP WITH TIME ZONE")
    return `strftime(timezone('UTC', ${name}), '%Y-%m-%d %H:%M:%SZ')`;
  return Object.values(NATIVE).some((types) => native !== undefined && types.test(native))
    ? name
    : cellSql(`CAST(${name} AS VARCHAR)`);
}

function valueSql(source: SourcedColumn, cell: string, writing: Writing): string {
  const { column, written, native } = source;
  if (written === undefined) return `CAST(NULL AS ${sqlType(column)})`;
  if (isNative(source)) {
    if (column.type === "instant") return `date_trunc('second', CAST(${cell} AS TIMESTAMP))`;
    return column.type === "number" ? `TRY_CAST(${cell} AS DECIMAL(18, 6))` : cell;
  }
  const isText = native === "VARCHAR" || native === "VARCHAR[]" || native === "TIMESTAMP WITH TIME ZONE";
  return typedSql(isText ? cell : cellSql(`CAST(${cell} AS VARCHAR)`), column, writing);
}
