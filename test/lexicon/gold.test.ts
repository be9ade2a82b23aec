import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lexicon, scanText, unreviewedIn } from "../../src/lexicon/index.ts";

function linesOf(name: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, "gold", name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

const names = linesOf("names.txt").map((value) => ({ value }));
const words = lexicon({
  safe: new Map([
    ["en", names],
    ["es", names],
  ]),
});

const isClinical = (text: string, language: string): boolean =>
  scanText(text, words, language).some((hit) => hit.category === "clinical");
const review = (text: string, language: string): readonly string[] =>
  unreviewedIn(text, words, language).map((word) => word.text);

/** Texts that say nothing of anybody's health, and sentences that do: see the head of each file, and docs/detection.md. */
describe.each([
  { language: "en", harmless: 160, clinical: 150 },
  { language: "es", harmless: 60, clinical: 80 },
])("the gold sets in $language", ({ language, ...least }) => {
  const harmless = linesOf(`harmless-${language}.txt`);
  const clinical = linesOf(`clinical-${language}.txt`);

  it("are as long as they are said to be", () => {
    expect(harmless.length).toBeGreaterThanOrEqual(least.harmless);
    expect(clinical.length).toBeGreaterThanOrEqual(least.clinical);
  });

  it("have no harmless text with a clinical finding", () => {
    expect(harmless.filter((text) => isClinical(text, language))).toEqual([]);
  });

  it("have a word to review in at most 3 % of the harmless texts", () => {
    const stopped = harmless.filter((text) => review(text, language).length > 0);
    expect(stopped.length / harmless.length, stopped.join("\n")).toBeLessThanOrEqual(0.03);
  });

  it("have no clinical sentence that passes", () => {
    const passed = clinical.filter(
      (text) => !isClinical(text, language) && review(text, language).length === 0,
    );
    expect(passed).toEqual([]);
  });

  it("have at least 70 % of the clinical sentences found by the lexicon alone", () => {
    const found = clinical.filter((text) => isClinical(text, language));
    expect(found.length / clinical.length).toBeGreaterThanOrEqual(0.7);
  });
});
