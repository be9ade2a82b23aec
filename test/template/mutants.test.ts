import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import flow from "./mutants/flow.json" with { type: "json" };
import rendering from "./mutants/rendering.json" with { type: "json" };
import variants from "./mutants/variants.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "../..");

/** `npm run mutants` takes minutes; that each mutant still has something to break is seen at once. */
it.each([
  ["flow", flow],
  ["rendering", rendering],
  ["variants", variants],
])("finds the text of each mutant of %s exactly once", (_, { mutants }) => {
  const stale = mutants.filter(
    ({ file, find }) => readFileSync(join(ROOT, file), "utf8").split(find).length !== 2,
  );
  expect(stale.map(({ name }) => name)).toEqual([]);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  expect(mutants.filter(({ find, replace }) => find === replace)).toEqual([]);
});
