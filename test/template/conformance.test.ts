import fc from "fast-check";
import { expect, it } from "vitest";
import { interpret, link, lowerTemplate, print, toJson } from "../../src/template/index.ts";
import { inline } from "../../src/template/inline.ts";
import { render } from "../../src/template/render.ts";
import { anyText, choice, fieldText } from "./texts.ts";
import { FIELDS, factsOf, linked, lowered, PARTIALS, renderedByLiquid, runs, textOf } from "./world.ts";

const isLoneBrace = (text: string) => /\}\}|%\}|\{\s*\w+(\.\w+)*\s*\}/.test(text);

it("reads every text as liquidjs does", () => {
  fc.assert(
    fc.property(anyText, choice, (text, chosen) => {
      const { locate } = textOf(text);
      const { value, diagnostics } = lowerTemplate(text, { locate, partials: PARTIALS });
      expect(diagnostics.filter(({ code }) => code !== "S319" || !isLoneBrace(text))).toEqual([]);
      const facts = factsOf(chosen);
      expect(interpret(value, facts)).toBe(renderedByLiquid(text, facts));
    }),
    { numRuns: runs(5_000) },
  );
});

it("prints Liquid that renders the same and reads back as the same tree", () => {
  fc.assert(
    fc.property(fieldText, choice, (text, chosen) => {
      const tree = linked(text);
      const printed = print(tree);
      const facts = factsOf(chosen);
      expect(render(printed, { ...facts, say: facts })).toBe(interpret(tree, facts));
      const again = link(lowered(printed), FIELDS, { allowAssign: true, allowDefault: true }).value;
      expect(toJson(again)).toEqual(toJson(inline(tree)));
    }),
    { numRuns: runs(5_000) },
  );
});
