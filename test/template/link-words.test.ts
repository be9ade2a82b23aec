import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { wordLattice } from "../../src/template/index.ts";

const at = { file: "x.yaml", start: 0, end: 0 };
const markdown = new MarkdownIt({ html: false, linkify: false });

/** Every way through the words of a literal text, as a reader would say them one after the other. */
function sayings(text: string): ReadonlySet<string> {
  const { start, outgoing } = wordLattice({ kind: "lit", text, at });
  const ends = new Set<string>();
  const follow = (position: number, said: readonly string[]): void => {
    const next = outgoing.get(position) ?? [];
    if (next.length === 0) ends.add(said.join(" "));
    for (const word of next) follow(word.to, [...said, word.text]);
  };
  follow(start, []);
  return ends;
}

/** What a browser shows of Markdown. */
function shown(text: string): string {
  return markdown
    .renderInline(text)
    .replace(/<[^>]*>/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .join(" ");
}

const letters = fc.constantFrom("dia", "be", "tes", "can", "cer", "a");
const gap = fc.constantFrom("", "", " ");
const piece = fc.oneof(
  letters,
  letters.map((word) => `[${word}](https://m.example/r)`),
  letters.map((word) => `[${word}](https://m.example/a(b)c)`),
  letters.map((word) => `**${word}**`),
  letters.map((word) => `*${word}*`),
);

describe("the words of a text with links", () => {
  it("are also those that a reader of the Markdown sees", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 5 }), (parts) => {
        const text = `${parts.flat().join("").trim()} end`;
        expect(sayings(text)).toContain(shown(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("are still those of the text as it stands, for where no Markdown is read", () => {
    const said = [...sayings("[guaran](https://m.example/r)teed")];
    expect(said).toEqual(expect.arrayContaining(["guaran https m example r teed", "guaranteed"]));
  });

  it("stay few where there are many links", () => {
    const { outgoing, truncated } = wordLattice({
      kind: "lit",
      text: "[a](https://m.example/r)b ".repeat(200),
      at,
    });
    expect(truncated).toBe(false);
    expect([...outgoing.values()].flat().length).toBeLessThan(3_000);
  });
});
