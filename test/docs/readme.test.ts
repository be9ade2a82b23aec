import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

const pages = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" }).map((page) => join("docs", page)),
].filter((page) => page.endsWith(".md"));

describe("the documents", () => {
  it.each(["README.md", "docs/ci.md"])("%s shows files as they are", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const shown = [...text.matchAll(/<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)```/g)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, path = "", text] of shown) {
      expect(readFileSync(join(ROOT, path), "utf8").replace(/^# yaml-language-server.*\n/, "")).toBe(text);
    }
  });
});

describe("the README", () => {
  it("shows a library call that works, with types for whoever uses TypeScript", () => {
    const call = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const home = mkdtempSync(join(tmpdir(), "recare-library-"));
    try {
      symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"));
      const program = `const text = "organization: {}\\n";\n${call.replace('"recare"', JSON.stringify(join(ROOT, "dist/lib/index.js")))}\nconsole.log(findings.length > 0, plans.length);\n`;
      writeFileSync(join(home, "call.mjs"), program);
      expect(execFileSync(process.execPath, [join(home, "call.mjs")], { encoding: "utf8" })).toBe("true 0\n");
      expect(existsSync(join(ROOT, "dist/lib/index.d.ts"))).toBe(true);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe("links in the documents", () => {
  it.each(pages)("%s leads only to files that exist", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:|tel:)([^)#\s]+)[^)]*\)/g)].map(
      (match) => match[1] ?? "",
    );
    const missing = targets.filter((target) => !existsSync(resolve(ROOT, dirname(page), target)));
    expect(missing).toEqual([]);
  });
});
