import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONCERNS,
  concernDigests,
  concernsAt,
  concernsOf,
  type Plan,
  subjectDigests,
  subjectName,
} from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { leavesOf, replaced } from "../support/leaves.ts";

/** The subjects whose digests differ: `copy/es`. */
function changed(before: Plan, after: Plan): readonly string[] {
  const digests = new Map(subjectDigests(before).map((subject) => [subjectName(subject), subject.digest]));
  return subjectDigests(after)
    .filter((subject) => digests.get(subjectName(subject)) !== subject.digest)
    .map(subjectName);
}

/** Whether a plan has a digest that was not there before, or is refused. */
function isSeen(plan: Plan, before: ReadonlySet<string>): boolean {
  try {
    return subjectDigests(plan).some(({ digest }) => !before.has(digest));
  } catch (thrown) {
    return thrown instanceof TypeError;
  }
}

function edited(edit: string): Plan {
  const [compiled] = compileTexts(applyEdit(BASE.files, edit)).plans;
  if (compiled === undefined) throw new Error(`no plan after: ${edit}`);
  return compiled.plan;
}

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
        const [exactly] = [concernsAt(path.map(String))];
        if (section !== "steps" && section !== "questions" && !path.includes("kind"))
          expect(touched).toEqual(CONCERNS.filter((c) => exactly.includes(c)));
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

describe("what is signed", () => {
  const [unchanged] = compileTexts(BASE.files).plans;
  if (unchanged === undefined) throw new Error("the base workspace gives no plan");
  const base = unchanged.plan;

  it("is each concern, and copy language by language", () => {
    expect(subjectDigests(base).map(subjectName)).toEqual([
      "audience",
      "copy/en",
      "copy/es",
      "privacy",
      "timing",
      "operations",
    ]);
  });

  it("covers every leaf of a plan, so that nothing is signed by nobody", () => {
    const before = new Set(subjectDigests(plan).map(({ digest }) => digest));
    for (const path of leavesOf(plan)) {
      expect(isSeen(replaced(plan, path) as unknown as Plan, before), path.join("/")).toBe(true);
    }
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a word of a translation leaves its source signed",
      "-      es: Una nueva hora para su visita\n+      es: Otra hora para su visita",
      ["copy/es"],
    ],
    [
      "a word of the source makes its translations unknown",
      "-      en: A new time for your visit\n+      en: Another time for your visit",
      ["copy/en", "copy/es"],
    ],
  ])("%s", (_, edit, expected) => {
    expect(changed(base, edited(edit))).toEqual(expected);
  });

  it("of one language does not change when another is added", () => {
    const { plan: both } = { plan: base };
    const english = { ...both, languages: ["en"] };
    const of = (some: Plan, name: string) =>
      subjectDigests(some).find((subject) => subjectName(subject) === name)?.digest;
    expect(of({ ...both, languages: ["en", "vi"] }, "copy/en")).toBe(of(english, "copy/en"));
  });

  it("never is the digest of copy as a whole", () => {
    const digests = subjectDigests(base).map(({ digest }) => digest);
    expect(digests).not.toContain(concernDigests(base).copy);
  });
});
