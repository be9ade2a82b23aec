import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanText } from "../../src/lexicon/index.ts";
import { WordReader } from "../../src/lexicon/word-reader.ts";
import { lexiconOf, type PlainHit, type PlainTerm, referenceHits, terms, word } from "./reference.ts";

const gap = fc.constantFrom(" ", " ", " ", "-", ", ", "\n", " – ", " (");
const pieces = fc.array(fc.record({ word, gap, ends: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) }), {
  maxLength: 40,
});

function spell(text: readonly { readonly word: string; readonly gap: string; readonly ends: boolean }[]) {
  const sentences: string[][] = [[]];
  let written = "";
  for (const piece of text) {
    sentences.at(-1)?.push(piece.word);
    written += piece.word + (piece.ends ? ". " : piece.gap);
    if (piece.ends) sentences.push([]);
  }
  return { sentences, written };
}

function hitsByWord(text: string, plain: readonly PlainTerm[]): PlainHit[] {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const reader = new WordReader(text); reader.next(); ) {
    starts.push(reader.start);
    ends.push(reader.end);
  }
  return scanText(text, lexiconOf(plain), "en").map((hit) => ({
    kind: hit.kind,
    from: starts.indexOf(hit.start),
    to: ends.indexOf(hit.end) + 1,
  }));
}

const sorted = (hits: readonly PlainHit[]): string[] => hits.map((hit) => JSON.stringify(hit)).toSorted();

describe("scanText", () => {
  it("finds what the definition finds", () => {
    fc.assert(
      fc.property(terms, pieces, (plain, text) => {
        const { sentences, written } = spell(text);
        expect(sorted(hitsByWord(written, plain))).toEqual(sorted(referenceHits(sentences, plain)));
      }),
      { numRuns: 2000 },
    );
  });

  it("reports in reading order, each place inside the text", () => {
    fc.assert(
      fc.property(terms, fc.string({ unit: "binary", maxLength: 200 }), (plain, noise) => {
        const text = `${noise} shots ${noise}`;
        const hits = scanText(text, lexiconOf(plain), "en");
        const places = hits.map((hit) => hit.start);
        expect(places).toEqual(places.toSorted((x, y) => x - y));
        for (const hit of hits)
          expect(0 <= hit.start && hit.start < hit.end && hit.end <= text.length).toBe(true);
      }),
    );
  });

  it("is not misled by case, accents, width, look-alikes or invisible characters", () => {
    const term: PlainTerm[] = [{ words: ["biopsy"], rank: 9 }];
    for (const disguise of [
      "BIOPSY",
      "Bíopsy",
      "ｂｉｏｐｓｙ",
      "biоpsу",
      "bio\u00ADpsy",
      "bi\u200Bopsy",
      "bi\u0301opsy",
      "biopsy's",
      "biopsies",
    ]) {
      expect(
        scanText(`Your ${disguise}.`, lexiconOf(term), "en").map((hit) => hit.start),
        disguise,
      ).toEqual([5]);
    }
    expect(scanText("microbiopsyx biopsyish", lexiconOf(term), "en")).toEqual([]);
  });
});
