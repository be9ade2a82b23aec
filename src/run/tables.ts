import type { Database } from "../database/index.ts";
import { createRunnerTables } from "../judge/index.ts";

/**
 * What running needs beside enrolments and ledger, in SQL that DuckDB and PostgreSQL read alike. Instants are UTC without
 * a zone, whole seconds.
 */
const TABLES: readonly string[] = [
  /** A row for each person and each number or address that was ever written to: what a claim and an opt-out lock. */
  "CREATE TABLE IF NOT EXISTS contacts (contact VARCHAR PRIMARY KEY)",
  /** Every run, so that claims of one that died are told from claims of one that works. */
  "CREATE TABLE IF NOT EXISTS runs (run_id VARCHAR PRIMARY KEY, started_at TIMESTAMP NOT NULL, ended_at TIMESTAMP)",
  /** Campaigns whose claims are stopped by hand. */
  "CREATE TABLE IF NOT EXISTS pauses (campaign VARCHAR PRIMARY KEY, paused_at TIMESTAMP NOT NULL, why VARCHAR)",
  /** Every plan that ran, as the bytes that were signed: enrolments finish on the plan that they began with. */
  `CREATE TABLE IF NOT EXISTS plans (
    plan_digest VARCHAR PRIMARY KEY,
    campaign VARCHAR NOT NULL,
    first_run_at TIMESTAMP NOT NULL,
    plan VARCHAR NOT NULL,
    release VARCHAR
  )`,
  /** The exact words of every touch that was claimed. */
  "CREATE TABLE IF NOT EXISTS sent_words (touch_key VARCHAR PRIMARY KEY, words VARCHAR NOT NULL)",
  /** What somebody must do: a person whom no step reaches, a reply that needs a human. */
  `CREATE TABLE IF NOT EXISTS tasks (
    task_id VARCHAR PRIMARY KEY,
    campaign VARCHAR NOT NULL,
    patient_id VARCHAR NOT NULL,
    anchor_id VARCHAR,
    kind VARCHAR NOT NULL,
    team VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP,
    closed_at TIMESTAMP
  )`,
  /** Events that came in by `recare events import`, beside those of the roster. */
  `CREATE TABLE IF NOT EXISTS received_events (
    event_id VARCHAR PRIMARY KEY,
    patient_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    "at" TIMESTAMP NOT NULL,
    caregiver_id VARCHAR,
    channel VARCHAR,
    campaign VARCHAR,
    anchor_id VARCHAR,
    visit_id VARCHAR,
    visit_type VARCHAR,
    code VARCHAR,
    reason VARCHAR,
    detail VARCHAR,
    recorded_at TIMESTAMP NOT NULL
  )`,
  /** Consents that were taken back in replies. */
  `CREATE TABLE IF NOT EXISTS received_consents (
    event_id VARCHAR PRIMARY KEY,
    patient_id VARCHAR NOT NULL,
    caregiver_id VARCHAR,
    channel VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    address VARCHAR,
    source VARCHAR
  )`,
];

/**
 * Makes every table that the runner writes, where it is not there yet.
 *
 * @example await createRunTables(await openDuckDb({ file: "ledger.duckdb" }))
 */
export async function createRunTables(db: Database): Promise<void> {
  await createRunnerTables(db);
  for (const table of TABLES) await db.run(table);
}

/** What judging reads of the runner's own tables. */
const JUDGED = ["enrolments", "ledger", "received_events", "received_consents", "plans", "pauses"];

/** Copies what judging reads of a ledger into another database, whose tables are there and empty. */
export async function copyRunTables(from: Database, to: Database): Promise<void> {
  for (const table of JUDGED) {
    for await (const rows of from.batches(`SELECT * FROM ${table}`)) {
      const columns = Object.keys(rows[0] ?? {});
      await to.insert(
        table,
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      );
    }
  }
}
