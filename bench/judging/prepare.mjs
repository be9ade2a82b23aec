// Makes what a measurement of judging needs, in a process of its own, so that none of it is counted as the judge's:
// the roster as Parquet, the plan, and the rooms that are measured as one file that Node can read.
//
//   node bench/judging/prepare.mjs FOLDER CAMPAIGN PEOPLE few | many

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, rooms } from "./rooms.mjs";
import { LEDGER } from "./tables.mjs";

const [folder, campaign, count, due] = process.argv.slice(2);
const PEOPLE = Number(count);
/** Which of a person's three visits was missed lately, whatever is drawn. */
const MISSED = due === "many" ? "k = 0" : "FALSE";

await bundled(
  "rooms",
  `export { judgeTick, settleEnrolments, createRunnerTables } from "./src/judge/index.ts";
   export { openDuckDb, openPostgres } from "./src/database/index.ts";
   export { generateRoster, keepTables, loadRoster, ROSTER_TABLES, rosterShape, rosterSource, writeRoster } from "./src/roster/index.ts";
   export { AS_DOCUMENTED } from "./src/model/index.ts";
   export { simulate } from "./src/simulate/index.ts";`,
);
writeFileSync(join(folder, "setting.json"), JSON.stringify(await settingOf("campaigns", campaign)));
if (PEOPLE > 0) {
  await writeParquet();
  await writeLedger();
}

/** The plan of a campaign, and what a roster for it needs to know of its workspace. */
async function settingOf(folder, campaign) {
  const file = await bundled(
    "compile",
    `export { compile } from "./src/compile.ts";
     export { rosterFields } from "./src/cli/roster/workspace.ts";`,
  );
  const { compile, rosterFields } = await import(file);
  const files = [];
  const assets = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (/\.(yaml|liquid)$/.test(name)) files.push({ path: name, text: readFileSync(path, "utf8") });
    else assets.set(name, createHash("sha256").update(readFileSync(path)).digest("hex"));
  }
  const { plans, workspace } = compile({ files, assets, today: "2026-11-23", baseline: undefined });
  return {
    plan: plans.find((plan) => plan.campaign === campaign).plan,
    fields: rosterFields(workspace),
    clinics: [...workspace.library.locations.keys()],
    languages: workspace.organization.languages,
  };
}

/** A roster that looks like one: shared phones, missing addresses, several zones, three visits each. */
async function writeParquet() {
  const { openDuckDb } = await rooms();
  const db = await openDuckDb({
    memoryLimit: "1GB",
    threads: 2,
    temporaryFolder: join(folder, "spill"),
  });
  const h = (of, salt, n) => `(hash(${of} || '${salt}') % ${n})`;
  const copy = (name, sql) =>
    db.run(`COPY (${sql}) TO '${folder}/${name}.parquet' (FORMAT parquet, COMPRESSION zstd)`);
  const id = "lpad(CAST(i AS VARCHAR), 9, '0')";
  await copy(
    "patients",
    `SELECT 'P' || ${id} AS patient_id, 'clinic_' || CAST(${h("i", "c", 3)} AS VARCHAR) AS clinic_id, 'active' AS status,
    DATE '1940-01-01' + CAST(${h("i", "b", 29000)} AS INTEGER) AS birth_date, ${h("i", "d", 200)} = 0 AS deceased, FALSE AS moved_care, FALSE AS open_complaint, FALSE AS hospice,
    'Ana' AS first_name, CASE WHEN ${h("i", "l", 5)} = 0 THEN 'es' ELSE 'en' END AS language,
    '+1' || CAST(2000000000 + CASE WHEN ${h("i", "p", 50)} = 0 AND i > 0 THEN i - 1 ELSE i END AS VARCHAR) AS phone,
    CASE WHEN ${h("i", "e", 10)} < 8 THEN 'p' || CAST(i AS VARCHAR) || '@example.test' END AS email, 'IL' AS state,
    ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'Pacific/Honolulu'][1 + CAST(${h("i", "z", 6)} AS INTEGER)] AS time_zone
    FROM range(${PEOPLE}) t(i)`,
  );
  await copy(
    "visits",
    `SELECT 'V' || lpad(CAST(i * 3 + k AS VARCHAR), 10, '0') AS visit_id, 'P' || ${id} AS patient_id, 'clinic_' || CAST(${h("i", "c", 3)} AS VARCHAR) AS clinic_id,
    CASE WHEN ${MISSED} THEN 'missed' WHEN ${h("i * 3 + k", "s", 10)} < 2 THEN 'missed' WHEN ${h("i * 3 + k", "s", 10)} < 7 THEN 'completed' WHEN ${h("i * 3 + k", "s", 10)} < 9 THEN 'booked' ELSE 'cancelled' END AS status,
    CASE WHEN ${MISSED} THEN 'primary-care'
      ELSE ['primary-care', 'annual-exam', 'results-review', 'care-plan'][1 + CAST(${h("i * 3 + k", "t", 4)} AS INTEGER)] END AS type,
    CASE WHEN ${MISSED} THEN DATE '2026-11-01' + CAST(${h("i", "m", 23)} AS INTEGER)
      ELSE DATE '2026-05-01' + CAST(${h("i * 3 + k", "a", 220)} AS INTEGER) END AS date,
    TIMESTAMP '2026-04-15 08:00:00' + INTERVAL 1 HOUR * CAST(${h("i * 3 + k", "r", 5000)} AS INTEGER) AS created_at
    FROM range(${PEOPLE}) t(i), range(3) u(k)`,
  );
  await copy(
    "consents",
    `SELECT 'P' || ${id} AS patient_id, c AS channel, CASE WHEN ${h("i", "g", 10)} < 8 THEN 'granted' ELSE 'revoked' END AS state,
    TIMESTAMP '2026-01-01 00:00:00' + INTERVAL 1 HOUR * CAST(${h("i", "w", 7000)} AS INTEGER) AS recorded_at
    FROM range(${PEOPLE}) t(i), (VALUES ('sms'), ('email'), ('phone')) v(c)`,
  );
  await copy(
    "events",
    `SELECT 'E' || ${id} AS event_id, 'P' || ${id} AS patient_id, ['replied', 'booked', 'stop', 'task_closed'][1 + CAST(${h("i", "k", 4)} AS INTEGER)] AS kind,
    TIMESTAMP '2026-09-01 00:00:00' + INTERVAL 1 HOUR * CAST(${h("i", "v", 2000)} AS INTEGER) AS at
    FROM range(${PEOPLE}) t(i) WHERE ${h("i", "n", 20)} = 0`,
  );
  await copy(
    "ledger",
    `SELECT 'P' || ${id} AS patient_id, 'A' || ${id} AS anchor_id, i AS i, '+1' || CAST(2000000000 + i AS VARCHAR) AS address,
    TIMESTAMP '2026-10-25 08:00:00' + INTERVAL 1 HOUR * CAST(${h("i", "q", 700)} AS INTEGER) AS claimed_at
    FROM range(${PEOPLE}) t(i) WHERE ${h("i", "o", 10)} < 6`,
  );
  await db.close();
}

/** A ledger that other campaigns have written to for a month. */
async function writeLedger() {
  const { createRunnerTables, openDuckDb } = await rooms();
  const db = await openDuckDb({ file: join(folder, "ledger.duckdb") });
  await createRunnerTables(db);
  await db.run(`INSERT INTO ledger SELECT ${LEDGER} FROM read_parquet('${folder}/ledger.parquet')`);
  await db.close();
}
