// Runs benchmarks and writes their figures into docs/performance.md.
//
//   npm run bench [checking | judging]
//
// With BENCH_LARGE=1 judging is measured with ten million people too, which takes half an hour and 15 GB of disk.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

const TEN_MILLION = ["--people", "10000000"];
const LARGE = [
  ["judge", ...TEN_MILLION],
  ["judge", ...TEN_MILLION, "--engine", "postgres", "--turns", "3"],
  ["generate", ...TEN_MILLION],
];
const GROUPS = {
  checking: [["cold-start"], ["thousand"], ["unchanged"], ["lexicon"]],
  judging: [
    ["judge"],
    ["judge", "--people", "200000", "--turns", "20"],
    ["judge", "--due", "many", "--turns", "3"],
    ["judge", "--engine", "postgres"],
    ["simulate"],
    ["generate"],
    ...(process.env.BENCH_LARGE ? LARGE : []),
  ],
};
const PAGE = "docs/performance.md";

const asked = process.argv.slice(2);
for (const [group, benches] of Object.entries(GROUPS)) {
  if (asked.length === 0 || asked.includes(group)) write(group, benches.flatMap(figuresOf));
}
spawnSync("node_modules/.bin/biome", ["format", "--write", PAGE], { stdio: "ignore" });

function write(group, figures) {
  const begin = `<!-- figures: npm run bench ${group} -->\n`;
  const end = "<!-- end of figures -->";
  const [before, after] = readFileSync(PAGE, "utf8").split(begin);
  if (after === undefined) throw new Error(`${PAGE} has no block for the figures of ${group}`);
  const rows = figures.map(({ work, measured, budget }) => `| ${work} | ${measured} | ${budget} |`);
  const table = ["| work | measured | budget |", "|---|---|---|", ...rows].join("\n");
  const rest = after.slice(after.indexOf(end));
  writeFileSync(PAGE, `${before}${begin}\nMeasured on ${machine()}.\n\n${table}\n\n${rest}`);
  console.log(table);
}

function figuresOf([name, ...args]) {
  const { status, stdout } = spawnSync(process.execPath, [`bench/${name}.mjs`, ...args, "--json"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`bench/${name}.mjs failed`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/** The machine, and how much it had to do besides: at more than its cores, times are longer than they need be. */
function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${cpu.model.trim()}, ${memory} GB, Node ${process.versions.node}, ${process.platform}, load ${loadavg()[1].toFixed(1)} at the end`;
}
