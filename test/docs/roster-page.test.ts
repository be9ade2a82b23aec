import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tablesMarkdown } from "../../src/roster/index.ts";

const PAGE = join(import.meta.dirname, "../../docs/roster.md");
const GENERATED = /(<!-- tables: [^>]*-->\n)([\s\S]*?)(<!-- \/tables -->)/;

if (process.env.UPDATE_EXPECTED === "1") {
  const page = readFileSync(PAGE, "utf8");
  writeFileSync(
    PAGE,
    page.replace(GENERATED, (_, open, __, close) => `${open}\n${tablesMarkdown()}\n\n${close}`),
  );
}

it("docs/roster.md has the tables that the readers know; npm run test:update rewrites them", () => {
  const [, , written] = GENERATED.exec(readFileSync(PAGE, "utf8")) ?? [];
  expect(written).toBe(`\n${tablesMarkdown()}\n\n`);
});
