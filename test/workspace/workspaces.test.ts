import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceText } from "../../src/source/index.ts";
import { loadWorkspace, WORKSPACE_FINDINGS } from "../../src/workspace/index.ts";
import { applyEdit } from "../support/edit.ts";

const ROOT = join(import.meta.dirname, "../..");
const BASE = join(ROOT, "src/rules/base");

/** The texts of a folder, as the host would read them. */
function textsIn(folder: string): readonly SourceText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|liquid)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    }));
}

const WORKSPACES = ["campaigns", "examples/hello-world", "src/rules/base"];

test.each(WORKSPACES)("every file of %s is in the language", (folder) => {
  const found = loadWorkspace(textsIn(join(ROOT, folder))).diagnostics;
  expect(found.map(({ at, message }) => `${at.file}: ${message}`)).toEqual([]);
});

describe.each(WORKSPACE_FINDINGS.map((meta) => [`${meta.code} ${meta.name}`, meta] as const))(
  "%s",
  (_, meta) => {
    const base = new Map(textsIn(BASE).map(({ path, text }) => [path, text]));

    function found(edit: string) {
      const files = applyEdit(base, edit);
      return loadWorkspace([...files].map(([path, text]) => ({ path, text }))).diagnostics.map(
        ({ rule, at }) => ({
          rule,
          mark: files.get(at.file)?.slice(at.start, at.end),
        }),
      );
    }

    test("is about the form of a file, so nobody can waive it", () => {
      expect(meta.code).toMatch(/^S1[0-4][0-9]$/);
      expect([meta.severity, meta.waivable]).toEqual(["error", "never"]);
    });

    test("its good examples are silent, its bad ones underline what they say and nothing else", () => {
      for (const { edit } of meta.examples.good) expect(found(edit)).toEqual([]);
      for (const { edit, marks } of meta.examples.bad) {
        expect(found(edit)).toEqual(marks.map((mark) => ({ rule: meta.name, mark })));
      }
    });
  },
);
