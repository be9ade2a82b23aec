import { describe, expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** Codes and underlined words after an edit, without those of the rule that compares the answer to HELP with the sender. */
function found(edit: string): readonly string[] {
  const files = applyEdit(BASE.files, edit);
  return compileTexts(files)
    .findings.filter(({ code }) => code !== "X103")
    .map(({ code, at }) => `${code} ${files.get(at.file)?.slice(at.start, at.end)}`);
}

const inEmail = (words: string) =>
  `-        You can also call us at {{ clinic.phone }}.\n+        ${words} Call us at {{ clinic.phone }}.\n \n         {{ bring }}`;

describe("one mistake is one finding", () => {
  it.each([
    ["a promise in two words", inEmail("We guarantee a cure."), ["L108 guarantee a cure"]],
    ["a thing with its test", inEmail("Time for breast cancer screening."), ["E106 breast cancer screening"]],
    ["a phrase within another", inEmail("Your blood pressure is on the list."), ["E106 Your blood pressure"]],
    [
      "a specialty in the sender's name, which texts, calls and emails print",
      "recare.yaml:\n-  sender: Maple Health\n+  sender: Maple Oncology",
      ["P108 Oncology"],
    ],
    [
      "a specialty in the postal address, which emails and envelopes print",
      "recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701\n+  postal_address: Cancer Center, 400 Oak Street, Springfield, IL 62701",
      ["P127 Cancer"],
    ],
    [
      "an alarm in the sender's name",
      'recare.yaml:\n-  sender: Maple Health\n+  sender: "FINAL NOTICE Maple"',
      ["P127 FINAL NOTICE"],
    ],
  ])("%s", (_, edit, expected) => expect(found(edit)).toEqual(expected));

  it("but two things said are two findings", () => {
    expect(found(inEmail("Your asthma, your arthritis."))).toEqual(["E106 asthma", "E106 arthritis"]);
    expect(found(inEmail("We guarantee the lowest price."))).toHaveLength(2);
  });
});
