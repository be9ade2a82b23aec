import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { scanMessage } from "../../src/cli/scan/message.ts";
import { overlaps, valuesIn, withValuesHidden } from "../../src/cli/scan/values.ts";
import { lexicon } from "../../src/lexicon/index.ts";
import { session } from "./session.ts";

const textsOf = (text: string) => valuesIn(text).map(({ start, end }) => text.slice(start, end));

describe("values of other tools", () => {
  test("are gaps in the notations of Liquid, Ruby and Notify", () => {
    expect(textsOf("Hi {{ name }}, %{clinic} and ((date)), {% if x %}or{% endif %} 50%")).toEqual([
      "{{ name }}",
      "%{clinic}",
      "((date))",
      "{% if x %}",
      "{% endif %}",
    ]);
  });

  test("conditional words are sent, so they are none", () => {
    expect(textsOf("((late??You are late))")).toEqual([]);
  });

  test("hiding them keeps every other character where it is", () => {
    const piece = fc.constantFrom(
      "{{ a }}",
      "%{b}",
      "((c))",
      "{%",
      "}}",
      "((",
      "))",
      "x",
      " ",
      "é",
      "😀",
      "{{",
      "%{",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const values = valuesIn(text);
        const hidden = withValuesHidden(text, values);
        expect(hidden).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) {
          const isValue = overlaps({ start: i, end: i + 1 }, values);
          expect(hidden[i]).toBe(isValue ? "q" : text[i]);
        }
      }),
    );
  });

  test("a text made to be slow is read in time", () => {
    const pieces = [
      "{{",
      "((",
      "%{a",
      "{% ",
      "a.",
      "a-",
      "https://",
      "x.co/%",
      "blood pressure ",
      "no guarantee ",
    ];
    for (const piece of pieces) {
      const hostile = piece.repeat(20_000);
      valuesIn(hostile);
      scanMessage(hostile, { lexicon: lexicon(), language: "en", sender: undefined });
    }
  });
});

/** The lines that `recare scan --lines --format json` answers with. */
async function scanned(input: string, ...args: readonly string[]): Promise<readonly unknown[]> {
  const outside = session(input);
  await run(["scan", "--lines", "--format", "json", ...args], outside);
  expect(outside.said.err).toBe("");
  return outside.said.out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe("scanning lines", () => {
  test("answers every line, in order, with the words that it marks", async () => {
    const answers = await scanned(
      "Pick a new time for your visit.\r\n\nTime for your diabetes check, {{ name }}!",
    );
    expect(answers).toEqual([
      { line: 1, findings: [] },
      { line: 2, findings: [] },
      {
        line: 3,
        findings: [
          expect.objectContaining({
            code: "P101",
            category: "clinical",
            text: "diabetes",
            start: 14,
            end: 22,
          }),
        ],
      },
    ]);
  });

  test("marks slices of its line, whatever the line", async () => {
    const word = fc.constantFrom(
      "diabetes",
      "free",
      "{{ x }}",
      "bit.ly/abc",
      "[Name]",
      "zyzzyva",
      "you",
      "é",
      "😀",
      "last chance",
    );
    const line = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const answers = await scanned(`${lines.join("\n")}\n`);
        expect(answers).toHaveLength(lines.length);
        answers.forEach((answer, i) => {
          const { line: number, findings } = answer as {
            line: number;
            findings: { text: string; start: number; end: number }[];
          };
          expect(number).toBe(i + 1);
          for (const { text, start, end } of findings) expect(lines[i]?.slice(start, end)).toBe(text);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("asks for the sender only where it is told who that is", async () => {
    const [without] = await scanned("Pick a new time.");
    expect(without).toEqual({ line: 1, findings: [] });
    const [withName] = await scanned("Pick a new time.", "--sender", "Maple Health");
    expect(withName).toMatchObject({ findings: [{ code: "X101", category: "sender", text: "Pick" }] });
    expect(await scanned("Maple Health: pick a new time.", "--sender", "Maple Health")).toMatchObject([
      { findings: [] },
    ]);
    expect(await scanned("{{ sender }}: pick a new time.", "--sender", "Maple Health")).toMatchObject([
      { findings: [] },
    ]);
  });

  test("says that a message takes several parts, and that values are not counted", async () => {
    const [long] = await scanned(`Pick a time. ${"It is easy. ".repeat(14)}{{ link }}`);
    expect(long).toMatchObject({ findings: [{ code: "X104", category: "length" }] });
    expect(await scanned("{{ a_very_long_name }} ".repeat(20))).toMatchObject([{ findings: [] }]);
  });

  test("names public shorteners and clinical words in links", async () => {
    const [answer] = await scanned("Pick a time: bit.ly/abc or mplhealth.example/diabetes-check");
    expect(answer).toMatchObject({
      findings: [
        { code: "X108", category: "link", text: "bit.ly/abc" },
        { code: "X107", category: "link", text: "diabetes" },
      ],
    });
  });
});
