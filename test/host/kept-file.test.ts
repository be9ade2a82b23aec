import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeptFile } from "../../src/host/index.ts";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "recare-kept-"));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const keptFor = (name: string) => new KeptFile(name, { XDG_CACHE_HOME: cache });
const folder = () => join(cache, "recare", "findings");
const only = () => join(folder(), readdirSync(folder())[0] ?? "");

describe("what is kept for the next run", () => {
  test("is read as it was written, by this user alone", () => {
    expect(keptFor("/a").read()).toBeUndefined();
    keptFor("/a").write("né\0\n");
    expect(keptFor("/a").read()).toBe("né\0\n");
    keptFor("/a").write("again");
    expect(keptFor("/a").read()).toBe("again");
    expect(keptFor("/b").read()).toBeUndefined();
    expect(statSync(only()).mode & 0o777).toBe(0o600);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
  });

  test("lies below HOME where no cache folder is named, and nowhere without one", () => {
    new KeptFile("/a", { HOME: cache }).write("kept");
    expect(new KeptFile("/a", { HOME: cache }).read()).toBe("kept");
    for (const env of [{}, { HOME: "" }, { XDG_CACHE_HOME: "relative" }]) {
      new KeptFile("/a", env).write("kept");
      expect(new KeptFile("/a", env).read()).toBeUndefined();
    }
  });

  test.each([
    ["a byte is different", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from("!")])],
    ["its end is missing", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["its digest is cut", (bytes: Buffer) => bytes.subarray(0, 20)],
    ["it is empty", () => Buffer.alloc(0)],
  ])("is not believed where %s", (_, damage) => {
    keptFor("/a").write("kept");
    writeFileSync(only(), damage(readFileSync(only())));
    expect(keptFor("/a").read()).toBeUndefined();
    keptFor("/a").write("kept");
    expect(keptFor("/a").read()).toBe("kept");
  });

  test("is not believed where somebody else could have written it", () => {
    keptFor("/a").write("kept");
    chmodSync(only(), 0o620);
    expect(keptFor("/a").read()).toBeUndefined();
    chmodSync(only(), 0o600);
    expect(keptFor("/a").read()).toBe("kept");
    for (const path of [folder(), join(cache, "recare")]) {
      chmodSync(path, 0o777);
      expect(keptFor("/a").read()).toBeUndefined();
      chmodSync(path, 0o700);
    }
  });

  test("is neither read nor written through a link", () => {
    keptFor("/a").write("kept");
    const path = only();
    const elsewhere = join(cache, "elsewhere");
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    expect(keptFor("/a").read()).toBeUndefined();
    keptFor("/a").write("new");
    expect(readFileSync(elsewhere, "utf8")).toMatch(/kept$/);
    expect(keptFor("/a").read()).toBe("new");

    rmSync(folder(), { recursive: true });
    mkdirSync(join(cache, "other"));
    symlinkSync(join(cache, "other"), folder());
    keptFor("/a").write("new");
    expect(readdirSync(join(cache, "other"))).toEqual([]);
  });

  test("is nothing where nothing can be written", () => {
    writeFileSync(join(cache, "recare"), "a file in the way");
    keptFor("/a").write("kept");
    expect(keptFor("/a").read()).toBeUndefined();
  });

  test("is left alone where a run that was killed left half of it", () => {
    keptFor("/a").write("kept");
    writeFileSync(`${only()}.1`, "half");
    expect(keptFor("/a").read()).toBe("kept");
    keptFor("/a").write("more");
    expect(keptFor("/a").read()).toBe("more");
  });

  test("is of the workspaces that were written last, and of no end of them", () => {
    for (let i = 0; i < 40; i++) {
      keptFor(`/${i}`).write("kept");
      const newest = readdirSync(folder()).map((name) => join(folder(), name));
      for (const path of newest)
        utimesSync(path, statSync(path).mtime, new Date(statSync(path).mtimeMs - 1_000));
    }
    expect(readdirSync(folder())).toHaveLength(32);
    expect(keptFor("/39").read()).toBe("kept");
    expect(keptFor("/0").read()).toBeUndefined();
  });
});
