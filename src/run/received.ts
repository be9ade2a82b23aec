import type { Database } from "../database/index.ts";

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
    isNew: "NOT EXISTS (SELECT 1 FROM roster_events e WHERE e.event_id = r.event_id)",
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
 * Puts what was imported beside the roster's own events and consents, as views: an opt-out is seen by the next judgement,
 * whether or not the next export of the record system has it. To be called after a roster was loaded.
 */
export async function joinReceived(db: Database): Promise<void> {
  for (const { table, columns, from, isNew } of RECEIVED) {
    const own = `roster_${table}`;
    const list = columns.map((column) => `"${column}"`).join(", ");
    await dropped(db, own);
    const kind = await kindOf(db, table);
    if (kind === undefined) continue;
    await db.run(`ALTER ${kind} ${table} RENAME TO ${own}`);
    await db.run(
      `CREATE VIEW ${table} AS SELECT ${list} FROM ${own} UNION ALL SELECT ${list} FROM ${from} r WHERE ${isNew}`,
    );
  }
}

async function dropped(db: Database, name: string): Promise<void> {
  const kind = await kindOf(db, name);
  if (kind !== undefined) await db.run(`DROP ${kind} ${name}${db.kind === "postgres" ? " CASCADE" : ""}`);
}

async function kindOf(db: Database, name: string): Promise<"TABLE" | "VIEW" | undefined> {
  const [row] = await db.rows(
    "SELECT table_type AS kind FROM information_schema.tables WHERE table_name = :name AND table_schema = CURRENT_SCHEMA()",
    { name },
  );
  if (row === undefined) return undefined;
  return row.kind === "VIEW" ? "VIEW" : "TABLE";
}
