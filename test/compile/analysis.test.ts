import { describe, expect, it } from "vitest";
import { factsOf, hostOf, sayPhone, shapeOf } from "../../src/analysis/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { compileEdited, found } from "./edited.ts";

function schedule(edit: string): string[] {
  const { workspace } = compileEdited(edit);
  const [campaign] = workspace.campaigns;
  if (campaign === undefined) throw new Error("no campaign");
  return factsOf(workspace)
    .scheduleOf(campaign)
    .map(({ step, earliest, latest }) => `${step.id} ${earliest}-${latest}`);
}

describe("the schedule counts from entry", () => {
  it.each([
    ["days", " owner: north_scheduling", ["text-1 1-1", "email-1 4-4", "call-1 8-8", "letter-1 15-15"]],
    [
      "hours",
      "-    wait: 3 days\n+    wait: 36 hours",
      ["text-1 1-1", "email-1 2-3", "call-1 6-7", "letter-1 13-14"],
    ],
    [
      "business days, with the weekends that they may meet",
      "-    wait: 3 days\n+    wait: 6 business days",
      ["text-1 1-1", "email-1 7-11", "call-1 11-15", "letter-1 18-22"],
    ],
    [
      "a caregiver's first wait by itself",
      "   - step: letter-1\n     channel: letter\n+    to: caregiver",
      ["text-1 1-1", "email-1 4-4", "call-1 8-8", "letter-1 7-7"],
    ],
    [
      "a segment's own first contact",
      "-      first_contact: 1 day\n+      first_contact: 5 days",
      ["text-1 1-5", "email-1 4-8", "call-1 8-12", "letter-1 15-19"],
    ],
  ])("%s", (_, edit, days) => expect(schedule(edit)).toEqual(days));

  it("and a later first contact moves the whole sequence, so that no cap is broken by it", () => {
    expect(found("-      first_contact: 1 day\n+      first_contact: 12 days")).toEqual([]);
  });
});

it.each([
  ["https://maple.example/r", "maple.example"],
  ["maple.example/r", "maple.example"],
  ["HTTPS://Maple.EXAMPLE/r", "maple.example"],
  ["https://maple.example./r", "maple.example"],
  ["https://maple.example:8443?q=1", "maple.example"],
  ["https://maple.example@evil.example/", "evil.example"],
  ["https://maple.example:443@evil.example/", "evil.example"],
  ["https://evil.example\\.maple.example/", "evil.example"],
  ["https://evil.example#@maple.example", "evil.example"],
  ["https://m\u0430ple.example/", "m\u0430ple.example"],
])("the host of %s is %s", (url, host) => expect(hostOf(url)).toBe(host));

describe("a link that leads away is found, however it is written", () => {
  const says = (words: string) =>
    found(
      `         You can also call us at {{ clinic.phone }}.\n+\n+        ${words}\n \n         {{ bring }}`,
    ).map((finding) => finding.slice(0, 4));

  it.each([
    "See https://maple.example@evil.example/ now.",
    "See https://maple.example:443@evil.example/ now.",
    "See https://evil.example\\.maple.example/ now.",
    "See \u0430maple.example/r now.",
    "See m\u0430ple.example/r now.",
    "See HTTP://maple.example/r now.",
    "See https://maple.example.evil.example/r now.",
    "See https://evilmaple.example/r now.",
    "See https://{{ patient.state }}/r now.",
    "See https://maple.example{{ patient.state }} now.",
    "See maple.example{% if visit.rebooked %}.evil.example{% endif %} now.",
  ])(
    "%s",
    (words) => expect(new Set(says(words).filter((code) => code !== "W116"))).toEqual(new Set(["X106"])), // A code printed raw is said beside it.
  );

  it.each([
    "See https://maple.example/r now.",
    "See maple.example.",
    "See https://www.maple.example/r?x=1#y now.",
    "See maple.example{% if visit.rebooked %}, or call us{% endif %}.",
    "See https://{{ link.book_online }} now.",
  ])("and one at home is not: %s", (words) => expect(says(words)).toEqual([]));
});

it.each([
  ["+1 217 555 0142", "217-555-0142"],
  ["2175550142", "217-555-0142"],
  ["+44 20 7946 0958", "+44 20 7946 0958"],
  ["+47 22 12 34 56", "+47 22 12 34 56"],
  ["217 555 0142 ext. 5", "217 555 0142 ext. 5"],
])("the number %s is said %s", (written, said) => expect(sayPhone(written)).toBe(said));

describe("the shape of a field", () => {
  const { library } = compileTexts(BASE.files).workspace;
  const shape = (path: string, said: boolean) => shapeOf(library.fields.get(path), said, "es", library);

  it("is its longest value and its alphabet", () => {
    expect(shape("patient.first_name", false)).toEqual({ longest: 14, gsm7: true });
    expect(shape("visit.type", true)).toMatchObject({ longest: "visita anual".length });
    expect(shape("clinic.phone", false)).toMatchObject({ longest: 12, values: ["217-555-0142"] });
  });

  it("has no bound where nobody gave one", () => {
    const files = applyEdit(
      BASE.files,
      "library/fields.yaml:\n   patient.first_name:\n     class: contact\n     type: name\n-    longest: 14",
    );
    const { workspace } = compileTexts(files);
    const field = workspace.library.fields.get("patient.first_name");
    expect(shapeOf(field, false, "en", workspace.library).longest).toBe(Number.POSITIVE_INFINITY);
    expect(shapeOf(undefined, false, "en", workspace.library)).toEqual({
      longest: Number.POSITIVE_INFINITY,
      gsm7: false,
    });
  });
});
