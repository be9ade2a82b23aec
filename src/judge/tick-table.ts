import { quotedName } from "../database/index.ts";

/** A temporary table between two questions of a tick: engines then know how many rows they join, and plan well. */
export interface TickTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** A table's columns, as those names and types that are listed in it. */
export function columnsOf(type: string, ...names: readonly string[]): TickTable["columns"] {
  return names.map((name) => [name, type]);
}

/**
 * Statements that make the table anew. Rows that are deleted stay in a temporary table of DuckDB as old versions, and nobody
 * sweeps those of PostgreSQL: over many ticks only a new table is an empty one.
 */
export function emptied({ name, columns }: TickTable): readonly string[] {
  const typed = columns.map(([column, type]) => `${quotedName(column)} ${type}`);
  return [`DROP TABLE IF EXISTS ${name}`, `CREATE TEMP TABLE ${name} (${typed.join(", ")})`];
}

/** A table with the question that fills it, whose columns are the table's, in order. */
export interface Filling {
  readonly table: TickTable;
  readonly sql: string;
}

/** Statements that make the table anew and fill it. */
export function filled({ table, sql }: Filling): readonly string[] {
  const names = table.columns.map(([column]) => quotedName(column));
  return [...emptied(table), `INSERT INTO ${table.name} (${names.join(", ")})\n${sql}`];
}
