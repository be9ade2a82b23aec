import { rankOf } from "./kinds.ts";
import { EXACT_CASE, type TermSource } from "./term.ts";

/** The files of WordNet 3.1 that are read. */
export interface WordNet {
  /** data.noun: one set of synonyms a line, at the byte offset that is its name. */
  readonly nouns: string;
  /** data.adj and data.verb, in the same form. */
  readonly adjectives: string;
  readonly verbs: string;
  /** index.sense: for each word and meaning, its place by frequency, and how often it was met. */
  readonly senses: string;
}

/** Meanings below which everything is clinical, by their WordNet 3.1 offset. The first branch that holds a word gives its kind. */
export const BRANCHES = [
  ["mental", [14107272, 701905, 6066454]], // mental disorder; psychotherapy
  ["cancer", [14258682]], // neoplasm
  ["reproductive", [853811, 3101244, 231191, 14069684]], // contraception, contraceptive, abortion, pregnancy
  ["symptom", [14323139]],
  ["condition", [14085287, 14093842, 14075885, 14198031, 14309164]], // illness, disease, disorder, infection, injury
  ["vaccine", [4524830]],
  ["medicine", [3252323, 3745652]], // drug, medicine
  // hormone, neurotransmitter, vitamin, amino acid, alkaloid, steroid and sterol, enzyme, toxin
  ["chemical", [5414462, 14831728, 15113825, 14626007, 14736853, 14769814, 15082311, 14757125, 15058641]],
  ["test", [177976]], // diagnostic procedure
  ["procedure", [1026334, 672594, 662334]], // medical procedure, operation, therapy
  ["specialty", [6052606, 6073138, 10651974]], // medicine and surgery as branches of science, specialist
] as const;

/** Branches inside those that tell nothing of a patient: drinks, tobacco, diseases of plants and animals. */
const LEFT_OUT: ReadonlySet<number> = new Set([7900542, 4449965, 14276606, 14300438]);

/** A word with several meanings is taken only where the clinical one is the most frequent. */
const FIRST_SENSE = 1;

/** Terms from WordNet's branches of illness, symptom, drug, procedure and specialty, less the words in `everyday`. */
export function wordnetTerms(wordnet: WordNet, everyday: (word: string) => boolean): readonly TermSource[] {
  const synsets = readSynsets(wordnet.nouns);
  const places = readPlaces(wordnet.senses);
  const taken = new Set<string>();
  const terms: TermSource[] = [];
  for (const [kind, roots] of BRANCHES) {
    for (const offset of below(roots, synsets, LEFT_OUT)) {
      for (const lemma of synsets.get(offset)?.lemmas ?? []) {
        const phrase = lemma.replaceAll("_", " ");
        const isPhrase = /[ -]/.test(phrase);
        if (taken.has(phrase) || phrase.length < 4) continue;
        if (!isPhrase && (everyday(phrase) || places.get(`${lemma.toLowerCase()} ${offset}`) !== FIRST_SENSE))
          continue;
        if (isPhrase && everyday(phrase)) continue;
        taken.add(phrase);
        terms.push({ text: phrase, rank: rankOf(kind), flags: isAbbreviation(phrase) ? EXACT_CASE : 0 });
      }
    }
  }
  return terms;
}

/** SARS, NSAID: in small letters they are other words, or none. */
function isAbbreviation(phrase: string): boolean {
  return /^[A-Z.]+$/.test(phrase);
}

export interface Synset {
  readonly lemmas: readonly string[];
  /** The sets of nouns that are kinds of this one. */
  readonly narrower: readonly number[];
  /** The sets of nouns that a word of this one is derived from, or that it pertains to: pulmonary, lungs. */
  readonly origins: readonly number[];
}

/** The sets of one of WordNet's data files, by their offset. */
export function readSynsets(data: string): ReadonlyMap<number, Synset> {
  const synsets = new Map<number, Synset>();
  for (const line of data.split("\n")) {
    if (!/^\d{8} /.test(line)) continue;
    // offset, lexicographer file, type, number of words (hexadecimal), then pairs of word and lexical id, then pointers.
    const fields = (line.split(" | ")[0] ?? "").split(" ");
    const words = Number.parseInt(fields[3] ?? "0", 16);
    const lemmas = fields.slice(4, 4 + words * 2).filter((_, index) => index % 2 === 0);
    const pointers = Number(fields[4 + words * 2]);
    const narrower: number[] = [];
    const origins: number[] = [];
    for (let i = 5 + words * 2; i < 5 + words * 2 + pointers * 4; i += 4) {
      if (fields[i + 2] !== "n") continue;
      if (fields[i] === "~") narrower.push(Number(fields[i + 1]));
      if (fields[i] === "+" || fields[i] === "\\") origins.push(Number(fields[i + 1]));
    }
    synsets.set(Number(fields[0]), { lemmas, narrower, origins });
  }
  return synsets;
}

/** Place by frequency of each noun and meaning: `cold 14169020` → 1. */
function readPlaces(senses: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const line of senses.split("\n")) {
    const [key = "", offset, place] = line.split(" ");
    const [lemma, rest = ""] = key.split("%");
    if (rest.startsWith("1:")) places.set(`${lemma} ${Number(offset)}`, Number(place));
  }
  return places;
}

/** The offsets of some sets and of all that are kinds of them, but for those of the branches `leftOut`. */
export function below(
  roots: readonly number[],
  synsets: ReadonlyMap<number, Synset>,
  leftOut: ReadonlySet<number> = new Set(),
): readonly number[] {
  const seen = new Set<number>();
  const waiting = [...roots];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (seen.has(offset) || leftOut.has(offset)) continue;
    seen.add(offset);
    waiting.push(...(synsets.get(offset)?.narrower ?? []));
  }
  return [...seen].toSorted((x, y) => x - y);
}
