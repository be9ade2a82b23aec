// A cold check of 1,000 campaigns against parsing the same files with the stock yaml package and doing nothing else,
// and against Spectral with 20 rules, the common linter for YAML.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compared, duration, show, times } from "./measure.mjs";

const COUNT = 1000;
const TURNS = Number(process.env.BENCH_TURNS ?? 3);
const SPECTRAL = "@stoplight/spectral-cli@6.15.0";

const folder = mkdtempSync(join(tmpdir(), "recare-thousand-"));
try {
  const lines = writeCampaigns();
  const parse = `
    const { parseDocument } = require(${JSON.stringify(resolve("node_modules/yaml"))});
    const { readdirSync, readFileSync } = require("node:fs");
    for (const name of readdirSync(".", { recursive: true })) if (name.endsWith(".yaml")) parseDocument(readFileSync(name, "utf8"));
  `;
  const env = { ...process.env, XDG_CACHE_HOME: folder };
  const workspace = join(folder, "campaigns");
  const check = {
    name: "recare check",
    command: [
      process.execPath,
      resolve("bin/recare.cjs"),
      "check",
      "--no-cache",
      "--format",
      "json",
      "--today",
      "2026-11-23",
    ],
    options: { cwd: workspace, env },
  };
  compared([check], 1);
  const [floor, ours] = compared(
    [{ name: "yaml", command: [process.execPath, "-e", parse], options: { cwd: workspace } }, check],
    TURNS,
  );
  const what = `Cold check of ${COUNT.toLocaleString("en")} campaigns of ${lines} lines`;
  show([
    {
      work: what,
      measured: `${times(ours.ratio)} (${duration(ours.milliseconds)}; parsing alone ${duration(floor.milliseconds)})`,
      budget: "1.6 × parsing them with yaml",
    },
    againstSpectral(check),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies of the campaigns of this repository under other names; gives their mean number of lines. */
function writeCampaigns() {
  const target = join(folder, "campaigns");
  cpSync("campaigns", target, { recursive: true });
  const names = readdirSync("campaigns").filter((name) => name.endsWith(".yaml") && name !== "recare.yaml");
  const originals = names.map((name) => readFileSync(join("campaigns", name), "utf8"));
  for (const name of names) rmSync(join(target, name));
  let lines = 0;
  for (let i = 0; i < COUNT; i++) {
    const text = originals[i % originals.length]
      .replace(/^campaign: (\S+)$/m, `campaign: $1-${i}`)
      .replace(/^priority: .*\n/m, "")
      .replace(/^(goal: .*)$/m, `$1\npriority: ${i}`);
    lines += text.split("\n").length;
    writeFileSync(join(target, `campaign-${i}.yaml`), text);
  }
  return Math.round(lines / COUNT);
}

function againstSpectral(check) {
  const work = "The same against Spectral with 20 rules";
  const budget = "at least 2 × our time";
  const home = join(folder, "spectral");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), "{}");
  const installed = spawnSync("npm", ["install", "--no-audit", "--no-fund", SPECTRAL], {
    cwd: home,
    encoding: "utf8",
  });
  if (installed.status !== 0)
    return { work, measured: "not measured: Spectral could not be installed", budget };
  writeFileSync(join(home, "rules.yaml"), twentyRules());
  const program = join(home, "node_modules/.bin/spectral");
  const lint = [
    program,
    "lint",
    "campaign-*.yaml",
    "--ruleset",
    join(home, "rules.yaml"),
    "--format",
    "json",
  ];
  const [ours, spectral] = compared([check, { name: "spectral", command: lint, options: check.options }], 3);
  return {
    work,
    measured: `Spectral takes ${times(spectral.ratio)} our time (${duration(spectral.milliseconds)}; Recare ${duration(ours.milliseconds)})`,
    budget,
  };
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
