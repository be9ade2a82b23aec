// A check of 1,000 campaigns against parsing the same files with the stock yaml package and doing nothing else, and
// against Spectral with 20 rules, the common linter for YAML: from scratch, with one campaign edited, and unchanged.

import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { campaignsIn } from "./campaigns.mjs";
import { compared, duration, median, show, timed, times } from "./measure.mjs";

const COUNT = 1000;
const TURNS = Number(process.env.BENCH_TURNS ?? 3);
const SPECTRAL = "@stoplight/spectral-cli@6.15.0";

const folder = mkdtempSync(join(tmpdir(), "recare-thousand-"));
try {
  const workspace = join(folder, "campaigns");
  const lines = campaignsIn(workspace, COUNT);
  const parse = `
    const { parseDocument } = require(${JSON.stringify(resolve("node_modules/yaml"))});
    const { readdirSync, readFileSync } = require("node:fs");
    for (const name of readdirSync(".", { recursive: true })) if (name.endsWith(".yaml")) parseDocument(readFileSync(name, "utf8"));
  `;
  const options = { cwd: workspace, env: { ...process.env, XDG_CACHE_HOME: folder } };
  const command = [process.execPath, resolve("bin/recare.cjs"), "check", "--format", "json"];
  command.push("--today", "2026-11-23");
  const remembering = { name: "recare check", command, options };
  const cold = { name: "recare check --no-cache", command: [...command, "--no-cache"], options };
  const stock = { name: "yaml", command: [process.execPath, "-e", parse], options };
  timed(remembering.command, options);
  const [floor, ours] = compared([stock, cold], TURNS);
  const edited = [];
  for (let turn = 0; turn < TURNS; turn++) {
    appendFileSync(join(workspace, "campaign-7.yaml"), "# edited\n");
    edited.push(timed(stock.command, options), timed(command, options));
  }
  const ratios = edited.flatMap((time, i) => (i % 2 === 0 ? [] : [time / (edited[i - 1] ?? time)]));
  const parsing = `${times(ours.ratio)} (${duration(ours.milliseconds)}; parsing alone ${duration(floor.milliseconds)})`;
  const budget = "1.6 × parsing them with yaml";
  show([
    {
      work: `Cold check of ${COUNT.toLocaleString("en")} campaigns of ${lines} lines`,
      measured: parsing,
      budget,
    },
    {
      work: "The same with one campaign edited since the last check",
      measured: times(median(ratios)),
      budget: "none",
    },
    ...againstSpectral(cold, remembering),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function againstSpectral(cold, warm) {
  const works = [
    { what: "Cold, against Spectral with 20 rules", check: cold, budget: "at least 2 × our time" },
    { what: "Unchanged, against Spectral with 20 rules", check: warm, budget: "at least 20 × our time" },
  ];
  const home = join(folder, "spectral");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), "{}");
  const installed = spawnSync("npm", ["install", "--no-audit", "--no-fund", SPECTRAL], {
    cwd: home,
    encoding: "utf8",
  });
  if (installed.status !== 0) {
    const measured = "not measured: Spectral could not be installed";
    return works.map(({ what: work, budget }) => ({ work, measured, budget }));
  }
  writeFileSync(join(home, "rules.yaml"), twentyRules());
  const program = join(home, "node_modules/.bin/spectral");
  const ruleset = join(home, "rules.yaml");
  const lint = [program, "lint", "campaign-*.yaml", "--ruleset", ruleset, "--format", "json"];
  return works.map(({ what: work, check, budget }) => {
    timed(check.command, check.options);
    const [ours, spectral] = compared(
      [check, { name: "spectral", command: lint, options: check.options }],
      TURNS,
    );
    const measured = `Spectral takes ${times(spectral.ratio)} our time (${duration(spectral.milliseconds)}; Recare ${duration(ours.milliseconds)})`;
    return { work, measured, budget };
  });
}

/** Twenty small rules of the kind that a team would write, as YAML: keys that must be there, words that must not. */
function twentyRules() {
  const keys = "campaign scenario owner goal audience message sequence title languages priority".split(" ");
  const words = "diabetes cancer guarantee miracle cure pills failed ignored urgent refund".split(" ");
  return [
    "rules:",
    ...keys.map((key) => `  has-${key}: { given: $, then: { field: ${key}, function: truthy } }`),
    ...words.map(
      (word) =>
        `  no-${word}: { given: $..text, then: { function: pattern, functionOptions: { notMatch: ${word} } } }`,
    ),
  ].join("\n");
}
