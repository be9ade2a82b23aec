import { type Database, quotedName, type SqlValue } from "../database/index.ts";
import { sqlType } from "./cells.ts";
import type { RosterShape } from "./shape.ts";
import { ROSTER_TABLES } from "./tables.ts";

/** So many rows go over in one statement. */
const BATCH = 5000;

/**
 * Copies the tables that were read to PostgreSQL, in one transaction: whoever judges meanwhile sees the roster of before.
 */
export async function copyToPostgres(from: Database, to: Database, shape: RosterShape): Promise<void> {
  await to.transaction(async (db) => {
    for (const { name, key } of ROSTER_TABLES) {
      const columns = shape.get(name) ?? [];
      const names = columns.map((column) => column.name);
      const table = quotedName(name);
      const types = columns.map((column) => `${quotedName(column.name)} ${sqlType(column)}`);
      await db.run(`DROP TABLE IF EXISTS ${table}`);
      await db.run(`CREATE TABLE ${table} (${types.join(", ")})`);
      let rows: SqlValue[][] = [];
      const flush = async () => {
        await db.insert(name, names, rows);
        rows = [];
      };
      for await (const batch of from.batches(`SELECT ${names.map(quotedName).join(", ")} FROM ${table}`)) {
        for (const row of batch) rows.push(names.map((column) => row[column] ?? null));
        if (rows.length >= BATCH) await flush();
      }
      await flush();
      for (const column of new Set([...(key === undefined ? [] : [key]), "patient_id"])) {
        await db.run(`CREATE INDEX ON ${table} (${quotedName(column)})`);
      }
    }
  });
}
