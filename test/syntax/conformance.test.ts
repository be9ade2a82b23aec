import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { parseYaml, type YamlNode } from "../../src/syntax/index.ts";
import { anyText } from "./texts.ts";

/** A tree as lists of texts and of pairs, in order. */
type Plain = string | readonly Plain[] | { readonly pairs: readonly (readonly [Plain, Plain])[] };

function ours(node: YamlNode): Plain {
  switch (node.kind) {
    case "scalar":
      return node.text;
    case "seq":
      return node.items.map(ours);
    case "map":
      return { pairs: node.entries.map(({ key, value }) => [key.text, ours(value)] as const) };
  }
}

function theirs(node: unknown): Plain {
  if (isScalar(node)) return node.source ?? "";
  if (isSeq(node)) return node.items.map(theirs);
  if (isMap(node))
    return { pairs: node.items.map(({ key, value }) => [theirs(key), theirs(value)] as const) };
  if (isAlias(node)) return `*${node.source}`;
  return "";
}

const OPTIONS = { schema: "failsafe", prettyErrors: false } as const;

describe("the tree is built here and not by yaml's composer; all the same", () => {
  it("no text that yaml refuses is accepted, and what is accepted is read as yaml reads it", () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, diagnostics } = parseYaml({ path: "campaign.yaml", text });
        if (diagnostics.length > 0) return;
        accepted++;
        const { errors, contents } = parseDocument(text, OPTIONS);
        expect(errors.map(({ message }) => message)).toEqual([]);
        expect(value.root ? ours(value.root) : "").toEqual(theirs(contents));
      }),
      { numRuns: 15_000 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });
});
