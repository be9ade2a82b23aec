import { overLetters } from "../source/index.ts";
import { foldWord } from "./fold.ts";
import { spanishBases } from "./spanish-bases.ts";

const BETWEEN_WORDS = overLetters(/[^\p{L}\p{N}\p{M}'’]+/u);

/** Plain words by language: what may stand in a short outlet without somebody having looked at it. */
export interface SafeVocabulary {
  /** Whether the language has a list at all; without one, no word of it can be called unreviewed. */
  knows(language: string): boolean;
  /** Whether a word, or the word that it is an inflection of, is in the language's list. Case and accents make no difference. */
  has(word: string, language: string): boolean;
  /**
   * Whether a short word in capitals is accepted so. Any other is taken for an abbreviation, whatever it means in small letters: LID is a
   * disorder, not a cover.
   */
  hasCapitals(word: string, language: string): boolean;
  /** This vocabulary and an organisation's accepted words; a phrase is accepted word by word. */
  with(words: ReadonlyMap<string, readonly string[]>): SafeVocabulary;
}

/** Lists of folded words, separated by spaces, by language. A list is taken apart when it is first asked. */
export type WordLists = Readonly<Record<string, string>>;

export function safeVocabulary(lists: WordLists, capitals: WordLists = {}): SafeVocabulary {
  return over(setsOf(lists), setsOf(capitals));
}

type Words = () => ReadonlySet<string>;
type Sets = ReadonlyMap<string, Words>;

function setsOf(lists: WordLists): Sets {
  return new Map(Object.entries(lists).map(([language, list]) => [language, onFirstUse(list)]));
}

function onFirstUse(list: string): Words {
  let words: ReadonlySet<string> | undefined;
  return () => {
    words ??= new Set(list.split(" "));
    return words;
  };
}

function over(lists: Sets, capitals: Sets): SafeVocabulary {
  const known = new Map<string, Map<string, boolean>>();
  const answersIn = (language: string): Map<string, boolean> => {
    const answers = known.get(language) ?? new Map<string, boolean>();
    known.set(language, answers);
    return answers;
  };
  return {
    knows: (language) => listOf(lists, language) !== undefined,
    has(word, language) {
      const answers = answersIn(language);
      const before = answers.get(word);
      if (before !== undefined) return before;
      const answer = isIn(listOf(lists, language)?.(), word, language);
      if (answers.size < MOST_ANSWERS) answers.set(word, answer);
      return answer;
    },
    hasCapitals: (word, language) => listOf(capitals, language)?.().has(foldWord(word)) ?? false,
    with(words) {
      const accepted = new Map([...words].map(([language, phrases]) => [language, foldedWords(phrases)]));
      return over(extended(lists, accepted), extended(capitals, accepted));
    },
  };
}

/** Words whose answer is remembered, in each language: messages say few distinct ones. */
const MOST_ANSWERS = 10_000;

function isIn(list: ReadonlySet<string> | undefined, word: string, language: string): boolean {
  if (list === undefined) return false;
  const folded = foldWord(word);
  if (list.has(folded)) return true;
  const bases = primary(language) === "es" ? spanishBases(folded) : englishBases(folded);
  return bases.some((base) => base.length > 1 && list.has(base));
}

function listOf(lists: Sets, language: string): Words | undefined {
  return lists.get(language) ?? lists.get(primary(language));
}

function extended(lists: Sets, accepted: ReadonlyMap<string, readonly string[]>): Sets {
  const more = new Map(lists);
  for (const [language, words] of accepted) {
    const before = listOf(lists, language);
    if (before === undefined) continue;
    const all = new Set([...before(), ...words]);
    more.set(language, () => all);
  }
  return more;
}

function foldedWords(phrases: readonly string[]): readonly string[] {
  const words = phrases.flatMap((phrase) => phrase.split(BETWEEN_WORDS(phrase))).map(foldWord);
  return words.filter((word) => word !== "");
}

/** The language without its region: `en` of `en-US`. */
function primary(language: string): string {
  return language.split("-")[0] ?? language;
}

/** Words that `word` may be a plural, past form, -ing form, comparative or adverb of. */
function englishBases(word: string): readonly string[] {
  return [
    ...cut(word, "s"),
    ...cut(word, "es"),
    ...cut(word, "ies", "y"),
    ...verbStems(word, "ed"),
    ...cut(word, "ied", "y"),
    ...verbStems(word, "ing"),
    ...verbStems(word, "er"),
    ...cut(word, "ier", "y"),
    ...verbStems(word, "est"),
    ...cut(word, "iest", "y"),
    ...cut(word, "ly"),
    ...cut(word, "ily", "y"),
    ...cut(word, "bly", "ble"),
  ];
}

function cut(word: string, ending: string, instead = ""): readonly string[] {
  return word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : [];
}

/** booked → book, moved → move, stopped → stop. */
function verbStems(word: string, ending: string): readonly string[] {
  return cut(word, ending).flatMap((rest) => {
    const isDoubled = rest.length > 2 && rest.at(-1) === rest.at(-2);
    return isDoubled ? [rest, rest.slice(0, -1)] : [rest, `${rest}e`];
  });
}
