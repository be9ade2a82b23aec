import { createHash } from "node:crypto";
import { quotedName } from "../database/index.ts";

/** A temporary table between two questions of a tick: engines then know how many rows they join, and plan well. */
export interface TickTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** Tables of other columns have other names: plans are judged in turn on one connection, and one is used many times. */
export function tickTable(about: string, columns: TickTable["columns"]): TickTable {
  const shape = createHash("md5").update(JSON.stringify(columns)).digest("hex").slice(0, 8);
  return { name: `${about}_${shape}`, columns };
}

/** A table's columns, as those names and types that are listed in it. */
export function columnsOf(type: string, ...names: readonly string[]): TickTable["columns"] {
  return names.map((name) => [name, type]);
}

export function createSql({ name, columns }: TickTable): string {
  const typed = columns.map(([column, type]) => `${quotedName(column)} ${type}`);
  return `CREATE TEMP TABLE IF NOT EXISTS ${name} (${typed.join(", ")})`;
}

/** A table with the question that fills it, whose columns are the table's, in order. */
export interface Filling {
  readonly table: TickTable;
  readonly sql: string;
}

export function insertSql({ table, sql }: Filling): string {
  const names = table.columns.map(([column]) => quotedName(column));
  return `INSERT INTO ${table.name} (${names.join(", ")})\n${sql}`;
}
