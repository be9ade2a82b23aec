import type { Database } from "../database/index.ts";

/**
 * Judges everybody with joins by hash. PostgreSQL guesses that a relation made within a statement has few rows, and then
 * compares each with each: a tick of 200,000 people took a minute. DuckDB has no such joins on equal columns.
 */
export async function withHashJoins<T>(db: Database, work: () => Promise<T>): Promise<T> {
  if (db.kind !== "postgres") return work();
  await db.run("SET enable_nestloop = off");
  try {
    return await work();
  } finally {
    // In a transaction that has failed nothing can be set; its end undoes the setting.
    await db.run("RESET enable_nestloop").catch(() => undefined);
  }
}
