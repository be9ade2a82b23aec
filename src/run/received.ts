import { type Database, DatabaseProblem } from "../database/index.ts";
import { listOf } from "./placeholders.ts";

/** What came in by import, beside what the roster's export has: its table, and which of the roster's rows it may repeat. */
const RECEIVED = [
  {
    table: "events",
    columns: [
      ...[
        "event_id",
        "patient_id",
        "kind",
        "at",
        "caregiver_id",
        "channel",
        "campaign",
        "anchor_id",
        "visit_id",
      ],
      ...["visit_type", "code", "reason", "detail"],
    ],
    from: "received_events",
    isNew: "NOT EXISTS (SELECT 1 FROM exported_events e WHERE e.event_id = r.event_id)",
  },
  {
    table: "consents",
    columns: [
      ...[
        "patient_id",
        "caregiver_id",
        "channel",
        "state",
        "recorded_at",
        "address",
        "scope",
        "source",
        "wording",
      ],
    ],
    from: "(SELECT c.*, CAST(NULL AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS wording FROM received_consents c)",
    isNew: "TRUE",
  },
] as const;

/**
 * Loads a roster and puts what was imported beside its own events and consents, as views: an opt-out is seen by the next
 * judgement, whether or not the next export of the record system has it. Nobody claims meanwhile.
 *
 * @param load makes the documented tables anew
 * @example await loadBesideReceived(db, () => loadRoster(source, db))
 */
export async function loadBesideReceived<T>(db: Database, load: () => Promise<T>): Promise<T> {
  await alone(db, "pg_advisory_lock");
  try {
    await separate(db);
    const loaded = await load();
    await join(db);
    return loaded;
  } finally {
    await alone(db, "pg_advisory_unlock");
  }
}

/** The lock of a roster that is being loaded; with DuckDB nobody else has the file. */
async function alone(db: Database, does: "pg_advisory_lock" | "pg_advisory_unlock"): Promise<void> {
  if (db.kind === "postgres") await db.rows(`SELECT ${does}(${ROSTER_LOCK})`);
}

/** The lock of a roster: many may claim by it, one may load it. */
const ROSTER_LOCK = "7323, 2";

/**
 * Holds the roster as it is until the transaction ends; one that is being loaded is waited for.
 *
 * @throws DatabaseProblem where a load was broken off, so that what was imported is not beside the roster: then nobody is
 * judged and nothing is claimed, since somebody may have opted out, and records that are not loaded yet would seem gone
 */
export async function holdRoster(open: Database): Promise<void> {
  if (open.kind === "postgres") await open.rows(`SELECT pg_advisory_xact_lock_shared(${ROSTER_LOCK})`);
  const kinds = await kindsOf(open);
  if (RECEIVED.every(({ table }) => !kinds.has(table) || kinds.has(`exported_${table}`))) return;
  throw new DatabaseProblem(
    "Loading the roster was broken off.",
    "Run again with --roster. Nobody is judged and nothing is sent before.",
  );
}

/** Takes the views away, so that a loader finds what it made itself. */
async function separate(db: Database): Promise<void> {
  const kinds = await kindsOf(db);
  for (const { table } of RECEIVED) {
    const kind = kinds.get(`exported_${table}`);
    if (kind === undefined) continue;
    if (kinds.has(table)) await db.run(`DROP VIEW ${table}`);
    await db.run(`ALTER ${kind} exported_${table} RENAME TO ${table}`);
  }
}

async function join(db: Database): Promise<void> {
  const kinds = await kindsOf(db);
  for (const { table, columns, from, isNew } of RECEIVED) {
    const own = `exported_${table}`;
    const list = columns.map((column) => `"${column}"`).join(", ");
    const kind = kinds.get(table);
    if (kind === undefined) continue;
    if (db.kind === "duckdb" && kind === "VIEW") {
      // A view of DuckDB that is renamed refers to itself; what is read here is small beside patients and visits.
      await db.run(`CREATE TABLE ${own} AS SELECT * FROM ${table}`);
      await db.run(`DROP VIEW ${table}`);
    } else await db.run(`ALTER ${kind} ${table} RENAME TO ${own}`);
    await db.run(
      `CREATE VIEW ${table} AS SELECT ${list} FROM ${own} UNION ALL SELECT ${list} FROM ${from} r WHERE ${isNew}`,
    );
  }
}

/** Which of the tables and views are there; a database that is attached beside ours may have others of the same names. */
async function kindsOf(db: Database): Promise<ReadonlyMap<string, "TABLE" | "VIEW">> {
  const names = RECEIVED.flatMap(({ table }) => [table, `exported_${table}`]);
  const { sql, values } = listOf("name", names);
  const rows = await db.rows(
    `SELECT table_name AS name, table_type AS kind FROM information_schema.tables
WHERE table_name IN (${sql}) AND table_schema = CURRENT_SCHEMA() AND table_catalog = CURRENT_DATABASE()`,
    values,
  );
  return new Map(rows.map(({ name, kind }) => [String(name), kind === "VIEW" ? "VIEW" : "TABLE"]));
}
