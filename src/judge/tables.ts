import type { Database } from "../database/index.ts";

/**
 * The runner's own tables, in SQL that DuckDB and PostgreSQL read alike. Instants are UTC without a zone, whole seconds.
 * Text is compared by its bytes, so that both engines order alike.
 */
const TABLES: readonly string[] = [
  /** Who is in which campaign since when, with what was decided once, at entry. */
  `CREATE TABLE IF NOT EXISTS enrolments (
    campaign VARCHAR NOT NULL,
    patient_id VARCHAR NOT NULL,
    anchor_id VARCHAR NOT NULL,
    entry INTEGER NOT NULL,
    plan_digest VARCHAR NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    segment VARCHAR,
    arm VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('active', 'ended')),
    ended_at TIMESTAMP,
    ended_why VARCHAR,
    PRIMARY KEY (campaign, anchor_id, entry)
  )`,
  /** Every touch that was claimed, sent, skipped or parked. */
  `CREATE TABLE IF NOT EXISTS ledger (
    touch_key VARCHAR PRIMARY KEY,
    campaign VARCHAR NOT NULL,
    patient_id VARCHAR NOT NULL,
    anchor_id VARCHAR NOT NULL,
    entry INTEGER NOT NULL,
    step VARCHAR NOT NULL,
    step_no INTEGER NOT NULL,
    recipient VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    address VARCHAR,
    team VARCHAR NOT NULL,
    arm VARCHAR NOT NULL,
    segment VARCHAR,
    language VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('claimed', 'sent', 'skipped', 'parked')),
    why VARCHAR,
    claimed_at TIMESTAMP NOT NULL,
    settled_at TIMESTAMP,
    provider_ref VARCHAR,
    run_id VARCHAR NOT NULL,
    plan_digest VARCHAR NOT NULL,
    text_digest VARCHAR
  )`,
];

/**
 * Makes `enrolments` and `ledger` where they are not there yet.
 *
 * @example await createRunnerTables(db)
 */
export async function createRunnerTables(db: Database): Promise<void> {
  for (const table of TABLES) await db.run(table);
  if (db.kind === "postgres") for (const index of INDEXES) await db.run(index);
}

/** For PostgreSQL alone: a claim asks about a few people. DuckDB reads a column faster than it keeps an index. */
const INDEXES: readonly string[] = [
  "CREATE INDEX IF NOT EXISTS enrolments_patient ON enrolments (patient_id)",
  "CREATE INDEX IF NOT EXISTS ledger_patient ON ledger (patient_id)",
  "CREATE INDEX IF NOT EXISTS ledger_address ON ledger (address)",
  "CREATE INDEX IF NOT EXISTS ledger_claimed ON ledger (claimed_at)",
];

/** Columns of `enrolments` and `ledger`, in order: for inserts. */
export const ENROLMENT_COLUMNS = columnsOf(TABLES[0] ?? "");
export const LEDGER_COLUMNS = columnsOf(TABLES[1] ?? "");

function columnsOf(table: string): readonly string[] {
  return [...table.matchAll(/^ {4}([a-z_]+) /gm)].map(([, name = ""]) => name);
}
