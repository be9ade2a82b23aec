// Breaks one rule of the proof at a time, in a copy, and asks whether the tests notice: npm run mutants.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LISTS = join(ROOT, "test", "template", "mutants");

/** A mutant may make a loop endless, which no test can stop; that is noticed too. */
const LONGEST_MS = 120_000;

const HELP = `Usage: npm run mutants -- [options]

Applies each mutant of test/template/mutants to a copy of the source and runs the tests that should notice.
Fails unless every mutant is killed.

  --only NAME   this mutant alone; can be repeated
  --list        name the mutants and the rule that each breaks
  --jobs N      how many run at once (default: one for each core, at most 4)
  --help        this text`;

/** Every mutant, with its list's name before its own and the tests that should notice it. */
function mutants() {
  return readdirSync(LISTS)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const { tests, mutants: listed } = JSON.parse(readFileSync(join(LISTS, name), "utf8"));
      return listed.map((mutant) => ({
        ...mutant,
        name: `${name.replace(".json", "")}/${mutant.name}`,
        tests,
      }));
    });
}

/** A copy of what the tests read: the working tree itself is never touched. */
function copyTo(home) {
  for (const part of [
    "src",
    "test/template",
    "test/support",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
  ])
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "dir");
}

const running = new Set();

/** Runs tests in a copy, up to the first that fails. */
function run(home, tests) {
  const report = join(home, "report.json");
  rmSync(report, { force: true });
  const vitest = join(home, "node_modules", "vitest", "vitest.mjs");
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [vitest, "run", "--root", home, "--bail", "1", "--reporter", "json", "--outputFile", report, ...tests],
      // A group of its own, so that what it starts ends with it.
      { cwd: home, stdio: "ignore", detached: true },
    );
    running.add(child);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      end(child);
    }, LONGEST_MS);
    child.on("close", (code) => {
      clearTimeout(timer);
      running.delete(child);
      const ms = Math.round(performance.now() - started);
      if (isLate) resolve({ state: "killed", by: "no end", ms });
      else resolve({ ...outcome(code, report), ms });
    });
  });
}

function end(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** A source that cannot be read fails without a test that fails: that kills nothing. */
function outcome(code, report) {
  if (code === 0) return { state: "survived", by: "" };
  try {
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find(({ status }) => status === "failed");
    if (failed) return { state: "killed", by: failed.title };
    return {
      state: "error",
      by:
        testResults
          .map(({ message }) => message)
          .join(" ")
          .trim() || "no test ran",
    };
  } catch {
    return { state: "error", by: "the tests did not run" };
  }
}

async function tried(home, { file, find, replace, tests }) {
  const path = join(home, file);
  const text = readFileSync(path, "utf8");
  const found = text.split(find).length - 1;
  if (found !== 1) return { state: "error", by: `its text occurs ${found} times in ${file}`, ms: 0 };
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    let ms = 0;
    let result = { state: "survived", by: "" };
    for (const test of tests) {
      result = await run(home, [test]);
      ms += result.ms;
      if (result.state !== "survived") break;
    }
    return { ...result, ms };
  } finally {
    writeFileSync(path, text);
  }
}

function row(name, { state, by, ms }, width) {
  return `${state.padEnd(8)}  ${name.padEnd(width)}  ${String(ms).padStart(6)} ms  ${by.split("\n")[0].slice(0, 80)}`;
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      list: { type: "boolean" },
      jobs: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const all = mutants();
  const names = values.only ?? [];
  const isMeant = (mutant, name) => mutant.name === name || mutant.name.endsWith(`/${name}`);
  for (const name of names)
    if (!all.some((mutant) => isMeant(mutant, name))) throw new Error(`no mutant is called ${name}`);
  const wanted =
    names.length === 0 ? all : all.filter((mutant) => names.some((name) => isMeant(mutant, name)));
  const width = Math.max(...wanted.map(({ name }) => name.length));
  if (values.list) {
    for (const { name, breaks } of wanted) console.log(`${name.padEnd(width)}  ${breaks}`);
    return;
  }
  const jobs = Number(values.jobs ?? Math.min(4, availableParallelism()));
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error("--jobs takes a whole number above 0");

  const homes = [];
  const cleanUp = () => {
    for (const child of running) end(child);
    for (const home of homes) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      cleanUp();
      process.exit(130);
    });
  try {
    const started = performance.now();
    for (let job = 0; job < Math.min(jobs, wanted.length); job++) {
      const home = mkdtempSync(join(tmpdir(), "recare-mutants-"));
      homes.push(home);
      copyTo(home);
    }
    const sound = await run(homes[0], [...new Set(wanted.flatMap(({ tests }) => tests))]);
    if (sound.state !== "survived") throw new Error(`the tests fail without any mutant: ${sound.by}`);
    const results = [];
    const waiting = [...wanted];
    await Promise.all(
      homes.map(async (home) => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          const result = await tried(home, mutant);
          results.push({ ...result, mutant });
          console.log(row(mutant.name, result, width));
        }
      }),
    );
    const count = (state) => results.filter((result) => result.state === state).length;
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `\n${results.length} mutants: ${count("killed")} killed, ${count("survived")} survived, ${count("error")} errors, in ${seconds} s`,
    );
    for (const { state, mutant } of results)
      if (state === "survived") console.log(`${mutant.name} survived: ${mutant.breaks}`);
    if (count("killed") < results.length) process.exitCode = 1;
  } finally {
    cleanUp();
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
