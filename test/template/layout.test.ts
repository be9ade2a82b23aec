import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpret, type LayoutStyle, layout } from "../../src/template/index.ts";
import { choice, fieldText } from "./texts.ts";
import { factsOf, linked, lowered, runs } from "./world.ts";

function laidOut(text: string, style: LayoutStyle, facts = {}): string {
  return interpret(layout(lowered(text), style), facts);
}

describe("one line", () => {
  it.each([
    ["a line break is a space", "Pick a time:\nnow.\n", "Pick a time: now."],
    ["a blank line is a line break", "Hi.\n\nPick a time.\n", "Hi.\nPick a time."],
    ["runs of spaces are one", "Hi.   Pick \t a time.", "Hi. Pick a time."],
    ["ends are trimmed", "\n  Hi.  \n\n", "Hi."],
    ["a tag on its own line leaves no gap", "Hi.\n{% if yes %}\nIn.\n{% endif %}\nBye.", "Hi. In. Bye."],
    ["a branch that is not taken leaves no gap", "Hi.\n{% if no %}\nIn.\n{% endif %}\nBye.", "Hi. Bye."],
    ["a last branch that is not taken leaves no space", "Hi. {% if no %}In.{% endif %}\n", "Hi."],
    ["a first branch that is not taken leaves no space", "{% if no %}In. {% endif %}Hi.", "Hi."],
    ["a name that is set leaves no gap", "Hi.\n{% assign a = 1 %}\nBye.", "Hi. Bye."],
    ["the wider of two gaps stays", "Hi.\n\n{% assign a = 1 %}\nBye.", "Hi.\nBye."],
    ["values keep their spaces", "Hi {{ name }} .", "Hi A  B ."],
    ["spaces that do not break stay", "5\u00a0 pm", "5\u00a0 pm"],
    ["a space inside a branch stays", "Hi.{% if yes %} In.{% endif %} Bye.", "Hi. In. Bye."],
    ["a loop keeps what parts its turns", "{% for i in (1..2) %}\n{{ i }}\n{% endfor %}", " 1  2 "],
  ])("%s", (_, text, expected) => {
    expect(laidOut(text, "line", { yes: true, name: "A  B" })).toBe(expected);
  });
});

it("keeps lines of a script, with one blank line at most", () => {
  expect(laidOut("Hello  there.\n\n\n\nIs now\n a good time?\n", "lines")).toBe(
    "Hello there.\n\nIs now\na good time?",
  );
});

it("keeps Markdown as written, but for its end", () => {
  expect(laidOut("# Hi\n\n- a  \n- b\n\n", "markdown")).toBe("# Hi\n\n- a  \n- b");
});

it("keeps the words of every text, and each word's place", () => {
  const words = (text: string) =>
    text
      .split(/\s+/)
      .filter((word) => word !== "")
      .join(" ");
  fc.assert(
    fc.property(fieldText, choice, fc.constantFrom<LayoutStyle>("line", "lines"), (text, chosen, style) => {
      const tree = linked(text.replace(/capture|join|size|first|last|truncate/g, "upcase"));
      const facts = factsOf(chosen);
      const before = interpret(tree, { ...facts, say: facts });
      const after = interpret(layout(tree, style), { ...facts, say: facts });
      expect(words(after)).toBe(words(before));
    }),
    { numRuns: runs(500) },
  );
});

it("underlines the words where they were written, wherever white space went", () => {
  const text = "  Hi \n  there,\n\n friend. {% if a %} Bye {% endif %}\n";
  const tree = layout(lowered(text), "line");
  for (const node of tree) {
    if (node.kind !== "text") continue;
    for (const match of node.text.matchAll(/\S+/g)) {
      const { start, end } = node.map?.span(match.index, match.index + match[0].length) ?? node.at;
      expect(text.slice(start, end)).toBe(match[0]);
    }
  }
});
