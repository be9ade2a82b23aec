import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findWorkspace, Problem, readWorkspace } from "../../src/host/index.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "recare-host-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = ""): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** The problem that `act` ends with. */
function problem(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("no problem");
}

describe("finding a workspace", () => {
  test("at the path, above it, or by naming recare.yaml", () => {
    put("w/recare.yaml");
    put("w/a/b.yaml");
    expect(findWorkspace("w", root)).toEqual({ root: join(root, "w"), within: "" });
    expect(findWorkspace("w/a/b.yaml", root)).toEqual({ root: join(root, "w"), within: "a/b.yaml" });
    expect(findWorkspace(".", join(root, "w/a"))).toEqual({ root: join(root, "w"), within: "a" });
    expect(findWorkspace("w/recare.yaml", root)).toEqual({ root: join(root, "w"), within: "" });
  });

  test("says what to do where there is none", () => {
    put("one/recare.yaml");
    put("two/recare.yaml");
    expect(problem(() => findWorkspace(".", root)).remedy).toBe("Name a workspace: one or two.");
    expect(problem(() => findWorkspace("three", root)).message).toBe("There is no file or folder three.");
    put("empty/x.yaml");
    expect(problem(() => findWorkspace("empty", root)).remedy).toBe("Start one with: recare init my-clinic");
  });
});

describe("reading a workspace", () => {
  test("takes texts and the digests of all else, in the order of paths, and skips what tools write", () => {
    put("recare.yaml", "a: 1\n");
    put("z.yml", "z");
    put("library/partials/b.liquid", "b");
    put("evidence/e.md", "evidence");
    for (const skipped of [
      "node_modules/x.yaml",
      "build/plan.yaml",
      "dist/x.yaml",
      "approvals/x.yaml",
      "roster/x.csv",
      ".git/x.yaml",
      ".hidden.yaml",
      "inner/recare.yaml",
      "inner/c.yaml",
    ]) {
      put(skipped, "x");
    }
    const { files, assets, leftOut } = readWorkspace(root);
    expect(files).toEqual([
      { path: "library/partials/b.liquid", text: "b" },
      { path: "recare.yaml", text: "a: 1\n" },
      { path: "z.yml", text: "z" },
    ]);
    expect(assets.get("evidence/e.md")).toBe(createHash("sha256").update("evidence").digest("hex"));
    for (const { path } of [...files, { path: "node_modules/x.yaml" }, { path: "roster/x.csv" }]) {
      expect(assets.get(path)).toBeUndefined();
    }
    expect(leftOut).toEqual([]);
  });

  test("keeps what is not UTF-8 as replacement characters, for the syntax to report", () => {
    put("recare.yaml", Uint8Array.of(0x61, 0xff, 0x62));
    expect(readWorkspace(root).files).toEqual([{ path: "recare.yaml", text: "a\ufffdb" }]);
  });

  test("follows a link inside the workspace and refuses one that leaves it", () => {
    put("w/recare.yaml");
    put("w/a.yaml", "a");
    put("outside.yaml", "secret");
    symlinkSync(join(root, "w/a.yaml"), join(root, "w/b.yaml"));
    symlinkSync(join(root, "w"), join(root, "w/circle"));
    expect(readWorkspace(join(root, "w")).files.map(({ path }) => path)).toEqual([
      "a.yaml",
      "b.yaml",
      "recare.yaml",
    ]);
    symlinkSync(join(root, "outside.yaml"), join(root, "w/c.yaml"));
    expect(problem(() => readWorkspace(join(root, "w"))).message).toMatch(
      /^c\.yaml is a link to something outside/,
    );
  });

  test("refuses a link that leads nowhere", () => {
    put("recare.yaml");
    symlinkSync(join(root, "gone.yaml"), join(root, "a.yaml"));
    expect(problem(() => readWorkspace(root)).message).toBe(
      "Could not follow the link a.yaml: it does not exist.",
    );
  });

  test("refuses a text that no person has written, and leaves out what is too large to be evidence", () => {
    put("recare.yaml");
    put("huge.yaml");
    truncateSync(join(root, "huge.yaml"), 2 * 1024 * 1024);
    expect(problem(() => readWorkspace(root)).message).toMatch(/^huge\.yaml is larger than one megabyte/);
    rmSync(join(root, "huge.yaml"));
    put("film.mov");
    truncateSync(join(root, "film.mov"), 65 * 1024 * 1024);
    expect(readWorkspace(root).leftOut).toEqual(["film.mov"]);
  });

  test("refuses folders in folders without end", () => {
    put("recare.yaml");
    put(`${"d/".repeat(40)}a.yaml`);
    expect(problem(() => readWorkspace(root)).message).toMatch(/more than 32 folders deep/);
  });
});
