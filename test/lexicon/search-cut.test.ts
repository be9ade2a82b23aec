import { expect, it } from "vitest";
import { isSearchCut, lexicon, scanLattice } from "../../src/lexicon/index.ts";
import { type Skeleton, wordLattice } from "../../src/template/index.ts";

const at = { file: "x.yaml", start: 0, end: 0 };
const lit = (text: string): Skeleton => ({ kind: "lit", text, at });
const oneOf = (words: readonly string[]): Skeleton => ({
  kind: "alt",
  options: words.map((word, index) => ({ when: `case ${index}`, body: lit(word) })),
});

/** "We help", then in four places any of so many words, any of which a claim may go on with. */
function branching(words: number): Skeleton {
  const them = Array.from({ length: words }, (_, index) => `you${"x".repeat(index)}`);
  const place = oneOf(["you", "them", "patients", "people", ...them]);
  return { kind: "cat", parts: [lit("We help "), place, lit(" "), place, lit(" "), place, lit(" "), place] };
}

it("says where the search for phrases gave up, and only there", () => {
  const words = lexicon();
  const few = wordLattice(branching(2));
  expect([few.truncated, isSearchCut(few, words, "en")]).toEqual([false, false]);
  const many = wordLattice(branching(60));
  expect([many.truncated, isSearchCut(many, words, "en")]).toEqual([false, true]);
  expect(scanLattice(few, words, "en")).toEqual(expect.any(Array));
});
