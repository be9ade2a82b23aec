import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DECISIONS } from "../../src/judge/index.ts";
import { DERIVATIONS } from "../../src/judge/plan-fields.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/judging.md"), "utf8");
const codes = (text: string) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code);

it("docs/judging.md has every decision, in the order in which they are looked at", () => {
  const [, table = ""] = page.split("<!-- table: decisions -->");
  expect(codes(table.split("\n## ")[0] ?? "")).toEqual(DECISIONS);
});

it("docs/judging.md has every field that the product calculates", () => {
  const [, section = ""] = page.split("## What the product calculates");
  expect(codes(section.split("\n## ")[0] ?? "")).toEqual(DERIVATIONS);
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../schemas/fields.schema.json"), "utf8"),
  );
  const { derived } = schema.properties.fields.additionalProperties.properties;
  expect(derived.enum).toEqual(DERIVATIONS);
});
