import type { Wording, Words } from "../model/index.ts";
import { compareText } from "../source/index.ts";

/** Literal words by language, in the order of languages. */
export function wordsByLanguage(words: Words): { readonly [language: string]: string } {
  return Object.fromEntries(
    [...words].sort(([a], [b]) => compareText(a, b)).map(([language, { value }]) => [language, value]),
  );
}

/** Liquid source by language, as the author wrote it. */
export function textByLanguage(wording: Wording | undefined): { readonly [language: string]: string } {
  return Object.fromEntries(
    [...(wording ?? [])]
      .sort(([a], [b]) => compareText(a, b))
      .map(([language, { source }]) => [language, source.trim()]),
  );
}
