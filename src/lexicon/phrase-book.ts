import type { LatticeWord, WordLattice } from "../template/index.ts";
import { rankOf } from "./kinds.ts";
import { type Lexicon, layerOf } from "./layer.ts";
import { lexicon } from "./lexicon.ts";
import { phrases } from "./notation.ts";
import { type Hit, scanLattice } from "./scan-lattice.ts";
import type { TermSource } from "./term.ts";

/** The phrases of one rule, by language, in the notation of the lexicon: `this (week|month) | tomorrow`. */
export interface PhraseList {
  readonly find: Readonly<Record<string, string>>;
  /** Phrases that excuse what stands inside them: "en la mañana" is no tomorrow. */
  readonly except?: Readonly<Record<string, string>>;
}

export interface PhraseHit {
  /** The phrase as the list has it. */
  readonly phrase: string;
  readonly words: readonly LatticeWord[];
}

/** Finds the phrases of a list in all renderings of a template. */
export type PhraseBook = (lattice: WordLattice, language: string) => readonly PhraseHit[];

/** All phrases of one list stand for each other: of two, the longer hides the shorter inside it. */
const FOUND = rankOf("placeholder");
const EXCEPT = rankOf("allowed");

/**
 * A rule's own list of phrases, matched as the lexicon matches: by word, whatever the case and the plural, across the
 * borders of branches and inserts. Compiled when it is first asked for a language.
 *
 * @example phraseBook({ find: { en: "good (morning|evening)" } })(lattice, "en")
 */
export function phraseBook({ find, except = {} }: PhraseList): PhraseBook {
  const compiled = new Map<string, Lexicon>();
  return (lattice, language) => {
    const patterns = find[language];
    if (patterns === undefined) return [];
    let book = compiled.get(language);
    if (book === undefined) {
      const terms = [...termsOf(patterns, FOUND), ...termsOf(except[language] ?? "", EXCEPT)];
      book = { ...lexicon(), layers: [layerOf(terms)] };
      compiled.set(language, book);
    }
    return withoutOverlaps(scanLattice(lattice, book, language)).map(({ term, words }) => ({
      phrase: term,
      words,
    }));
  };
}

/** Hits that share no word with one before them: of phrases that overlap, the first tells the mistake. */
export function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const told = new Set<LatticeWord>();
  return hits.filter(({ words }) => {
    const isApart = !words.some((word) => told.has(word));
    if (isApart) for (const word of words) told.add(word);
    return isApart;
  });
}

function termsOf(patterns: string, rank: number): readonly TermSource[] {
  return phrases(patterns).map((text) => ({ text, rank, flags: 0 }));
}
