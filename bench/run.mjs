// Runs every benchmark and writes its figures into docs/performance.md.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

const BENCHES = ["cold-start", "thousand", "unchanged", "lexicon"];
const PAGE = "docs/performance.md";
const BLOCK = /(<!-- figures: npm run bench -->\n).*?(<!-- end of figures -->)/s;

const figures = BENCHES.filter((name) => existsSync(`bench/${name}.mjs`)).flatMap(figuresOf);
const rows = figures.map(({ work, measured, budget }) => `| ${work} | ${measured} | ${budget} |`);
const table = ["| work | measured | budget |", "|---|---|---|", ...rows].join("\n");
const page = readFileSync(PAGE, "utf8");
if (!BLOCK.test(page)) throw new Error(`${PAGE} has no block for figures`);
writeFileSync(
  PAGE,
  page.replace(BLOCK, (_, begin, end) => `${begin}\nMeasured on ${machine()}.\n\n${table}\n\n${end}`),
);
spawnSync("node_modules/.bin/biome", ["format", "--write", PAGE], { stdio: "ignore" });
console.log(table);

function figuresOf(name) {
  const { status, stdout } = spawnSync(process.execPath, [`bench/${name}.mjs`, "--json"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`bench/${name}.mjs failed`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${cpu.model.trim()}, ${memory} GB, Node ${process.versions.node}, ${process.platform}`;
}
