import { expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { compileEdited } from "./edited.ts";

const [before] = compileTexts(BASE.files).plans;

/** The concerns whose digest an edit changes. */
function changed(edit: string): string[] {
  const { plans, findings } = compileEdited(edit);
  expect(findings).toEqual([]);
  const after = Object.entries(plans[0]?.concerns ?? {});
  expect(after).toHaveLength(Object.keys(before?.concerns ?? {}).length);
  return after.flatMap(([concern, digest]) =>
    new Map(Object.entries(before?.concerns ?? {})).get(concern) === digest ? [] : [concern],
  );
}

it.each([
  [
    "a claim's text",
    "library/claims.yaml:\n-      en: After you book, we send your visit time and place.\n+      en: After you book, we send you the visit time and place.",
    ["copy"],
  ],
  ["a team's lead", "library/teams.yaml:\n-    lead: J. Alvarez\n+    lead: P. Novak", ["operations"]],
  ["a wait", "-    wait: 4 days\n+    wait: 5 days", ["timing"]],
  [
    "a condition",
    "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 15 days ago",
    ["audience"],
  ],
  [
    "a title",
    "-title: Missed visit\n+title: A missed visit",
    ["audience", "copy", "operations", "privacy", "timing"],
  ],
  ["a comment", " owner: north_scheduling\n+# as agreed in May", []],
])("%s changes what its reviewers signed, and nothing else", (_, edit, concerns) =>
  expect(changed(edit).sort()).toEqual(concerns),
);

it("the class of a field changes what privacy signed", () => {
  const edit = "library/fields.yaml:\n   patient.first_name:\n-    class: contact\n+    class: scheduling";
  expect(changed(edit)).toContain("privacy");
});
