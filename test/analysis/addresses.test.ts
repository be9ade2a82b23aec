import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddresses } from "../../src/analysis/addresses.ts";
import type { Skeleton } from "../../src/template/index.ts";

const at = { file: "x.yaml", start: 0, end: 0 };
const lit = (text: string): Skeleton => ({ kind: "lit", text, at });
const alt = (...bodies: readonly Skeleton[]): Skeleton => ({
  kind: "alt",
  options: bodies.map((body, index) => ({ when: `case ${index}`, body })),
});
const cat = (...parts: readonly Skeleton[]): Skeleton => ({ kind: "cat", parts });

/** Pieces of addresses and of what stands around them. */
const piece = fc.constantFrom(
  "https://",
  "maple.example",
  "/r",
  "evil.example/",
  "a",
  ".",
  " ",
  "(",
  "hiv",
  "é",
  "?t=",
);
const skeletons = fc.letrec<{ node: Skeleton }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    piece.map(lit),
    fc.array(tie("node"), { maxLength: 4 }).map((parts) => cat(...parts)),
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((bodies) => alt(...bodies)),
    tie("node").map((body): Skeleton => ({ kind: "rep", body, most: 2 })),
  ),
})).node;

/** Every rendering, as long as they are few. */
function renderings(node: Skeleton): readonly string[] {
  switch (node.kind) {
    case "lit":
      return [node.text];
    case "cat":
      return node.parts.reduce<readonly string[]>(
        (before, part) =>
          renderings(part)
            .flatMap((end) => before.map((start) => start + end))
            .slice(0, 3000),
        [""],
      );
    case "alt":
      return node.options.flatMap(({ body }) => renderings(body)).slice(0, 3000);
    case "rep": {
      const once = renderings(node.body);
      const twice = once.slice(0, 50).flatMap((start) => once.slice(0, 50).map((end) => start + end));
      return ["", ...once, ...twice].slice(0, 3000);
    }
    case "hole":
      return [""];
    case "mark":
      return renderings(node.body);
  }
}

describe("web addresses", () => {
  it("of any rendering are read, or the text is said to be cut", () => {
    fc.assert(
      fc.property(skeletons, (skeleton) => {
        const { found, isCut } = readAddresses(skeleton);
        if (isCut) return;
        const known = new Set(found.map(({ url }) => url));
        for (const text of renderings(skeleton)) {
          for (const { url } of readAddresses(lit(text)).found) expect(known).toContain(url);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("that branch beyond what is followed are said to be cut, and those just below are not", () => {
    const bits = (count: number) =>
      cat(
        lit("https://maple.example/"),
        ...Array.from({ length: count }, (_, bit) => alt(lit(`a${bit}`), lit(`b${bit}`))),
      );
    expect(readAddresses(bits(11))).toMatchObject({ isCut: false });
    expect(new Set(readAddresses(bits(11)).found.map(({ url }) => url)).size).toBe(2048);
    expect(readAddresses(bits(12))).toMatchObject({ isCut: true });
  });

  it("that go on in a loop beyond what is followed are said to be cut", () => {
    const loop = (most: number) => cat(lit("maple.example/"), { kind: "rep", body: lit("a"), most });
    expect(readAddresses(loop(2)).isCut).toBe(false);
    expect(readAddresses(loop(40)).isCut).toBe(true);
    expect(readAddresses({ kind: "rep", body: lit("one more. "), most: 40 }).isCut).toBe(false);
  });

  it("longer than what is read are said to be cut", () => {
    const address = (length: number) => lit(`See https://maple.example/${"a".repeat(length)}/hiv now.`);
    expect(readAddresses(address(400)).isCut).toBe(false);
    expect(readAddresses(address(600)).isCut).toBe(true);
  });
});
