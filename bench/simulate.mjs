// Simulating: `recare simulate` over 100,000 people for sixty days against sixty single ticks over the same people.
//
//   node bench/simulate.mjs [--people 100000] [--days 60] [--turns 3] [--campaign missed-primary-care] [--json]

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepared, run, watched } from "./judging/processes.mjs";
import { duration, median, show, times } from "./measure.mjs";

const FROM = "2026-11-24";
const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    days: { type: "string", default: "60" },
    turns: { type: "string", default: "3" },
    campaign: { type: "string", default: "missed-primary-care" },
    json: { type: "boolean", default: false },
  },
});
const { people, days, turns, campaign } = options;
const folder = mkdtempSync(join(tmpdir(), "recare-bench-simulate-"));
try {
  prepared(folder, { campaign });
  run("invent", folder, people);
  const simulate = [process.execPath, "bin/recare.cjs", "simulate", campaign, "--workspace", "campaigns"];
  simulate.push("--roster", join(folder, "invented"), "--from", FROM, "--days", days, "--format", "json");
  const pairs = [];
  for (let turn = 0; turn < Number(turns); turn++) {
    const ticks = run("ticks", folder, FROM, days);
    const simulation = await watched(simulate);
    pairs.push({ ticks, simulation, ratio: simulation.milliseconds / ticks.milliseconds });
  }
  const middle = (of) => median(pairs.map(of));
  const { stdout, peak } = pairs[0].simulation;
  const { touches, failures } = JSON.parse(stdout);
  if (!options.json)
    console.log({ ratios: pairs.map(({ ratio }) => ratio.toFixed(2)), touches, failures: failures.length });
  const simulated = duration(middle(({ simulation }) => simulation.milliseconds));
  show([
    {
      work: `Simulating ${days} days over ${Number(people).toLocaleString("en-US")} people`,
      measured: `${times(middle(({ ratio }) => ratio))} as many single ticks (${simulated}; ticks ${duration(middle(({ ticks }) => ticks.milliseconds))}); ${peak} MB at most`,
      budget: "1.5 × the single ticks",
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
