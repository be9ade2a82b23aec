import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

const LAUNCHER = join(import.meta.dirname, "../../bin/recare.cjs");

let cache: string;
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
});
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "recare-code-"));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** Runs `recare --version`, or another command, with its code kept below `cache`. */
function version(...args: readonly string[]): string {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const asked = args.length === 0 ? ["--version"] : args;
  const { stdout, stderr, status } = spawnSync(process.execPath, [LAUNCHER, ...asked], {
    env,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

const kept = () => readdirSync(join(cache, "recare"));

describe("the code that V8 compiled", () => {
  test("is kept for this user alone, and used again", () => {
    const first = version();
    const [name = ""] = kept();
    expect(name).toMatch(/-v\d+\.\d+\.\d+-\w+-other-recare\.code$/);
    expect(statSync(join(cache, "recare")).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache, "recare", name)).mode & 0o777).toBe(0o600);
    const before = statSync(join(cache, "recare", name)).mtimeMs;
    expect(version()).toBe(first);
    expect(statSync(join(cache, "recare", name)).mtimeMs).toBe(before);
  });

  test("of a check is one file, which holds no other command", () => {
    version("check", "examples/hello-world");
    expect(kept().map((name) => name.split("-").slice(-2).join("-"))).toEqual(["check-recare.code"]);
    version("claims", "examples/hello-world");
    expect(kept().map((name) => name.split("-").slice(-2).join("-"))).toEqual([
      "check-recare.code",
      "claims-commands.code",
      "claims-recare.code",
    ]);
  });

  test("is made anew where the file is damaged", () => {
    const first = version();
    const [name = ""] = kept();
    writeFileSync(join(cache, "recare", name), "damaged");
    expect(version()).toBe(first);
    expect(statSync(join(cache, "recare", name)).size).toBeGreaterThan(1000);
  });

  test("of an older build is forgotten", () => {
    mkdirSync(join(cache, "recare"), { mode: 0o700 });
    writeFileSync(join(cache, "recare", "0.0.1-abc-v20.0.0-x64-check.code"), "");
    version();
    expect(kept()).toHaveLength(1);
  });

  test("is neither read nor written where somebody else could write it", () => {
    mkdirSync(join(cache, "recare"));
    chmodSync(join(cache, "recare"), 0o777);
    version();
    expect(kept()).toEqual([]);
  });

  test("is neither read nor written through a link", () => {
    mkdirSync(join(cache, "elsewhere"));
    symlinkSync(join(cache, "elsewhere"), join(cache, "recare"));
    version();
    expect(kept()).toEqual([]);
  });

  test("is not kept where nothing can be written", () => {
    writeFileSync(join(cache, "recare"), "a file in the way");
    version();
  });
});
