// A cold check of one file against a bare Node: what somebody waits for who checks as they save.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compared, duration, show, times } from "./measure.mjs";

const TURNS = Number(process.env.BENCH_TURNS ?? 31);
const FILE = "examples/hello-world/hello-world.yaml";

const cache = mkdtempSync(join(tmpdir(), "recare-bench-"));
const check = [process.execPath, "bin/recare.cjs", "check", FILE, "--today", "2026-11-23"];
const kept = { env: { ...process.env, XDG_CACHE_HOME: cache } };
const bare = { env: { ...process.env, RECARE_NO_CODE_CACHE: "1" } };

try {
  compared([{ command: check, options: kept }], 2);
  const [floor, withCache, without] = compared(
    [
      { name: "node -e 0", command: [process.execPath, "-e", "0"] },
      { name: "kept code", command: check, options: kept },
      { name: "no kept code", command: check, options: bare },
    ],
    TURNS,
  );
  const against = (it) =>
    `${times(it.ratio)} (${duration(it.milliseconds)}; bare Node ${duration(floor.milliseconds)})`;
  show([
    { work: "Cold check of one file, code kept", measured: against(withCache), budget: "1.6 × bare Node" },
    { work: "Cold check of one file, nothing kept", measured: against(without), budget: "2.0 × bare Node" },
  ]);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
