import { describe, expect, it } from "vitest";
import { entryOf, nodeAt, parseYaml, plainOf, SYNTAX_FINDINGS, valueUnder } from "../../src/syntax/index.ts";

const TEXT = `# for the north clinics
campaign: missed-visit  # an id
message:
  purpose: {en: We missed you., es: No pudimos verle.}
  actions:
    - book_online   # first
    - request_call
text: |  # as approved
  Hello # not a comment
owner: "north # team"
`;

const { value, diagnostics } = parseYaml({ path: "campaign.yaml", text: TEXT });

describe("the tree", () => {
  it("is whole and silent for a sound file", () => {
    expect(diagnostics).toEqual([]);
    expect(value.root && plainOf(value.root)).toEqual({
      campaign: "missed-visit",
      message: {
        purpose: { en: "We missed you.", es: "No pudimos verle." },
        actions: ["book_online", "request_call"],
      },
      text: "Hello # not a comment\n",
      owner: "north # team",
    });
  });

  it("keeps comments with their places, and nothing that is no comment", () => {
    expect(value.comments.map(({ text, span }) => [text, TEXT.slice(span.start, span.end)])).toEqual(
      ["# for the north clinics", "# an id", "# first", "# as approved"].map((comment) => [comment, comment]),
    );
  });

  it("has a span on every node", () => {
    const written = (path: readonly (string | number)[]) => {
      const span = nodeAt(value.root, path)?.span;
      return TEXT.slice(span?.start, span?.end);
    };
    expect(written(["campaign"])).toBe("missed-visit");
    expect(written(["message", "purpose"])).toBe("{en: We missed you., es: No pudimos verle.}");
    expect(written(["message", "purpose", "es"])).toBe("No pudimos verle.");
    expect(written(["message", "actions"])).toBe("- book_online   # first\n    - request_call");
    expect(written(["message", "actions", 1])).toBe("request_call");
    expect(written(["message"]).startsWith("purpose:")).toBe(true);
  });

  it("finds entries, values and nodes, and nothing where there is nothing", () => {
    expect(entryOf(value.root, "owner")?.key.text).toBe("owner");
    expect(valueUnder(value.root, "nobody")).toBeUndefined();
    expect(nodeAt(value.root, ["message", "actions", 7])).toBeUndefined();
    expect(nodeAt(value.root, ["campaign", "x"])).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["comments only", "# a\n# b\n"],
    ["blank lines", "\n\n"],
  ])("is absent in a file with %s", (_, text) => {
    const empty = parseYaml({ path: "campaign.yaml", text });
    expect(empty.value.root).toBeUndefined();
    expect(empty.diagnostics).toEqual([]);
  });

  it("does not take a key for a part of its prototype", () => {
    const { value: file } = parseYaml({ path: "campaign.yaml", text: "__proto__: a\nconstructor: b\n" });
    expect(file.root && Object.entries(plainOf(file.root) ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });
});

describe("the findings", () => {
  it("have codes, names and examples of their own", () => {
    expect(new Set(SYNTAX_FINDINGS.map(({ code }) => code)).size).toBe(SYNTAX_FINDINGS.length);
    expect(new Set(SYNTAX_FINDINGS.map(({ name }) => name)).size).toBe(SYNTAX_FINDINGS.length);
    for (const { code } of SYNTAX_FINDINGS) expect(code).toMatch(/^S0[0-4]\d$/);
  });
});
