import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/index.ts";

const FOLDER = join(import.meta.dirname, "../../src/rules");

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.includes("/") && file.endsWith(".ts"))
  .filter((file) => readFileSync(join(FOLDER, file), "utf8").includes("export default"));

describe("the registry", () => {
  it("has every rule file, each once", () => {
    const named = RULES.map(({ meta }) => meta.name).sort();
    const written = files.map((file) => file.split("/")[1]?.replace(/\.ts$/, "")).sort();
    expect(named).toEqual(written);
  });

  it("is in the order of codes", () => {
    const codes = RULES.map(({ meta }) => meta.code);
    expect(codes).toEqual([...codes].sort());
  });

  it("holds short rules: half of them under 80 lines, examples and all", () => {
    const lengths = files.map((file) => readFileSync(join(FOLDER, file), "utf8").split("\n").length);
    lengths.sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(150);
  });
});
