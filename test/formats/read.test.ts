import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMATS, readFormat } from "../../src/formats/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

const [compiled] = compileTexts(BASE.files).plans;
if (compiled === undefined) throw new Error("the base has no plan");
const { json, provenance } = compiled;

/** The plan, with one value changed. */
function changed(change: (plan: Record<string, unknown>) => void): string {
  const plan: Record<string, unknown> = JSON.parse(json);
  change(plan);
  return JSON.stringify(plan);
}

describe("reading a format", () => {
  it("knows every format by a schema that names it", () => {
    for (const format of FORMATS) {
      const schema = readFileSync(`schemas/${format}.schema.json`, "utf8");
      expect(schema).toContain(`"const": "recare.${format}/1"`);
    }
  });

  it("takes what the compiler writes", () => {
    expect(readFormat<Plan>("plan", json).value).toEqual(compiled.plan);
    expect(readFormat("provenance", JSON.stringify(provenance)).mistakes).toBeUndefined();
    expect(readFormat("plan", `\uFEFF${json}\r\n`).mistakes).toBeUndefined();
  });

  it.each([
    ["", "it is not JSON: Unexpected end of JSON input"],
    ["[]", 'it names no format; "format": "recare.plan/1" is expected'],
    ["null", 'it names no format; "format": "recare.plan/1" is expected'],
    ['{"format": "recare.plan/2"}', 'its format is "recare.plan/2"; "format": "recare.plan/1" is expected'],
    [
      JSON.stringify(provenance),
      'its format is "recare.provenance/1"; "format": "recare.plan/1" is expected',
    ],
  ])("refuses other things and says what they are: %#", (text, mistake) => {
    expect(readFormat("plan", text).mistakes).toEqual([mistake]);
  });

  it("says where something is missing, unknown, or of another type", () => {
    const text = changed((plan) => {
      delete plan.steps;
      plan.sendAtOnce = true;
      plan.caps = { per_day: "1", per_week: 3 };
    });
    expect(readFormat("plan", text).mistakes).toEqual([
      'the key "steps" is missing',
      'the key "sendAtOnce" is not known',
      '/caps/per_day: must be integer, is "1"',
    ]);
  });

  it("is not led astray by keys of a prototype", () => {
    const text = json.replace("{", '{"__proto__": {"steps": []}, "constructor": 1,');
    expect(readFormat("plan", text).mistakes).toEqual(
      expect.arrayContaining(['the key "constructor" is not known']),
    );
  });

  it("tells ten mistakes at most, and how many more there are", () => {
    const text = changed((plan) => {
      for (let i = 0; i < 30; i++) plan[`x${i}`] = i;
    });
    const { mistakes } = readFormat("plan", text);
    expect(mistakes).toHaveLength(11);
    expect(mistakes?.at(-1)).toBe("and 20 more");
  });

  it("refuses depth wherever a schema lets any value be", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const text = changed((plan) => {
      plan.measure = "deep";
    }).replace('"deep"', deep);
    expect(readFormat("plan", text).mistakes).toEqual(["it is nested more than 200 levels deep"]);
    expect(readFormat("plan", `"${"[".repeat(1000)}"`).mistakes).toEqual([
      'it names no format; "format": "recare.plan/1" is expected',
    ]);
  });
});
