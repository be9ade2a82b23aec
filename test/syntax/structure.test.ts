import { describe, expect, it } from "vitest";
import { parseYaml, Structure } from "../../src/syntax/index.ts";

const TEXT = `campaign: hello
audience:
  include:
    - visit.status is missed
    - "visit.status   is
       missed"
message: {purpose: We missed you., patient.name: Ana}
sequence:
  - channel: sms
    step: text-1
    text:
      en: |
        Hello there.
  - channel: sms
    step: text-1
  - [one, {a: b}, [x]]
`;

const structure = new Structure(parseYaml({ path: "a.yaml", text: TEXT }).value);

function pathOf(words: string, from = 0): string {
  const start = TEXT.indexOf(words, from);
  return structure.pathOf({ start, end: start + words.length });
}

describe("a structural path", () => {
  it.each([
    ["campaign", "a.yaml#campaign"],
    ["hello", "a.yaml#campaign"],
    ["visit.status is missed", 'a.yaml#audience.include["visit.status is missed"]'],
    ['"visit.status   is', 'a.yaml#audience.include["visit.status is missed"~2]'],
    ["We missed", "a.yaml#message.purpose"],
    ["Ana", 'a.yaml#message["patient.name"]'],
    ["there", "a.yaml#sequence[text-1].text.en"],
    ["{a: b}", "a.yaml#sequence[2][1]"],
    ["a: b", "a.yaml#sequence[2][1].a"],
    ["x", "a.yaml#sequence[2][2][x]"],
    ["purpose: We missed you., patient.name", "a.yaml#message"],
    ["hello\naudience", "a.yaml"],
  ])("of %j is %s", (words, path) => {
    expect(pathOf(words, words === "x" ? TEXT.indexOf("[x]") : 0)).toBe(path);
  });

  it("tells items of one name apart, in their order", () => {
    const second = TEXT.lastIndexOf("step: text-1");
    expect(structure.pathOf({ start: second, end: second + 4 })).toBe("a.yaml#sequence[text-1~2].step");
  });

  it("has nothing but the file for a file without a tree", () => {
    const empty = new Structure(parseYaml({ path: "b.yaml", text: "" }).value);
    expect(empty.pathOf({ start: 0, end: 0 })).toBe("b.yaml");
  });
});
