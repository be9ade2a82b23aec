import type { Lexicon } from "./layer.ts";
import { spanishSyllables } from "./spanish-syllables.ts";
import { WordReader } from "./word-reader.ts";

/** How hard a text is to read. */
export interface Reading {
  /** Flesch-Kincaid grade: years of school. Undefined for a language that the formula was not made for. */
  readonly grade: number | undefined;
  /** Perspicuity of a Spanish text (Szigriszt-Pazos), most often 0 to 100, more is easier; `infleszLevel` says what it means. */
  readonly ease: number | undefined;
  /** The formula jumps by whole grades with each word of a short text; below 100 words use `unfamiliar` and sentence length. */
  readonly isStable: boolean;
  readonly words: number;
  readonly sentences: number;
  readonly wordsPerSentence: number;
  readonly longestSentence: number;
  /** Share of words that are not familiar, 0 to 1; undefined for a language without a list. */
  readonly unfamiliar: number | undefined;
}

/** Fewest words for which the grade is steady. */
const STEADY = 100;

/** Measures a rendered text. Links and numbers are not words. The text should have its names and phone numbers taken out. */
export function readingGrade(text: string, lexicon: Lexicon, language: string): Reading {
  const [primary = language] = language.split("-");
  const count = primary === "es" ? spanishSyllables : syllablesOf;
  let words = 0;
  let syllables = 0;
  let unfamiliar = 0;
  const lengths: number[] = [];
  const plain = text.includes("://") || text.includes("@") ? text.replace(/\S+/g, withoutAddress) : text;
  for (reader.open(plain); reader.next(); ) {
    if (reader.opensSentence) lengths.push(0);
    if (reader.kind !== "word") continue;
    const word = plain.slice(reader.start, reader.end);
    words++;
    syllables += syllablesKnown(word, primary, count);
    if (!lexicon.familiar.has(word, language)) unfamiliar++;
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
  }
  const sentences = lengths.filter((length) => length > 0).length;
  const wordsPerSentence = sentences === 0 ? 0 : words / sentences;
  const isEnglish = primary === "en" && words > 0;
  const isSpanish = primary === "es" && words > 0;
  return {
    ease: isSpanish ? perspicuity(wordsPerSentence, syllables / words) : undefined,
    grade: isEnglish ? fleschKincaid(wordsPerSentence, syllables / words) : undefined,
    isStable: words >= STEADY,
    words,
    sentences,
    wordsPerSentence,
    longestSentence: Math.max(0, ...lengths),
    unfamiliar: lexicon.familiar.knows(language) ? unfamiliar / Math.max(1, words) : undefined,
  };
}

/** A stretch between spaces, or a space where it is a web or mail address. */
function withoutAddress(written: string): string {
  return /^\S+?(?::\/\/|@)\S/.test(written) ? " " : written;
}

const reader = new WordReader("");

/** Words whose syllables are remembered: messages say few distinct ones. */
const MOST_KNOWN = 10_000;
const known = new Map<string, number>();

function syllablesKnown(word: string, language: string, count: (word: string) => number): number {
  const key = `${language} ${word}`;
  const syllables = known.get(key) ?? count(word);
  if (known.size < MOST_KNOWN) known.set(key, syllables);
  return syllables;
}

/** Kincaid, Fishburne, Rogers and Chissom (1975), for the US Navy. */
function fleschKincaid(wordsPerSentence: number, syllablesPerWord: number): number {
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

/** Szigriszt Pazos (1993), Flesch's formula made anew for Spanish. */
function perspicuity(wordsPerSentence: number, syllablesPerWord: number): number {
  return 206.835 - 62.3 * syllablesPerWord - wordsPerSentence;
}

/**
 * What a perspicuity means to readers in Spanish health care: the INFLESZ scale (Barrio-Cantalejo et al., An Sist Sanit
 * Navar 2008; 31(2): 135-152). What an average adult reads without trouble begins at 55.
 *
 * @example infleszLevel(52.1) // "somewhat difficult"
 */
export function infleszLevel(ease: number): string {
  if (ease < 40) return "very difficult";
  if (ease < 55) return "somewhat difficult";
  if (ease < 65) return "normal";
  return ease < 80 ? "quite easy" : "very easy";
}

/**
 * Syllables of an English word: groups of vowels, without silent ones (tim-es, misse-d, some-thing), with vowels that are spoken apart
 * (a-re-a, sci-ence). Within one of a dictionary for nearly all common words, and close on average, which is what the grade needs.
 */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/^(?:some|home|time|where|there|care|safe|fore)(?=[bcdfghjklmnpqrstvwxz])/, (part) =>
      part.slice(0, -1),
    )
    .replace(/(?:[^laeiouysxzhgc]es|[^tdlaeiouy]ed|[^laeiouy]e|[aeiouy]le)$/, (ending) => ending.slice(0, 1))
    .replace(/^y/, "");
  const count = (pattern: RegExp): number => spoken.match(pattern)?.length ?? 0;
  const groups = count(/[aeiouy]+/g);
  const apart = count(/i[aou](?!u)|[aeiou]ing|e(?:a$|o$|ou)|ua(?:l|t)|ie(?:t|nc)|[iy]er|uou/g);
  const together = count(/[tcs]i(?:on|al|ous|an)|[^aeiou]ely$/g);
  return Math.max(1, groups + apart - together);
}
