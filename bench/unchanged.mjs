// A check of 10,000 campaigns of which none has changed since the last check, against reading the same files and doing
// nothing else.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { campaignsIn } from "./campaigns.mjs";
import { compared, duration, show, timed } from "./measure.mjs";

const COUNT = 10_000;
const TURNS = Number(process.env.BENCH_TURNS ?? 7);

const folder = mkdtempSync(join(tmpdir(), "recare-unchanged-"));
try {
  const workspace = join(folder, "campaigns");
  campaignsIn(workspace, COUNT);
  const options = { cwd: workspace, env: { ...process.env, XDG_CACHE_HOME: folder } };
  const read = `
    const { readdirSync, readFileSync } = require("node:fs");
    for (const name of readdirSync(".", { recursive: true })) if (name.endsWith(".yaml")) readFileSync(name, "utf8");
  `;
  const command = [process.execPath, resolve("bin/recare.cjs"), "check", "--format", "json"];
  command.push("--today", "2026-11-23");
  timed(command, options);
  timed(command, options);
  const [floor, ours] = compared(
    [
      { name: "reading", command: [process.execPath, "-e", read], options },
      { name: "recare check", command, options },
    ],
    TURNS,
  );
  const beyond = duration(ours.milliseconds - floor.milliseconds);
  show([
    {
      work: `Check of ${COUNT.toLocaleString("en")} unchanged campaigns`,
      measured: `${beyond} beyond reading them (${duration(ours.milliseconds)}; reading alone ${duration(floor.milliseconds)})`,
      budget: "500 ms beyond reading them",
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
