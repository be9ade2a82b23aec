import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dayOfCheck, Problem, problemOf, terminalOf, writeFile } from "../../src/host/index.ts";

describe("writing a file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "recare-write-"));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  test("makes its folder, replaces what was there and leaves nothing beside it", () => {
    writeFile(join(folder, "a/b/plan.json"), "one");
    writeFile(join(folder, "a/b/plan.json"), "two é");
    expect(readFileSync(join(folder, "a/b/plan.json"), "utf8")).toBe("two é");
    expect(readdirSync(join(folder, "a/b"))).toEqual(["plan.json"]);
  });

  test("replaces a link rather than what it leads to", () => {
    writeFileSync(join(folder, "precious"), "kept");
    symlinkSync(join(folder, "precious"), join(folder, "plan.json"));
    writeFile(join(folder, "plan.json"), "new");
    expect(readFileSync(join(folder, "precious"), "utf8")).toBe("kept");
  });

  test("that cannot be written keeps the old one, and says why", () => {
    mkdirSync(join(folder, "taken"));
    expect(() => writeFile(join(folder, "taken"), "x", "taken")).toThrow(
      /^Could not write taken: it is a folder\.$/,
    );
    writeFileSync(join(folder, "file"), "old");
    expect(() => writeFile(join(folder, "file/below"), "x", "file/below")).toThrow(
      /^Could not write file\/below: (?:a part of its path is a file, not a folder|something with that name is in the way)\.$/,
    );
    expect(readdirSync(folder).sort()).toEqual(["file", "taken"]);
  });
});

test("failed system calls are told in words; other errors are ours and stay as they are", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    syscall: "write",
  });
  const problem = problemOf(full, "write plan.json");
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({
    message: "Could not write plan.json: the disk is full.",
    remedy: "Free some space and run the command again.",
  });
  const defect = Object.assign(new TypeError("x"), { code: "ERR_INVALID_ARG_TYPE" });
  expect(problemOf(defect, "write")).toBe(defect);
});

describe("the day of a check", () => {
  const now = new Date("2026-11-23T23:30:00Z");

  test("is what was asked for, else the environment's, else the clock's", () => {
    expect(dayOfCheck("2027-01-02", { RECARE_TODAY: "2027-01-03" }, now)).toBe("2027-01-02");
    expect(dayOfCheck(undefined, { RECARE_TODAY: "2027-01-03" }, now)).toBe("2027-01-03");
    expect(dayOfCheck(undefined, {}, now)).toBe("2026-11-23");
  });

  test.each(["2026-02-30", "2026-13-01", "26-01-01", "today", "2026-1-1", ""])("is not %j", (text) => {
    expect(() => dayOfCheck(text, {}, now)).toThrow(/which is no day/);
  });
});

describe("a terminal", () => {
  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{ isTTY: true }, { TERM: "dumb" }, false],
    [{ isTTY: true }, { NO_COLOR: "1" }, false],
    [{ isTTY: true }, { NO_COLOR: "" }, true],
    [{}, { FORCE_COLOR: "1" }, true],
    [{ isTTY: true }, { FORCE_COLOR: "0" }, false],
    [{}, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("%j with %j has colour: %j", (stream, env, colour) => {
    expect(terminalOf(stream, env).colour).toBe(colour);
  });

  test("is as wide as it says, within reason; anything else is as wide as a page", () => {
    expect(terminalOf({ isTTY: true, columns: 120 }, {}).columns).toBe(120);
    expect(terminalOf({ isTTY: true, columns: 3 }, {}).columns).toBe(40);
    expect(terminalOf({ isTTY: true, columns: 900 }, {}).columns).toBe(160);
    expect(terminalOf({ columns: 120 }, {}).columns).toBe(100);
  });
});
