import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleMarkdown, rulesMarkdown } from "../../src/report/index.ts";
import { ALL_RULES } from "../../src/rules/index.ts";

const DOCS = join(import.meta.dirname, "../../docs");
const PAGES = join(DOCS, "rules");

if (process.env.UPDATE_EXPECTED === "1") {
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const rule of ALL_RULES) writeFileSync(join(PAGES, `${rule.code}.md`), ruleMarkdown(rule));
  writeFileSync(join(DOCS, "rules.md"), rulesMarkdown(ALL_RULES));
}

describe("the rule pages", () => {
  it("are written for every rule and no other; npm run test:update rewrites them", () => {
    expect(existsSync(PAGES) ? readdirSync(PAGES).sort() : []).toEqual(
      ALL_RULES.map(({ code }) => `${code}.md`).sort(),
    );
  });

  it.each(ALL_RULES.map((rule) => [rule.code, rule] as const))("%s says what the rule says", (code, rule) => {
    expect(readFileSync(join(PAGES, `${code}.md`), "utf8")).toBe(ruleMarkdown(rule));
  });

  it("have an index", () => {
    expect(readFileSync(join(DOCS, "rules.md"), "utf8")).toBe(rulesMarkdown(ALL_RULES));
  });
});

describe("the table of codes", () => {
  const rows = readFileSync(join(DOCS, "rule-codes.md"), "utf8")
    .split("\n")
    .flatMap((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      return /^[A-Z]\d{3}$/.test(cells[1] ?? "")
        ? [{ code: cells[1], name: cells[2], status: cells[5] }]
        : [];
    });
  const families = new Set(rows.map(({ code }) => code?.[0]));

  it("knows every rule that ships, under its code", () => {
    const shipped = rows
      .filter(({ status }) => status === "shipped")
      .map(({ code, name }) => `${code} ${name}`);
    const built = ALL_RULES.filter(({ code }) => families.has(code[0])).map(
      ({ code, name }) => `${code} ${name}`,
    );
    expect(built.sort()).toEqual(shipped.sort());
  });

  it("gives no code and no name twice", () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});
