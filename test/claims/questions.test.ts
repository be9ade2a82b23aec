import { expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

const USED = "        {{ claim.visit_details_by_text }}";

/** What the claim rules ask about the base campaign with other words in its claim. */
function asked(kind: string, english: string): readonly string[] {
  const files = applyEdit(
    BASE.files,
    `library/claims.yaml:\n-      en: After you book, we send your visit time and place.\n+      en: ${english}\n=\nlibrary/claims.yaml:\n-        - Once you book, we send your visit time and place.\n+        - ${english}\n \n-    kind: process\n+    kind: ${kind}`.replace(
      "\n \n",
      "\n",
    ),
  );
  const { plans, findings } = compileTexts(files);
  expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return plans.flatMap(({ plan }) =>
    plan.questions
      .filter(({ rule }) => /^claim-|^free-|^benefit-/.test(rule))
      .map(({ role, text }) => `${role}: ${text}`),
  );
}

it("asks nothing about a claim that a machine can hold to its register", () => {
  expect(BASE.files.get("campaign.yaml")).toContain(USED);
  expect(asked("process", "After you book, we send your visit time and place.")).toEqual([]);
});

it.each([
  [
    "guarantee",
    "We guarantee that a person answers.",
    /^clinical: The claim visit_details_by_text: can your clinics/,
  ],
  ["statistic", "Nine of ten patients keep their next visit.", /^clinical: .*is it still the best figure/],
  ["testimonial", "Our patients love the new building.", /^legal: .*signed an authorization/],
  ["price", "There is no charge for this visit.", /^operations: .*every plan and every clinic/],
  ["process", "Your next visit is free.", /^legal: .*for whom, for what and until when/],
])("asks a role about a claim of the kind %s: %s", (kind, words, question) => {
  expect(asked(kind, words)).toContainEqual(expect.stringMatching(question));
});
