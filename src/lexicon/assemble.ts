import { affixes, affixOf } from "./affixes.ts";
import { commonWords } from "./common-words.ts";
import { compileTable } from "./compile-table.ts";
import { foldWord } from "./fold.ts";
import { kindAt } from "./kinds.ts";
import { type Layer, layerOf } from "./layer.ts";
import { safeVocabulary, type WordLists } from "./safe-vocabulary.ts";
import { scanText } from "./scan-text.ts";
import { type ClassSource, readSources } from "./sources.ts";
import { stemOf } from "./stem.ts";
import { type TermSource, termWordsOf, wordsOf } from "./term.ts";
import { wordClasses } from "./word-classes.ts";
import { WordReader } from "./word-reader.ts";
import { type WordNet, wordnetTerms } from "./wordnet.ts";

interface List {
  readonly name: string;
  readonly text: string;
}

/** What the lexicon is made of: the lists of data/lexicon by file name, and two packages. */
export interface Ingredients {
  /** Lists of terms, `*.tsv`. */
  readonly lists: readonly List[];
  /** Lists of words, `*.txt`. */
  readonly plain: readonly List[];
  /** Words that most fourth graders know (Dale and Chall, 1995). */
  readonly daleChall: readonly string[];
  readonly wordnet: WordNet;
}

/** The values of table.generated.ts. */
export interface Assembled {
  readonly table: Uint8Array;
  /** Words by the name of their class, as `wordClasses` reads them. */
  readonly classes: Readonly<Record<string, string>>;
  readonly affixes: readonly { readonly affix: string; readonly rank: number }[];
  readonly everydayWithAffix: readonly string[];
  readonly safeWords: WordLists;
  readonly familiarWords: WordLists;
  readonly capitals: WordLists;
  readonly shorteners: string;
}

/**
 * Puts the lexicon together, at build time. A word is safe if it is familiar or common and tells nothing: clinical terms are taken off,
 * and so are the words of withheld-*.txt.
 */
export function assemble({ lists, plain, daleChall, wordnet }: Ingredients): Assembled {
  const listed = lists.map(({ name, text }) => ({ name, ...readSources(name, text) }));
  const ownTerms = withoutRepetition(listed);
  const classes = classesOf(
    listed.flatMap((sources) => sources.classes),
    ownTerms,
  );
  const ownAffixes = listed.flatMap((sources) => sources.affixes);
  const familiar = {
    en: [...daleChall.map(foldWord), ...wordsIn(plain, "safe-en.txt")],
    es: wordsIn(plain, "safe-es.txt"),
  };
  const everyday = new Set([...wordsIn(plain, "everyday-en.txt"), ...phrasesIn(plain, "everyday-en.txt")]);
  const vocabulary = safeVocabulary({ en: familiar.en.join(" ") });
  const isEveryday = (phrase: string): boolean =>
    everyday.has(phrase.toLowerCase()) || vocabulary.has(phrase, "en");
  const terms = [...ownTerms, ...wordnetTerms(wordnet, isEveryday)];
  const common = commonWords(wordnet);
  const product = layerOf(
    terms,
    affixes(ownAffixes, [...everyday, ...familiar.en, ...familiar.es]),
    wordClasses(classes),
  );
  const safeIn = (language: "en" | "es", words: readonly string[]): string => {
    const withheld = new Set(wordsIn(plain, `withheld-${language}.txt`).map(stemOf));
    return unique(words)
      .filter((word) => !withheld.has(stemOf(word)) && !isClinical(word, product, language))
      .join(" ");
  };
  const known = affixes(ownAffixes, []);
  return {
    table: compileTable(terms),
    classes,
    affixes: ownAffixes,
    everydayWithAffix: unique([...familiar.en, ...familiar.es, ...everyday]).filter((word) =>
      hasAffix(word, known),
    ),
    safeWords: { en: safeIn("en", [...familiar.en, ...common]), es: safeIn("es", familiar.es) },
    familiarWords: { en: unique(familiar.en).join(" "), es: unique(familiar.es).join(" ") },
    capitals: {
      en: unique(wordsIn(plain, "capitals-en.txt")).join(" "),
      es: unique(wordsIn(plain, "capitals-es.txt")).join(" "),
    },
    shorteners: unique(linesIn(plain, "shorteners.txt")).join(" "),
  };
}

/** Every class once, each of which some term names, and each that a term names. */
function classesOf(
  sources: readonly ClassSource[],
  terms: readonly TermSource[],
): Readonly<Record<string, string>> {
  const named = new Set(
    terms
      .flatMap(({ text }) => termWordsOf(text).filter(({ stands }) => stands === "class"))
      .map((word) => word.written),
  );
  const classes = new Map(sources.map(({ name, words }) => [name, words.join(" ")]));
  if (classes.size < sources.length) throw new Error("a class of words is given twice");
  for (const name of named) if (!classes.has(name)) throw new Error(`there is no class <${name}>`);
  for (const name of classes.keys()) if (!named.has(name)) throw new Error(`no pattern names <${name}>`);
  return Object.fromEntries(classes);
}

/** Lists of whole phrases, so wide that many of them only say more words around a term of another list. */
const WIDE = /^(?:lay|body)-/;

/** The terms of all lists. Those of the wide ones only where no part of them is a clinical term already, for that is found by itself. */
function withoutRepetition(
  listed: readonly { readonly name: string; readonly terms: readonly TermSource[] }[],
): readonly TermSource[] {
  const known = new Set(
    listed
      .flatMap(({ terms }) => terms)
      .filter(({ rank, flags }) => flags === 0 && kindAt(rank)?.category === "clinical")
      .map(({ text }) => stemsOf(text).join(" ")),
  );
  return listed.flatMap(({ name, terms }) =>
    WIDE.test(name)
      ? terms.filter(({ text }) => !partsOf(stemsOf(text)).some((part) => known.has(part)))
      : terms,
  );
}

function stemsOf(phrase: string): readonly string[] {
  return wordsOf(phrase).map(({ stem }) => stem);
}

/** The runs of words within a phrase, but for the phrase itself. */
function partsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, from) =>
    words
      .slice(from)
      .map((_, length) => words.slice(from, from + length + 1))
      .filter((part) => part.length < words.length)
      .map((part) => part.join(" ")),
  );
}

function hasAffix(word: string, known: ReturnType<typeof affixes>): boolean {
  const reader = new WordReader(word);
  return reader.next() && affixOf(known, reader) !== undefined;
}

function isClinical(word: string, layer: Layer, language: string): boolean {
  const none = safeVocabulary({});
  const hits = scanText(word, { layers: [layer], safe: none, familiar: none }, language);
  return hits.some((hit) => hit.category === "clinical");
}

function linesIn(lists: readonly List[], name: string): readonly string[] {
  const list = lists.find((candidate) => candidate.name === name);
  if (list === undefined) throw new Error(`data/lexicon/${name} is missing`);
  return list.text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

function wordsIn(lists: readonly List[], name: string): readonly string[] {
  return linesIn(lists, name)
    .flatMap((line) => line.trim().split(/\s+/))
    .map(foldWord);
}

/** Lines of several words, as phrases. */
function phrasesIn(lists: readonly List[], name: string): readonly string[] {
  return linesIn(lists, name).map((line) => line.trim().toLowerCase());
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}
