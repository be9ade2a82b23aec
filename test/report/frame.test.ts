import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frame } from "../../src/report/frame.ts";
import { displayWidth, paintFor, visible } from "../../src/report/index.ts";
import { LineIndex } from "../../src/source/index.ts";

const plain = paintFor(false);

/** The frame of the first `marked` in `text`, or of the given offsets. */
function frameOf(text: string, marked: string | readonly [number, number], columns = 80): string {
  const start = typeof marked === "string" ? text.indexOf(marked) : marked[0];
  const end = typeof marked === "string" ? start + marked.length : marked[1];
  const lines = frame(
    new LineIndex(text),
    { file: "a.yaml", start, end },
    { columns, paint: plain, mark: (s) => s },
  );
  return `\n${lines.join("\n")}\n`;
}

describe("a frame underlines what a person sees", () => {
  test("with one line before and one after", () => {
    expect(frameOf("text:\n  en: Your diabetes check.\n  es: Su visita.\n", "diabetes")).toBe(`
  1 │ text:
  2 │   en: Your diabetes check.
    │            ^^^^^^^^
  3 │   es: Su visita.
`);
  });

  test("with line endings of Windows", () => {
    expect(frameOf("a: 1\r\nb: two\r\nc: 3\r\n", "two\r\n")).toBe(`
  1 │ a: 1
  2 │ b: two
    │    ^^^
  3 │ c: 3
`);
  });

  test("after a tab, which reaches to the next multiple of four", () => {
    expect(frameOf("a:\tb\n\tc: x", "x")).toBe(`
  1 │ a:  b
  2 │     c: x
    │        ^
`);
  });

  test("after wide characters, emoji and accents on their own", () => {
    expect(frameOf("en: 診断 👩‍👩‍👧 cafe\u0301 check", "check")).toBe(`
  1 │ en: 診断 👩‍👩‍👧 cafe\u0301 check
    │                  ^^^^^
`);
  });

  test("under a wide character as wide as it is", () => {
    expect(frameOf("x 🩺 y", "🩺")).toBe(`
  1 │ x 🩺 y
    │   ^^
`);
  });

  test("after letters written from right to left, in the order of the file", () => {
    expect(frameOf("he: שלום now", "now")).toBe(`
  1 │ he: שלום now
    │          ^^^
`);
  });

  test("with hidden characters and escapes printed as their names", () => {
    expect(frameOf("a: \u001b[2Jb\u202ec\u200b d", "d")).toBe(`
  1 │ a: ␛[2Jb<U+202E>c<U+200B> d
    │                           ^
`);
  });

  test("in a line too long for the terminal, clipped around the mark", () => {
    const text = `${"a ".repeat(500)}here${" b".repeat(500)}`;
    expect(frameOf(text, "here", 40)).toBe(`
  1 │ …a a a a a a here b b b b b b b b…
    │              ^^^^
`);
  });

  test("in a line of a megabyte", () => {
    const text = `${"é".repeat(500_000)}here${"x".repeat(500_000)}`;
    expect(frameOf(text, "here", 40)).toBe(`
  1 │ …ééééééééééééherexxxxxxxxxxxxxxxx…
    │              ^^^^
`);
  });

  test("in an empty file", () => {
    expect(frameOf("", [0, 0])).toBe(`
  1 │
    │ ^
`);
  });

  test("at the end of a file, and beyond it", () => {
    const atEnd = `
  1 │ a: 1
  2 │
    │ ^
`;
    expect(frameOf("a: 1\n", [5, 5])).toBe(atEnd);
    expect(frameOf("a: 1\n", [90, 99])).toBe(atEnd);
  });

  test("at the end of the last line", () => {
    expect(frameOf("a:", [2, 2])).toBe(`
  1 │ a:
    │   ^
`);
  });

  test("over several lines, without the blanks that they begin with", () => {
    expect(frameOf("a: 1\ntext: |\n  one\n\n  two\nb: 2\n", "|\n  one\n\n  two\n")).toBe(`
  1 │ a: 1
  2 │ text: |
    │       ^
  3 │   one
    │   ^^^
  4 │
  5 │   two
    │   ^^^
  6 │ b: 2
`);
  });

  test("over very many lines, with the middle left out", () => {
    const text = Array.from({ length: 12 }, (_, i) => `l${i + 1}`).join("\n");
    expect(frameOf(text, [0, text.length])).toBe(`
   1 │ l1
     │ ^^
   2 │ l2
     │ ^^
   3 │ l3
     │ ^^
   ⋮ │
  10 │ l10
     │ ^^^
  11 │ l11
     │ ^^^
  12 │ l12
     │ ^^^
`);
  });
});

