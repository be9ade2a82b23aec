import { describe, expect, it } from "vitest";
import { compileEdited, found } from "./edited.ts";

/** Facts that the base does not declare. */
const FIELDS = `library/fields.yaml:
+  clinic.region: {class: public, type: text}
+  caregiver.lives_with: {class: contact, type: yes-no}
+  insurance.plan: {class: scheduling, type: text}
   clinic.name:
=
campaign.yaml:
`;
const onlyIf = (condition: string) => `     script: missed_visit\n+    only_if: ${condition}`;
const toCaregiver = (condition: string) =>
  `   script: missed_visit\n+    to: caregiver\n+    only_if: ${condition}\n=\n owner: north_scheduling\n+recipients: {caregiver: with permission to schedule}`;
const audience = (key: string, condition: string) => `   ${key}:\n+    - ${condition}`;

const refused = (edit: string) => found(edit).filter((finding) => finding.startsWith("M011"));

describe("a condition that nobody could answer is refused", () => {
  it.each([
    ["about a caregiver, in include", audience("include", "caregiver.lives_with"), "caregiver.lives_with"],
    ["about a caregiver, in exclude", audience("exclude", "caregiver.lives_with"), "caregiver.lives_with"],
    [
      "about a caregiver, in a segment",
      "-      when: visit.date was at most 7 days ago\n+      when: caregiver.lives_with",
      "caregiver.lives_with",
    ],
    [
      "about a caregiver, in stop_when",
      " owner: north_scheduling\n+stop_when: [caregiver.lives_with]",
      "caregiver.lives_with",
    ],
    [
      "about a caregiver, in pause_when",
      " owner: north_scheduling\n+pause_when: [caregiver.lives_with]",
      "caregiver.lives_with",
    ],
    [
      "about a caregiver, in a step to the patient",
      onlyIf("visit.status is missed and caregiver.lives_with"),
      "visit.status is missed and caregiver.lives_with",
    ],
    ["about whoever calls", onlyIf("caller.name is known"), "caller.name is known"],
    [
      "about a clinic, which locations do not say",
      onlyIf("clinic.region is North"),
      "clinic.region is North",
    ],
    ["about a record that there is not", onlyIf("insurance.plan is known"), "insurance.plan is known"],
    [
      "of an offer",
      "     script: missed_visit\n=\nlibrary/actions.yaml:\n-    when: clinic.telehealth\n+    when: caregiver.lives_with",
      "telehealth_visit",
    ],
  ])("%s", (_, edit, marked) => expect(refused(FIELDS + edit)).toEqual([`M011 ${marked}`]));

  it("says what to ask instead", () => {
    const { findings } = compileEdited(FIELDS + onlyIf("clinic.region is North"));
    const finding = findings.find(({ code }) => code === "M011");
    expect(finding?.message).toBe(
      "Nobody knows clinic.region: library/locations.yaml says no such thing of a clinic.",
    );
    expect(finding?.remedy).toContain("clinic.name, clinic.phone, clinic.nurse_line");
  });

  it("also where a clinic's fact is declared as something else", () => {
    const edit = `library/fields.yaml:\n-  clinic.name:\n-    class: public\n-    type: text\n+  clinic.name:\n+    class: public\n+    type: number\n=\ncampaign.yaml:\n${onlyIf("clinic.name is 3")}`;
    expect(refused(edit)).toEqual(["M011 clinic.name is 3"]);
  });
});

describe("a condition that the judge answers is accepted", () => {
  it.each([
    ["about the clinic, in include", audience("include", "clinic.telehealth")],
    ["about the clinic, in stop_when", " owner: north_scheduling\n+stop_when: [clinic.phone is unknown]"],
    ["about the clinic, in a step", onlyIf("clinic.nurse_line is known")],
    ["about a caregiver, in a step to caregivers", toCaregiver("caregiver.lives_with")],
  ])("%s", (_, edit) => expect(refused(FIELDS + edit)).toEqual([]));
});

describe("a text that nobody could be sent is refused", () => {
  const said = (name: string) =>
    `-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} or call {{ clinic.phone }}. {{ ${name} }}`;

  it.each(["caregiver.first_name", "clinic.region", "insurance.plan"])(
    "%s, in a step to the patient",
    (name) => {
      expect(found(FIELDS + said(name)).filter((finding) => finding.endsWith(` ${name}`))).toEqual([
        `M304 ${name}`,
      ]);
    },
  );
});
