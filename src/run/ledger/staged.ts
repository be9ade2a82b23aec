import type { Database, SqlValue } from "../../database/index.ts";

/**
 * Puts rows into a temporary table for the statement that follows: hundreds of values as placeholders take an engine longer
 * to read than to carry out. The table is made anew each time, since nobody sweeps up what is deleted from a temporary one.
 *
 * @param like the table whose columns they are, for their types
 * @example await staged(db, "new_contacts", "contacts", ["contact"], [["patient P1"]])
 */
export async function staged(
  db: Database,
  name: string,
  like: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  await db.run(`DROP TABLE IF EXISTS ${name}`);
  await db.run(`CREATE TEMP TABLE ${name} AS SELECT ${columns.join(", ")} FROM ${like} WHERE FALSE`);
  await db.insert(name, columns, rows);
}