/** Pieces of a line with the columns that terminals give them, and how they are printed. */
const PIECES: readonly { readonly text: string; readonly width: number; readonly shown: string }[] = [
  { text: "a", width: 1, shown: "a" },
  { text: " ", width: 1, shown: " " },
  { text: "é", width: 1, shown: "é" },
  { text: "n\u0303", width: 1, shown: "n\u0303" },
  { text: "診", width: 2, shown: "診" },
  { text: "한", width: 2, shown: "한" },
  { text: "Ａ", width: 2, shown: "Ａ" },
  { text: "😀", width: 2, shown: "😀" },
  { text: "👩‍👩‍👧", width: 2, shown: "👩‍👩‍👧" },
  { text: "❤️", width: 2, shown: "❤️" },
  { text: "ש", width: 1, shown: "ש" },
  { text: "\u001b", width: 1, shown: "␛" },
  { text: "\u202e", width: 8, shown: "<U+202E>" },
  { text: "\ud800", width: 8, shown: "<U+D800>" },
];
// A separator keeps two pieces from becoming one character (a lone surrogate and the next half).
const pieces = (most: number) => fc.array(fc.constantFrom(...PIECES), { maxLength: most });
const textOf = (list: readonly { text: string }[]) => list.map((piece) => piece.text).join("");
const widthOf = (list: readonly { width: number }[]) => list.reduce((sum, piece) => sum + piece.width, 0);

describe("for any line", () => {
  test("the underline begins and ends with the columns of the marked text", () => {
    fc.assert(
      fc.property(pieces(12), pieces(6), pieces(12), (before, marked, after) => {
        const text = `:${textOf(before)}-${textOf(marked)}-${textOf(after)}.`;
        const start = 2 + textOf(before).length;
        const [shown, marks] = frame(
          new LineIndex(text),
          { file: "a", start, end: start + textOf(marked).length },
          { columns: 1000, paint: plain, mark: (s) => s },
        );
        const printed = [...before, { shown: "-" }, ...marked, { shown: "-" }, ...after]
          .map((piece) => piece.shown)
          .join("");
        expect(shown).toBe(`  1 │ :${printed}.`);
        const caret = marked.length === 0 ? "^" : "^".repeat(widthOf(marked));
        expect(marks).toBe(`    │ ${" ".repeat(2 + widthOf(before))}${caret}`);
      }),
      { numRuns: 500 },
    );
  });

  test("no frame is wider than the terminal, and every frame has a mark", () => {
    fc.assert(
      fc.property(
        pieces(300),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 30, max: 100 }),
        (line, a, b, columns) => {
          const text = `${textOf(line)}\nnext ${textOf(line)}`;
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          const lines = frame(
            new LineIndex(text),
            { file: "a", start, end },
            { columns, paint: plain, mark: (s) => s },
          );
          for (const shown of lines) expect(displayWidth(shown)).toBeLessThanOrEqual(columns);
          expect(lines.some((shown) => shown.includes("^"))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("nothing that a terminal obeys or hides is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = visible(text);
        expect(once.replaceAll("\u200d", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u202f]/u);
        expect(visible(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test("a zero-width joiner stays only inside an emoji", () => {
    expect(visible("👩‍👧")).toBe("👩‍👧");
    expect(visible("dia\u200dbetes")).toBe("dia<U+200D>betes");
  });
});
