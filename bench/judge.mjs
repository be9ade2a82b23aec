// Judging: the tick of a whole campaign against a raw scan of the columns that it reads, and what memory many ticks take.
//
//   node bench/judge.mjs [--people 1000000] [--turns 5] [--memory 1GB] [--engine duckdb | postgres]
//     [--due few | many] [--json]

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepared, run } from "./judging/processes.mjs";
import { duration, show, times } from "./measure.mjs";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    turns: { type: "string", default: "5" },
    memory: { type: "string", default: "1GB" },
    engine: { type: "string", default: "duckdb" },
    due: { type: "string", default: "few" },
    json: { type: "boolean", default: false },
  },
});
const { people, turns, memory, engine, due } = options;
const folder = mkdtempSync(join(tmpdir(), "recare-bench-judge-"));
try {
  prepared(folder, { people, due });
  const { ratio, ratios, judged, floor, peak, held, counts } = run(engine, folder, turns, memory);
  const where = engine === "duckdb" ? `DuckDB over Parquet, limit ${memory}` : "PostgreSQL";
  if (!options.json) console.log({ counts, ratios, held });
  show([
    {
      work: `Judging ${Number(people).toLocaleString("en-US")} people${due === "many" ? ", many due" : ""}, ${where}, ${turns} ticks`,
      measured: `${times(ratio)} the raw scan (${duration(judged)}; scan ${duration(floor)}); ${peak} MB at most, ${held[0]} MB after the first, ${held.at(-1)} MB after the last`,
      budget: due === "few" ? budgetOf(Number(people)) : "none",
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function budgetOf(count) {
  if (engine !== "duckdb") return "none";
  if (count >= 10_000_000) return "3 ×, it ends under 1 GB";
  return count >= 1_000_000 ? "3 ×, 700 MB" : "none";
}
