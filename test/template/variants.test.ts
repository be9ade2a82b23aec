import fc from "fast-check";
import { expect, it } from "vitest";
import { flow, print, render, variants } from "../../src/template/index.ts";
import { fieldText } from "./texts.ts";
import { DOMAINS, describeDomain, factsOf, linked, runs } from "./world.ts";

const LISTED = ["p.name", "p.dx", "p.ok", "q"];

const present = fc.record(
  Object.fromEntries(
    Object.entries(DOMAINS).map(([path, values]) => [
      path,
      fc.constantFrom(...values.filter((v) => v !== undefined)),
    ]),
  ),
);

it("shows every wording that can be sent, where it says that it shows all", () => {
  let compared = 0;
  fc.assert(
    fc.property(fieldText, present, (text, chosen) => {
      const tree = linked(text);
      if (!flow(tree).every(({ field }) => LISTED.includes(field))) return;
      const { shown, total, complete } = variants(tree, describeDomain, 200);
      expect(shown.length).toBeLessThanOrEqual(total.count);
      expect(new Set(shown.map((variant) => variant.text)).size).toBe(shown.length);
      if (!complete) return;
      compared++;
      const facts = factsOf(chosen);
      expect(shown.map((variant) => variant.text)).toContain(render(print(tree), { ...facts, say: facts }));
    }),
    { numRuns: runs(1_500) },
  );
  expect(compared).toBeGreaterThan(runs(200));
});
