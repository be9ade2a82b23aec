import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCERNS, concernDigests, concernsOf, type Json, type Plan } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

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

type Path = readonly (string | number)[];

/** Every leaf of a plan: each value that is no object, and each empty list or object. */
function leavesOf(value: Json, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== "object") return [path];
  const children = Object.entries(value);
  return children.length === 0
    ? [path]
    : children.flatMap(([key, child]) =>
        leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
      );
}

function replaced(value: Json, [key, ...rest]: Path): Json {
  if (key === undefined) return changed(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest) : item));
  const object = value as { readonly [name: string]: Json };
  return { ...object, [key]: replaced(object[String(key)] ?? null, rest) };
}

function changed(leaf: Json): Json {
  if (typeof leaf === "string") return `${leaf} and more`;
  if (typeof leaf === "number") return leaf + 1;
  if (typeof leaf === "boolean") return !leaf;
  return Array.isArray(leaf) ? ["more"] : leaf === null ? "something" : { more: 1 };
}

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
