import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTable } from "../../src/lexicon/compile-table.ts";
import { scanText } from "../../src/lexicon/index.ts";
import { rankOf } from "../../src/lexicon/kinds.ts";
import { type Layer, layerOf } from "../../src/lexicon/layer.ts";
import { safeVocabulary } from "../../src/lexicon/safe-vocabulary.ts";
import { readTable } from "../../src/lexicon/table.ts";
import { AS_WRITTEN, EXACT_CASE, SPANISH_ONLY, type TermSource } from "../../src/lexicon/term.ts";

const none = safeVocabulary({});
const rank = rankOf("condition");
const finds = (layer: Layer, text: string, language = "en"): readonly string[] =>
  scanText(text, { layers: [layer], safe: none, familiar: none }, language).map((hit) =>
    text.slice(hit.start, hit.end),
  );

describe("the table", () => {
  it("holds every term that was put in", () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 60 }), (texts) => {
        const layer = layerOf(texts.map((text): TermSource => ({ text, rank, flags: 0 })));
        for (const text of texts) expect(finds(layer, text)).toContain(text);
      }),
    );
  });

  it("is the same bytes for the same terms, wherever the bytes lie", () => {
    const terms: TermSource[] = ["flu", "flu shot", "blood pressure"].map((text) => ({
      text,
      rank,
      flags: 0,
    }));
    const bytes = compileTable(terms);
    expect(compileTable(terms)).toEqual(bytes);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readTable(shifted.subarray(1)).slots).toEqual(readTable(bytes).slots);
  });

  it("refuses bytes that it did not make", () => {
    const bytes = compileTable([{ text: "flu", rank, flags: 0 }]);
    for (const wrong of [
      new Uint8Array(),
      bytes.subarray(0, bytes.length - 1),
      bytes.map((byte) => byte ^ 1),
    ]) {
      expect(() => readTable(wrong)).toThrow("not a lexicon table");
    }
  });

  it("keeps to the case of capitals, to one spelling and to a language where it is told to", () => {
    const layer = layerOf([
      { text: "AIDS", rank, flags: EXACT_CASE },
      { text: "High BP", rank, flags: EXACT_CASE },
      { text: "piles", rank, flags: AS_WRITTEN },
      { text: "pecho", rank, flags: SPANISH_ONLY },
    ]);
    expect(finds(layer, "AIDS, hearing aids")).toEqual(["AIDS"]);
    expect(finds(layer, "High BP, high BP, HIGH BPs, high bp")).toEqual(["High BP"]);
    expect(finds(layer, "piles of a pile, Piles")).toEqual(["piles", "Piles"]);
    expect(finds(layer, "pecho", "en")).toEqual([]);
    expect(finds(layer, "pecho", "es-MX")).toEqual(["pecho"]);
    expect(finds(layer, "pecho", "vi")).toEqual(["pecho"]);
  });

  it("cuts a term of more than eight words, so that it matches more", () => {
    const layer = layerOf([{ text: "one two three four five six seven eight nine", rank, flags: 0 }]);
    expect(finds(layer, "one two three four five six seven eight ten")).toEqual([
      "one two three four five six seven eight",
    ]);
  });
});
