import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCERNS, concernDigests, concernsOf, type Plan } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { leavesOf, replaced } from "../support/leaves.ts";

const CHOSEN_BY_A_CLINICAL_FACT = [
  " owner: north_scheduling",
  "+chosen_by:",
  "+  - visit.reason",
  "+because: People who came for a check-up are asked back.",
  "=",
  "   include:",
  "+    - visit.reason is check-up",
].join("\n");

const [compiled] = compileTexts(applyEdit(BASE.files, CHOSEN_BY_A_CLINICAL_FACT)).plans;
if (compiled === undefined) throw new Error("the base workspace gives no plan");
const { plan } = compiled;

const leaves = leavesOf(plan);

describe("concern digests", () => {
  it("cover every leaf of a plan, so that nothing is reviewed by nobody", () => {
    const before = concernDigests(plan);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const after = concernDigests(replaced(plan, path) as unknown as Plan);
        expect(CONCERNS.filter((concern) => after[concern] !== before[concern])).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("change for the concerns of the section, and for no other", () => {
    const before = concernDigests(plan);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const after = concernDigests(replaced(plan, path) as unknown as Plan);
        const touched = CONCERNS.filter((concern) => after[concern] !== before[concern]);
        const section = path[0] as keyof Plan;
        expect(concernsOf(section)).toEqual(expect.arrayContaining(touched));
        if (section !== "steps" && section !== "questions")
          expect(touched).toEqual(CONCERNS.filter((c) => concernsOf(section).includes(c)));
      }),
      { numRuns: 400 },
    );
  });

  it("differ between campaigns with equal content", () => {
    const other = { ...plan, identity: { ...plan.identity, campaign: "another" } };
    for (const concern of CONCERNS)
      expect(concernDigests(other)[concern]).not.toBe(concernDigests(plan)[concern]);
  });
});
