import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kind, lexicon, scanText } from "../../src/lexicon/index.ts";

export type Part = "tuning" | "held-out" | "fresh";

/** A sentence with what it claims or offers, and what was found in it. */
export interface GoldSentence {
  readonly language: string;
  /** Any of them is right; the first is what it is counted as. Empty for a sentence that claims nothing. */
  readonly kinds: readonly string[];
  readonly text: string;
  readonly found: readonly Kind[];
}

const words = lexicon();

export function goldSentences(part: Part): readonly GoldSentence[] {
  return readFileSync(join(import.meta.dirname, `gold-${part}.tsv`), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [language = "", kinds = "", text = ""] = line.split("\t");
      const found = scanText(text, words, language)
        .filter(({ category }) => category === "claim" || category === "inducement")
        .map(({ kind }) => kind);
      return { language, kinds: kinds === "none" ? [] : kinds.split(","), text, found };
    });
}
