import { expect, test } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import { watched } from "../../src/rules/judging.ts";
import { BASE, compileTexts } from "../support/base.ts";

test("a judgement that rests on other campaigns is told from one that does not", () => {
  const { workspace } = compileTexts(BASE.files);
  const { facts, sawOthers } = watched(factsOf(workspace));
  const [campaign] = workspace.campaigns;
  expect(campaign && facts.outletsOf(campaign).length).toBeGreaterThan(0);
  expect(facts.workspace.organization).toBe(workspace.organization);
  expect(sawOthers()).toBe(false);
  expect(facts.workspace.campaigns).toBe(workspace.campaigns);
  expect(sawOthers()).toBe(true);
});
