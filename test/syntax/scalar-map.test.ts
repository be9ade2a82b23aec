import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isScalar, parseDocument } from "yaml";
import { parseYaml, valueUnder, type YamlNode, type YamlScalar } from "../../src/syntax/index.ts";
import { scalarFile } from "./scalars.ts";

/** Text as it was decoded by `yaml` itself, under `k` or under `c` and `k`. */
function decodedByYaml(text: string): string | undefined {
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const inner = document.contents.get("c", true);
  const node = (isMap(inner) ? inner : document.contents).get("k", true);
  return isScalar(node) ? node.source : undefined;
}

function scalarOf(text: string): YamlScalar | undefined {
  const { root } = parseYaml({ path: "campaign.yaml", text }).value;
  const node: YamlNode | undefined = valueUnder(valueUnder(root, "c") ?? root, "k");
  return node?.kind === "scalar" ? node : undefined;
}

describe("a scalar", () => {
  it("has the text that yaml reads, in every style", () => {
    const styles = new Set<string>();
    fc.assert(
      fc.property(scalarFile, (text) => {
        const expected = decodedByYaml(text);
        fc.pre(expected !== undefined);
        const scalar = scalarOf(text);
        styles.add(scalar?.style ?? "none");
        expect(scalar?.text).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect([...styles].sort()).toEqual(["double", "folded", "literal", "plain", "single"]);
  });

  it("maps every word back to that word in the file", () => {
    fc.assert(
      fc.property(scalarFile, (text) => {
        fc.pre(decodedByYaml(text) !== undefined);
        const scalar = scalarOf(text);
        fc.pre(scalar !== undefined);
        for (const word of scalar.text.matchAll(/[^\s\\"'/]+/g)) {
          const { start, end } = scalar.map.span(word.index, word.index + word[0].length);
          const written = text.slice(start, end);
          const isEscaped = scalar.style === "double" && written.includes("\\");
          if (!isEscaped) expect(written).toBe(word[0]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("maps offsets in order, within its own span", () => {
    fc.assert(
      fc.property(scalarFile, (text) => {
        const scalar = scalarOf(text);
        fc.pre(scalar !== undefined);
        let before = scalar.span.start;
        for (let offset = 0; offset <= scalar.text.length; offset++) {
          const here = scalar.map.toFile(offset);
          expect(here).toBeGreaterThanOrEqual(before);
          expect(here).toBeLessThanOrEqual(text.length);
          before = here;
        }
        for (let offset = 0; offset < scalar.text.length; offset++) {
          const { start, end } = scalar.map.span(offset, offset + 1);
          expect(start).toBe(scalar.map.toFile(offset));
          expect(end).toBeGreaterThanOrEqual(start);
        }
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    ["an escape as a whole", 'k: "a \\u00e9\\n b"', "é", "\\u00e9"],
    ["a quote that is doubled", "k: 'it''s'", "'", "''"],
    ["a folded line break", "k: one\n   two", " ", "\n   "],
    ["two lines at once", "k: |\n  {{ a\n  b }}\n", "a\nb", "a\n  b"],
    ["a tag in an indented block", "k: |\n    Hello {{ name }}\n", "{{ name }}", "{{ name }}"],
    ["a word after an emoji", "k: \u{1F600} now", "now", "now"],
    ["both halves of an escaped emoji", 'k: "\\U0001F600"', "\u{1F600}", "\\U0001F600"],
    ["a line break of Windows with the indentation below it", "k: |\r\n  one\r\n  two\r\n", "\n", "\r\n  "],
  ])("underlines %s", (_, text, token, written) => {
    const scalar = scalarOf(text);
    const at = scalar?.text.indexOf(token) ?? -1;
    const span = scalar?.map.span(at, at + token.length);
    expect(text.slice(span?.start, span?.end)).toBe(written);
  });

  it.each([
    ["plain", "k: no"],
    ["plain", "k: 07:30"],
    ["plain", "k: 1.10"],
    ["plain", "k: 0x1F"],
    ["plain", "k: 2026-01-01"],
    ["single", "k: 'no'"],
  ])("is text as written, never another type: %s %s", (style, text) => {
    const scalar = scalarOf(text);
    expect(scalar?.style).toBe(style);
    expect(scalar?.text).toBe(text.slice(3).replaceAll("'", ""));
    expect(scalar?.isNull).toBe(false);
  });

  it.each([
    ["k:", true],
    ["k: ~", true],
    ["k: null", true],
    ['k: ""', false],
    ["k: 'null'", false],
    ["k: none", false],
  ])("knows whether a value was left out: %s", (text, isNull) => {
    expect(scalarOf(text)?.isNull).toBe(isNull);
  });

  it("has a span with its quotes, or from its header to its last word", () => {
    const spanned = (text: string) => {
      const span = scalarOf(text)?.span;
      return text.slice(span?.start, span?.end);
    };
    expect(spanned('k: "a b"  # c\n')).toBe('"a b"');
    expect(spanned("k: a b  # c\n")).toBe("a b");
    expect(spanned("k: |+  # c\n  a\n  b\n\n\nnext: z\n")).toBe("|+  # c\n  a\n  b");
    expect(spanned("k:   # c\n")).toBe("");
  });
});
