import { foldWord, plainWord } from "./fold.ts";
import { WordReader } from "./word-reader.ts";

/** Longest phrase, in words. */
export const MOST_WORDS = 6;

/** A word of a term that any number is. */
export const ANY_NUMBER = "0";

/** A phrase of the lexicon as its source file gives it. */
export interface TermSource {
  /** Words; the number 0 stands for any number. */
  readonly text: string;
  /** Position in `KINDS`. */
  readonly rank: number;
  readonly flags: number;
}

/** Words with a capital must be written so: AIDS, not aids; a plural s may follow. Words without one may have any case. */
export const EXACT_CASE = 1;
/** No plural or singular: "piles" is not "pile". */
export const AS_WRITTEN = 2;
/** Only in a text in English, or in Spanish: "pie" is a foot only there. */
export const ENGLISH_ONLY = 4;
export const SPANISH_ONLY = 8;
/** A word of a phrase, of the lexicon or of a text. */
export interface Word {
  readonly written: string;
  /** Folded, as plurals share it; of a number or a symbol, all of it. */
  readonly stem: string;
}

/** One for all phrases, for a phrase is short and a reader is not. */
const phraseReader = new WordReader("");

/** The words of a phrase. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const reader = phraseReader.open(text); reader.next(); ) {
    words.push({ written: text.slice(reader.start, reader.end), stem: reader.stem });
  }
  return words;
}

/** Whether a phrase of a text, `written`, is the term. */
export function sameWords(term: readonly Word[], written: readonly Word[], flags: number): boolean {
  return term.length === written.length && term.every((word, index) => sameWord(word, written[index], flags));
}

function sameWord(term: Word, word: Word | undefined, flags: number): boolean {
  if (word === undefined) return false;
  if (term.stem === ANY_NUMBER) return /^\p{Nd}/u.test(word.stem);
  if (flags & EXACT_CASE && term.written !== term.written.toLowerCase()) {
    const plain = plainWord(word.written);
    return plain === plainWord(term.written) || plain === `${plainWord(term.written)}s`;
  }
  return flags & AS_WRITTEN ? foldWord(word.written) === foldWord(term.written) : word.stem === term.stem;
}
