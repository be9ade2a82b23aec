import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { concernsOf, type Plan } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

it("docs/plan.md has the map from sections to concerns that the compiler uses", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../docs/plan.md"), "utf8");
  const table = /<!-- concerns -->\n([\s\S]*?)<!-- \/concerns -->/.exec(docs)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, section, concerns]) => [
    section,
    concerns?.split(", "),
  ]);
  const [compiled] = compileTexts(BASE.files).plans;
  const sections = Object.keys(compiled?.plan ?? {}).filter((section) => section !== "format");
  expect(rows).toEqual(sections.map((section) => [section, concernsOf(section as keyof Plan)]));
});
