import { createHash } from "node:crypto";
import { quotedName } from "../database/index.ts";

/** A temporary table between two questions of a tick: engines then know how many rows they join, and plan well. */
export interface TickTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** Tables of other columns have other names: plans are judged in turn on one connection, and none is made twice. */
export function tickTable(about: string, columns: TickTable["columns"]): TickTable {
  const shape = createHash("md5").update(JSON.stringify(columns)).digest("hex").slice(0, 8);
  return { name: `${about}_${shape}`, columns };
}

/** Statements that fill the table anew. */
export function filled({ name, columns }: TickTable, sql: string): readonly string[] {
  const typed = columns.map(([column, type]) => `${quotedName(column)} ${type}`);
  const names = columns.map(([column]) => quotedName(column));
  return [
    `CREATE TEMP TABLE IF NOT EXISTS ${name} (${typed.join(", ")})`,
    `DELETE FROM ${name}`,
    `INSERT INTO ${name} (${names.join(", ")})\n${sql}`,
  ];
}
