// Measuring whole processes fairly: the runs of the things compared take turns, so that a busy machine slows all of
// them, and ratios are taken within each turn.

import { spawnSync } from "node:child_process";

/** Milliseconds that a process takes from start to end. */
export function timed([program, ...args], options = {}) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "pipe"],
    ...options,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status > 1) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return milliseconds;
}

/** Runs each contender once a turn; gives each one's median time and its median ratio to the first. */
export function compared(contenders, turns) {
  const times = contenders.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    contenders.forEach(({ command, options }, i) => {
      times[i].push(timed(command, options));
    });
  }
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: median(times[i]),
    ratio: median(times[i].map((time, turn) => time / times[0][turn])),
  }));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** "1.43 ×" */
export function times(ratio) {
  return `${ratio.toFixed(2)} ×`;
}

/** "52 ms", "1.3 s" */
export function duration(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Prints figures as a table, or as one line of JSON for bench/run.mjs. */
export function show(figures) {
  if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
  else
    for (const { work, measured, budget } of figures) console.log(`${work}: ${measured} (budget: ${budget})`);
}
