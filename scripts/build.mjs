// Builds what is shipped: the generated files, one bundled program, the library with its types, the workspace of `init`.
// Does nothing, quickly, when no source is newer than the last build.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

const STAMP = "dist/.built";
/** All that the build reads; a change in any of them builds anew. */
const SOURCES = [
  "src",
  "scripts",
  "schemas",
  "data/lexicon",
  "examples/hello-world",
  "package.json",
  "tsconfig.json",
  "tsconfig.lib.json",
];

const LONGEST_BUILD = 180_000;

const isForced = process.argv.includes("--force");
try {
  await buildIfStale();
} catch (error) {
  // esbuild and tsc have said what is wrong; a stack of this script would only hide it.
  process.stderr.write(`build failed: ${error.message.split("\n")[0]}\n`);
  process.exitCode = 1;
}

async function buildIfStale() {
  if (isForced || isStale()) {
    await alone(async () => {
      // Another build may have done the work while this one waited.
      if (isForced || isStale()) await build();
    });
  }
}

async function build() {
  const fingerprint = fingerprintOfSources();
  run("scripts/generate.mjs");
  await bundle();
  copyInitWorkspace();
  buildLibrary();
  // Written last: a build that failed half way is no build.
  writeFileSync(STAMP, fingerprint);
}

/** Lets one build run at a time in this folder. A lock that is older than any build takes was left by a crash. */
async function alone(work) {
  const lock = "dist/.building";
  mkdirSync("dist", { recursive: true });
  for (let holds = false; !holds; ) {
    try {
      mkdirSync(lock);
      holds = true;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true });
      else await sleep(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** What `recare init` writes: the smallest example, without what only makes sense inside this repository. */
function copyInitWorkspace() {
  rmSync("dist/init", { recursive: true, force: true });
  const isPart = (path) => !path.endsWith("expected.txt");
  cpSync("examples/hello-world", "dist/init", { recursive: true, filter: isPart });
  for (const path of filesBelow("dist/init")) {
    if (path.endsWith(".yaml")) {
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(/^# yaml-language-server:.*\n/gm, ""));
    }
  }
}

function buildLibrary() {
  if (!existsSync("src/index.ts")) return;
  rmSync("dist/lib", { recursive: true, force: true });
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "-p", "tsconfig.lib.json"],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) throw new Error("the library does not compile");
  for (const path of filesBelow("src")) {
    if (/\.generated\.(?:js|d\.ts|mjs|bin)$/.test(path)) cpSync(path, path.replace(/^src/, "dist/lib"));
  }
}

function isStale() {
  if (!existsSync(STAMP) || !existsSync("dist/recare.cjs")) return true;
  return readFileSync(STAMP, "utf8") !== fingerprintOfSources();
}

/** Names, sizes and times of all sources. Generated files are the build's own work and do not count. */
function fingerprintOfSources() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of statSync(source).isDirectory() ? filesBelow(source) : [source]) {
      if (path.includes(".generated.")) continue;
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function run(script) {
  if (!existsSync(script)) return;
  const { status } = spawnSync(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${script} failed`);
}
