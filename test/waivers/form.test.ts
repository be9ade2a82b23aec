import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counts } from "../../src/source/index.ts";
import { baselineOf, writeBaseline } from "../../src/waivers/index.ts";
import { BLAMING, compileCampaign, WAIVER } from "./blaming.ts";
import { type Form, reformatted } from "./reformatted.ts";

const form: fc.Arbitrary<Form> = fc.record({
  shuffle: fc.integer({ min: 0, max: 1_000_000 }),
  blankLines: fc.boolean(),
  comments: fc.boolean(),
  quotes: fc.boolean(),
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  byteOrderMark: fc.boolean(),
});

/** Some findings waived, some in the baseline, some neither. */
const WAIVED = BLAMING.replace("  - step: letter-1", `  ${WAIVER}\n  - step: letter-1`).replace(
  "    preheader:",
  `    ${WAIVER}\n    preheader:`,
);
const before = compileCampaign(WAIVED).findings;
const baseline = writeBaseline(
  baselineOf(before.filter((finding) => counts(finding) && finding.path?.includes("email-1"))),
);

function standing(text: string): readonly string[] {
  return compileCampaign(text, { baseline })
    .findings.map((finding) =>
      [finding.rule, finding.path, finding.fingerprint, finding.waiver?.by, finding.baselined].join(" "),
    )
    .sort();
}

describe("the form of a file", () => {
  it("decides nothing: the same findings are waived, known and new, and nothing is stale", () => {
    const expected = standing(WAIVED);
    expect(expected.filter((line) => line.includes("@dana"))).toHaveLength(2);
    expect(expected.filter((line) => line.endsWith("true")).length).toBeGreaterThanOrEqual(2);
    expect(expected.filter((line) => line.startsWith("blame")).length).toBeGreaterThan(4);
    fc.assert(
      fc.property(form, (written) => {
        const text = reformatted(WAIVED, written);
        expect(standing(text), text).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("was changed by the property above, and not left as it was", () => {
    const shuffle = reformatted(WAIVED, {
      shuffle: 7,
      blankLines: true,
      comments: true,
      quotes: true,
      lineEnd: "\r\n",
      byteOrderMark: true,
    });
    expect(shuffle.indexOf("sequence:")).not.toBe(WAIVED.indexOf("sequence:"));
    expect(shuffle.split("\r\n").length).toBeGreaterThan(2 * WAIVED.split("\n").length);
    expect(shuffle).toContain('title: "Missed visit"');
  });
});
