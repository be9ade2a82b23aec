// One process that judges over Parquet with DuckDB, in turns with a raw scan of the same columns; prints one line of JSON.
//
//   node bench/judging/duckdb.mjs FOLDER TURNS MEMORY

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rooms } from "./rooms.mjs";
import { columnsOf, IN_FILES, READ } from "./tables.mjs";
import { measured } from "./turns.mjs";

const [folder, turns, memoryLimit] = process.argv.slice(2);
const { openDuckDb, ROSTER_TABLES, ...judge } = await rooms();
const { plan } = JSON.parse(readFileSync(join(folder, "setting.json"), "utf8"));
const db = await openDuckDb({
  file: join(folder, "ledger.duckdb"),
  memoryLimit,
  threads: 2,
  temporaryFolder: join(folder, "spill"),
});
for (const table of ROSTER_TABLES) {
  const held = IN_FILES[table.name];
  const columns = columnsOf(table).map(([name, type]) =>
    held?.includes(name) ? `"${name}"` : `CAST(NULL AS ${type}) AS "${name}"`,
  );
  const source = held ? `read_parquet('${folder}/${table.name}.parquet')` : "(SELECT 1 AS one) WHERE FALSE";
  await db.run(`CREATE VIEW ${table.name} AS SELECT ${columns.join(", ")} FROM ${source}`);
}

const memory = () => process.memoryUsage().rss;
const figures = await measured({ db, plan, judge, turns: Number(turns), scan, memory });
await db.close();
console.log(JSON.stringify({ ...figures, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));

async function scan() {
  for (const [table, columns] of Object.entries(READ)) {
    await db.rows(`SELECT ${columns.map((column) => `MAX("${column}")`).join(", ")} FROM ${table}`);
  }
}
