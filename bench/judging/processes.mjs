// What is measured runs in processes of its own, one after the other.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Makes a plan, the rooms and, where people are asked for, a roster in a folder. */
export function prepared(folder, { campaign = "missed-primary-care", people = 0, due = "few" }) {
  spawned("prepare", folder, campaign, String(people), due);
}

/** What a script of this folder says in its only line of JSON. */
export function run(name, ...args) {
  return JSON.parse(spawned(name, ...args));
}

function spawned(name, ...args) {
  const { status, stdout } = spawnSync(process.execPath, [`bench/judging/${name}.mjs`, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`bench/judging/${name}.mjs failed`);
  return stdout;
}

/** Milliseconds, peak memory in megabytes and output of a process. */
export async function watched([program, ...args]) {
  const from = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let peak = 0;
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`)
      ? readFileSync(`/proc/${child.pid}/status`, "utf8")
      : "";
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 20);
  const pieces = [];
  for await (const piece of child.stdout) pieces.push(piece);
  clearInterval(watch);
  return {
    milliseconds: performance.now() - from,
    peak: Math.round(peak / 1024),
    stdout: Buffer.concat(pieces).toString(),
  };
}
