// Inventing a roster as Parquet.
//
//   node bench/generate.mjs [--people 1000000] [--json]

import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepared, run } from "./judging/processes.mjs";
import { duration, show } from "./measure.mjs";

const { values: options } = parseArgs({
  options: { people: { type: "string", default: "1000000" }, json: { type: "boolean", default: false } },
});
const people = Number(options.people);
const folder = mkdtempSync(join(tmpdir(), "recare-bench-generate-"));
try {
  prepared(folder, {});
  const { milliseconds, peak } = run("invent", folder, options.people);
  const files = join(folder, "invented");
  const bytes = readdirSync(files).reduce((sum, name) => sum + statSync(join(files, name)).size, 0);
  const each = Math.round(people / (milliseconds / 1000) / 100) * 100;
  show([
    {
      work: `Inventing ${people.toLocaleString("en-US")} people as Parquet`,
      measured: `${each.toLocaleString("en-US")} people a second (${duration(milliseconds)}); ${peak} MB at most, ${Math.round(bytes / 2 ** 20)} MB of files`,
      budget: "none",
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
