import { createHash, randomUUID } from "node:crypto";
import type { Database } from "../../database/index.ts";
import type { Instant } from "../instant.ts";

/**
 * A run's name, with a sign of life that no crash can leave behind: PostgreSQL holds a lock for as long as the connection
 * lives; DuckDB's file is held by one process, so every other run is over.
 */
export async function beginRun(db: Database, now: Instant): Promise<string> {
  const run = randomUUID();
  await db.run("INSERT INTO runs (run_id, started_at) VALUES (:run, CAST(:now AS TIMESTAMP))", { run, now });
  if (db.kind === "postgres") await db.rows(`SELECT pg_advisory_lock(${lockOf(run)})`);
  return run;
}

export async function endRun(db: Database, run: string, now: Instant): Promise<void> {
  await db.run("UPDATE runs SET ended_at = CAST(:now AS TIMESTAMP) WHERE run_id = :run", { run, now });
  if (db.kind === "postgres") await db.rows(`SELECT pg_advisory_unlock(${lockOf(run)})`);
}

/** Whether a run is over: it has ended, or it died. */
export async function hasEnded(db: Database, run: string): Promise<boolean> {
  if (db.kind === "duckdb") return true;
  const [row] = await db.rows(`SELECT pg_try_advisory_lock(${lockOf(run)}) AS free`);
  if (row?.free !== true) return false;
  await db.rows(`SELECT pg_advisory_unlock(${lockOf(run)})`);
  return true;
}

/** Two numbers of 31 bits: advisory locks know no text. */
function lockOf(run: string): string {
  const bytes = createHash("sha256").update(`recare run ${run}`).digest();
  return `${bytes.readUInt32BE(0) >>> 1}, ${bytes.readUInt32BE(4) >>> 1}`;
}
