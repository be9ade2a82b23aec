import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LENGTH, parseYaml, type YamlNode } from "../../src/syntax/index.ts";
import { anyText, brokenFile, WHOLE_FILES } from "./texts.ts";

function* nodesOf(node: YamlNode | undefined): Generator<YamlNode> {
  if (node === undefined) return;
  yield node;
  if (node.kind === "seq") for (const item of node.items) yield* nodesOf(item);
  if (node.kind === "map") {
    for (const { key, value } of node.entries) {
      yield key;
      yield* nodesOf(value);
    }
  }
}

/** Whatever the text: an answer, and every span of it in the text. */
function expectSound(text: string): void {
  const { value, diagnostics } = parseYaml({ path: "campaign.yaml", text });
  const inText = ({ start, end }: { start: number; end: number }) =>
    0 <= start && start <= end && end <= text.length;
  for (const { at, related, message } of diagnostics) {
    expect(inText(at)).toBe(true);
    if (text !== "") expect(at.end).toBeGreaterThan(at.start);
    for (const other of related) expect(inText(other.at)).toBe(true);
    expect(message).not.toMatch(/undefined|NaN|\[object|flow (?:map|sequence)|implicit|scalar|token/i);
  }
  for (const { text: comment, span } of value.comments)
    expect(text.slice(span.start, span.end)).toBe(comment);
  for (const node of nodesOf(value.root)) {
    expect(inText(node.span)).toBe(true);
    if (node.kind !== "scalar") continue;
    for (const offset of [0, node.text.length >> 1, node.text.length]) {
      const at = node.map.toFile(offset);
      expect(inText({ start: at, end: at })).toBe(true);
    }
  }
}

const codesOf = (text: string) =>
  parseYaml({ path: "campaign.yaml", text }).diagnostics.map(({ code }) => code);

describe("hostile and broken texts", () => {
  it("pieces of YAML in any order", () => {
    fc.assert(fc.property(anyText, expectSound), { numRuns: 2500 });
  });

  it("files that were cut off", () => {
    fc.assert(
      fc.property(brokenFile, fc.nat(), (text, cut) => expectSound(text.slice(0, cut % (text.length + 1)))),
      { numRuns: 800 },
    );
    for (const file of WHOLE_FILES)
      for (let cut = 0; cut <= file.length; cut++) expectSound(file.slice(0, cut));
  });

  it("bytes that are no text", () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const read = (encoding: BufferEncoding) => (data: Uint8Array) =>
      expectSound(Buffer.from(data).toString(encoding));
    for (const encoding of ["utf8", "latin1", "utf16le"] as const) {
      fc.assert(fc.property(bytes, read(encoding)), { numRuns: 500 });
    }
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSound), { numRuns: 500 });
  });

  it.each(
    [
      "[",
      "{",
      "- ",
      "? ",
      ": ",
      "a: ",
      "a:\n",
      "[a,",
      "{a: ",
      "'",
      '"',
      "{{",
      "{% ",
      "&a ",
      "*a ",
      "!a ",
      "a #",
      "]",
      ",",
      "%a\n",
      "a: b: c\n",
      "a: [b]: ",
      "a: 'b\n",
      "x:y\n",
      "- b\n  #c\n",
      "\n",
      " #\n",
      "\t\n",
      "\u00A0",
      "a\u200B",
      "\uD800",
      "a: |\nb\n",
      "a: b\n  c: d\n",
      '"\\q',
      "a: {{ x\n",
      "[a is one of b, ",
      "{a: b, c, ",
    ].map((unit) => [JSON.stringify(unit), unit] as const),
  )("%s, over and over", (_, unit) => {
    const text = unit.repeat(Math.floor(20_000 / unit.length));
    expectSound(text);
    expectSound(`a: ${text}`);
  });
});

describe("limits", () => {
  it("a file of ten megabytes is refused unread", () => {
    const text = "a: b\n".repeat(2_000_000);
    const { value, diagnostics } = parseYaml({ path: "campaign.yaml", text });
    expect(value.root).toBeUndefined();
    expect(diagnostics.map(({ message, at }) => [message, text.slice(at.start, at.end)])).toEqual([
      ["The file has 10,000,000 characters; at most 1,048,576 are read.", "a: b"],
    ]);
  });

  it("counts characters, depth and entries exactly", () => {
    const filled = (length: number) => `a: ${"x".repeat(length - 4)}\n`;
    expect(codesOf(filled(MAX_TEXT_LENGTH))).toEqual([]);
    expect(codesOf(filled(MAX_TEXT_LENGTH + 1))).toEqual(["S040"]);

    const nested = (depth: number) => `${"[".repeat(depth)}a${"]".repeat(depth)}`;
    expect(codesOf(nested(MAX_DEPTH))).toEqual([]);
    expect(codesOf(nested(MAX_DEPTH + 1))).toEqual(["S041"]);
    const indented = (depth: number) =>
      Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}k:`)
        .join("\n")
        .concat(" v");
    expect(codesOf(indented(MAX_DEPTH))).toEqual([]);
    expect(codesOf(indented(MAX_DEPTH + 1))).toEqual(["S041"]);

    expect(codesOf("- a\n".repeat(MAX_ENTRIES))).toEqual([]);
    expect(codesOf("- a\n".repeat(MAX_ENTRIES + 1))).toEqual(["S042"]);
  });

  it("gives the part of the tree before the limit", () => {
    const { value } = parseYaml({ path: "campaign.yaml", text: `a: b\nc: ${"[".repeat(100_000)}` });
    expect(value.root?.kind === "map" && value.root.entries.map(({ key }) => key.text)).toEqual(["a", "c"]);
  });

  it("a long key is refused", () => {
    expect(codesOf(`${"k".repeat(1100)}: v`)).toEqual(["S012"]);
  });
});
