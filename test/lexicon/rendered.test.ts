import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexicon, scanLattice, scanText, unreviewedIn, unreviewedWords } from "../../src/lexicon/index.ts";
import { type Skeleton, wordLattice } from "../../src/template/index.ts";

const at = { file: "campaign.yaml", start: 0, end: 0 };
const words = lexicon();
const literal = (text: string): Skeleton => ({ kind: "lit", text, at: { ...at, end: text.length } });

const spoken = fc.constantFrom(
  ..."we cannot promise no guarantee guaranteed relief your flu shot a best way to reach you works for free call last chance act now don’t miss x-ray diabetes biopsies 7 mg within 30 minutes must bring photo id 💊 blood pressure quetzal".split(
    " ",
  ),
);
const between = fc.constantFrom(
  " ",
  " ",
  " ",
  " ",
  ", ",
  "-",
  ". ",
  "! ",
  "\n",
  "\n\n",
  " (",
  ") ",
  "\n- ",
  "… ",
);
const text = fc.array(fc.tuple(spoken, between), { maxLength: 30 }).map((parts) => parts.flat().join(""));

describe("a template without branches", () => {
  it("has the hits of its text", () => {
    fc.assert(
      fc.property(text, (written) => {
        const inText = scanText(written, words, "en").map((hit) => `${hit.kind} ${hit.start}–${hit.end}`);
        const inLattice = scanLattice(wordLattice(literal(written)), words, "en").map((hit) => {
          const spans = hit.words.flatMap((word) => word.at);
          return `${hit.kind} ${Math.min(...spans.map((span) => span.start))}–${Math.max(...spans.map((span) => span.end))}`;
        });
        expect(inLattice.toSorted()).toEqual(inText.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it("has the words to review of its text", () => {
    fc.assert(
      fc.property(text, (written) => {
        const inText = unreviewedIn(written, words, "en").map((word) => word.start);
        const inLattice = unreviewedWords(wordLattice(literal(written)), words, "en").map(
          (word) => word.at[0]?.start,
        );
        expect(inLattice).toEqual(inText);
      }),
    );
  });
});

describe("a template with branches", () => {
  const either = (...texts: string[]): Skeleton => ({
    kind: "alt",
    options: texts.map((it, i) => ({ when: `case ${i}`, body: literal(it) })),
  });
  const found = (...parts: Skeleton[]): string[] =>
    scanLattice(wordLattice({ kind: "cat", parts }), words, "en").map(
      (hit) => `${hit.kind}: ${hit.words.map((word) => word.text).join(" ")}`,
    );

  it("has a word that is joined across the border of a branch", () => {
    expect(found(literal("We "), either("guaran", "offer"), literal("tee results"))).toEqual([
      "guarantee: guarantee",
    ]);
  });

  it("has a phrase of which each branch gives a part", () => {
    expect(found(literal("your "), either("blood ", ""), literal("pressure"))).toEqual([
      "condition: your pressure",
      "body: your blood",
      "condition: blood pressure",
    ]);
  });

  it("excuses nothing that some branch says plainly", () => {
    expect(found(either("We cannot ", "We "), literal("guarantee it"))).toEqual(["guarantee: guarantee"]);
    expect(found(either("We cannot ", "We do not "), literal("guarantee it"))).toEqual([]);
  });
});
