import { foldWord, plainWord } from "./fold.ts";
import { ANY_HASH, ANY_WORD, classHash, type WordClasses } from "./word-classes.ts";
import { WordReader } from "./word-reader.ts";

/** Longest phrase, in words. */
export const MOST_WORDS = 8;

/** A word of a term that any number is. */
export const ANY_NUMBER = "0";

/** A phrase of the lexicon as its source file gives it. */
export interface TermSource {
  /** Words; the number 0 stands for any number, `*` for any word, `<name>` for any word of a class. */
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
/** Only where it begins a sentence; 16 is the table's own. */
export const FIRST = 32;
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

/** A word of a term. */
export interface TermWord extends Word {
  /** As a text's word is hashed, a plural like its singular. */
  readonly hash: number;
  /** Whether it is that word, any word, or one of the class `written`. */
  readonly stands: "itself" | "any" | "class";
  /** Where it ends in the term's text. */
  readonly end: number;
}

const OPEN_WORD = /<(\p{L}+)>|\*/gu;

/** The words of a term, `*` and `<name>` among them. */
export function termWordsOf(text: string): readonly TermWord[] {
  const words: TermWord[] = [];
  const add = (from: number, to: number): void => {
    for (const reader = new WordReader(text.slice(from, to)); reader.next(); ) {
      const end = from + reader.end;
      const written = text.slice(from + reader.start, end);
      words.push({ written, stem: reader.stem, hash: reader.hash, stands: "itself", end });
    }
  };
  let from = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(OPEN_WORD)) {
    add(from, index);
    from = index + found.length;
    if (name === undefined)
      words.push({ written: ANY_WORD, stem: ANY_WORD, hash: ANY_HASH, stands: "any", end: from });
    else words.push({ written: name, stem: found, hash: classHash(name), stands: "class", end: from });
  }
  add(from, text.length);
  return words;
}

/** Whether a phrase of a text, `written`, is the term. */
export function sameWords(
  term: readonly TermWord[],
  written: readonly Word[],
  flags: number,
  classes: WordClasses,
): boolean {
  return (
    term.length === written.length &&
    term.every((word, index) => sameWord(word, written[index], flags, classes))
  );
}

function sameWord(term: TermWord, word: Word | undefined, flags: number, classes: WordClasses): boolean {
  if (word === undefined) return false;
  if (term.stands === "any") return true;
  if (term.stands === "class") return classes.members.get(term.written)?.has(word.stem) === true;
  if (term.stem === ANY_NUMBER) return /^\p{Nd}/u.test(word.stem);
  if (flags & EXACT_CASE && term.written !== term.written.toLowerCase()) {
    const plain = plainWord(word.written);
    return plain === plainWord(term.written) || plain === `${plainWord(term.written)}s`;
  }
  return flags & AS_WRITTEN ? foldWord(word.written) === foldWord(term.written) : word.stem === term.stem;
}
