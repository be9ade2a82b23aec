import type { Database } from "../database/index.ts";
import { createSql, type TickTable } from "./tick-table.ts";

/**
 * Judges everybody with joins by hash. PostgreSQL guesses that a relation made within a statement has few rows, and then
 * compares each with each: a tick of 200,000 people took a minute. DuckDB has no such joins on equal columns.
 */
export async function withHashJoins<T>(db: Database, work: () => Promise<T>): Promise<T> {
  if (db.kind !== "postgres") return work();
  await db.run("SET enable_nestloop = off");
  // What a tick's own tables hold is told by a few thousand rows as well as by thirty thousand.
  await db.run("SET default_statistics_target = 10");
  try {
    return await work();
  } finally {
    // In a transaction that has failed nothing can be set; its end undoes the settings.
    await db.run("RESET enable_nestloop").catch(() => undefined);
    await db.run("RESET default_statistics_target").catch(() => undefined);
  }
}

/**
 * Makes a table of a tick, or empties it. Rows that are deleted would stay in both engines' temporary tables as old versions:
 * DuckDB gives memory back with the table, PostgreSQL with TRUNCATE, which takes no more locks in a long transaction.
 */
export async function emptied(db: Database, table: TickTable): Promise<void> {
  if (db.kind === "duckdb") await db.run(`DROP TABLE IF EXISTS ${table.name}`);
  await db.run(createSql(table));
  if (db.kind === "postgres") await db.run(`TRUNCATE TABLE ${table.name}`);
}

/**
 * Tells the planner what is in a table that was just filled. PostgreSQL knows nothing of a temporary table by itself: it took
 * the few people of a tick for many alike, and kept all visits in memory to look each of them up.
 */
export async function lookedAt(db: Database, { name }: TickTable): Promise<void> {
  if (db.kind === "postgres") await db.run(`ANALYZE ${name}`);
}
