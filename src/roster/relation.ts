import { type Database, quotedName, sqlText } from "../database/index.ts";
import { csvHeader } from "./csv-header.ts";
import { RosterProblem } from "./problem.ts";
import type { TableFile } from "./source.ts";
import { sqlPath } from "./sql-path.ts";

/** A table as it is written at its source: rows with their number, and columns with the types that they have there. */
export interface Relation {
  /** As messages name it: `visits.csv`. */
  readonly shown: string;
  /** What stands behind FROM. Its column `recare_row` is the row in the file, the header being row 1. */
  readonly sql: string;
  /** The source's own columns and types, as it writes them. */
  readonly columns: ReadonlyMap<string, string>;
  /** Text that has to be read from the beginning each time: kept as a table once it is read. */
  readonly isSlow: boolean;
}

/** A CSV or Parquet file as a relation of DuckDB. */
export async function fileRelation(db: Database, file: TableFile): Promise<Relation> {
  return file.format === "csv" ? csvRelation(file) : parquetRelation(db, file);
}

/** Every cell is text, so that nothing is retyped: `00100` keeps its zeros. Rows that are no rows are counted by `rejected`. */
function csvRelation({ path, shown }: TableFile): Relation {
  const { delimiter, columns } = csvHeader(path, shown);
  const types = columns.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(", ");
  const options = [
    "header = true",
    "auto_detect = false",
    `delim = ${delimiter === "\t" ? "E'\\t'" : sqlText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "nullstr = ''",
    "strict_mode = true",
    "max_line_size = 4194304",
    "store_rejects = true",
    "rejects_limit = 1000",
    `columns = {${types}}`,
  ];
  const read = `read_csv(${sqlPath(path)}, ${options.join(", ")})`;
  return {
    shown,
    sql: `(SELECT row_number() OVER () + 1 AS recare_row, * FROM ${read})`,
    columns: new Map(columns.map((name) => [name, "VARCHAR"])),
    isSlow: true,
  };
}

async function parquetRelation(db: Database, { path, shown }: TableFile): Promise<Relation> {
  const pattern = path.endsWith(".parquet") ? sqlPath(path) : sqlPath(path).replace(/'$/, "/*.parquet'");
  const read = `read_parquet(${pattern}, file_row_number = true)`;
  const described = await db.rows(`DESCRIBE SELECT * FROM ${read}`).catch((error: unknown) => {
    // The engine's own message may show bytes of the file.
    throw new RosterProblem(`${shown} cannot be read as Parquet.`, "Export it again.", { cause: error });
  });
  return {
    shown,
    sql: `(SELECT file_row_number + 1 AS recare_row, * EXCLUDE (file_row_number) FROM ${read})`,
    columns: describedColumns(described, ["file_row_number"]),
    isSlow: false,
  };
}

/** A table or view of an attached database. */
export async function tableRelation(db: Database, qualified: string, shown: string): Promise<Relation> {
  const described = await db.rows(`DESCRIBE SELECT * FROM ${qualified}`);
  return {
    shown,
    sql: `(SELECT row_number() OVER () AS recare_row, * FROM ${qualified})`,
    columns: describedColumns(described, []),
    isSlow: true,
  };
}

function describedColumns(
  described: readonly { readonly [column: string]: unknown }[],
  without: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    described.flatMap(({ column_name, column_type }): [string, string][] =>
      without.includes(String(column_name)) ? [] : [[String(column_name), String(column_type)]],
    ),
  );
}

/** What the CSV reader says of a line. */
const WHY: ReadonlyMap<string, string> = new Map([
  ["TOO MANY COLUMNS", "has more cells than the header has columns"],
  ["MISSING COLUMNS", "has fewer cells than the header has columns"],
  ["UNQUOTED VALUE", "has a quotation mark that is never closed"],
  ["INVALID ENCODING", "is not UTF-8"],
  ["LINE SIZE OVER MAXIMUM", "is longer than 4 MB"],
]);

/**
 * Refuses a CSV file that has lines which are no rows: a row that is lost could be somebody's refusal.
 *
 * @throws RosterProblem with the file and the first line; never with what stands there
 */
export async function refuseRejected(db: Database, shown: string): Promise<void> {
  const rejected = await db.rows(
    "SELECT line, error_type FROM reject_errors ORDER BY line, error_type LIMIT 1000",
  );
  const [first] = rejected;
  if (first === undefined) return;
  const kind = String(first.error_type);
  throw new RosterProblem(
    `${shown}, line ${first.line} ${WHY.get(kind) ?? "is not a row of CSV"}.${others(rejected.length - 1)}`,
    kind === "INVALID ENCODING"
      ? 'Export the file again as "CSV UTF-8".'
      : 'Export the file again; a cell that holds a quotation mark, a comma or a line break is written "in ""quotes""".',
  );
}

function others(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " One more line is no row either." : ` ${count} more lines are no rows either.`;
}

/** Quoted for SQL. */
export function qualified(...names: readonly string[]): string {
  return names.map(quotedName).join(".");
}
