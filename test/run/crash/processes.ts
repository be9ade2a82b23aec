import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { ChildSetting } from "./child.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Within node_modules, so that the bundle finds the packages that stay outside of it. */
const CACHE = join(ROOT, "node_modules/.cache/recare-crash");

let bundled: Promise<string> | undefined;

/** The dispatcher as one file that Node runs, with all but the drivers in it: it is started some fifty times. */
export function bundledChild(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const outfile = join(CACHE, `child-${process.pid}.cjs`);
  mkdirSync(CACHE, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile,
    bundle: true,
    external: ["@duckdb/node-api", "pg"],
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    logLevel: "error",
  });
  return outfile;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a dispatcher. @param largestFile blocks of 1 KiB that it may write to one file: how a full disk looks */
export function start(bundle: string, setting: ChildSetting, largestFile?: number): Running {
  const command = `${largestFile === undefined ? "" : `ulimit -f ${largestFile}; `}exec "$0" "$1" "$2"`;
  const child = spawn("bash", ["-c", command, process.execPath, bundle, JSON.stringify(setting)], {
    cwd: ROOT,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
  return { child, ended };
}

let plans = 0;

export function writePlan(folder: string, plan: unknown): string {
  const path = join(folder, `plan-${++plans}.json`);
  writeFileSync(path, JSON.stringify(plan));
  return path;
}
