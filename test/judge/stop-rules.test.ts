import { expect, it } from "vitest";
import { KNOWN_RULES } from "../../src/judge/stop-rules.ts";
import { SCENARIO_IDS, scenario } from "../../src/model/index.ts";

it("every rule of every scenario is one that the judge knows", () => {
  const presets = SCENARIO_IDS.map(scenario).flatMap(({ stopOn, pauseOn }) => [...stopOn, ...pauseOn]);
  expect([...new Set(presets)].sort()).toEqual([...KNOWN_RULES].sort());
});
