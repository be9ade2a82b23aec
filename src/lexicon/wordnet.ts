import { rankOf } from "./kinds.ts";
import { EXACT_CASE, type TermSource } from "./term.ts";

/** The two files of WordNet 3.1 that are read. */
export interface WordNet {
  /** data.noun: one set of synonyms a line, at the byte offset that is its name. */
  readonly nouns: string;
  /** index.sense: for each word and meaning, its place by frequency. */
  readonly senses: string;
}

/** Meanings below which everything is clinical, by their WordNet 3.1 offset. The first branch that holds a word gives its kind. */
const BRANCHES = [
  ["mental", [14107272, 701905, 6066454]], // mental disorder; psychotherapy
  ["cancer", [14258682]], // neoplasm
  ["reproductive", [853811, 3101244, 231191, 14069684]], // contraception, contraceptive, abortion, pregnancy
  ["symptom", [14323139]],
  ["condition", [14085287, 14093842, 14075885, 14198031, 14309164]], // illness, disease, disorder, infection, injury
  ["vaccine", [4524830]],
  ["medicine", [3252323, 3745652]], // drug, medicine
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
    for (const offset of below(roots, synsets)) {
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

interface Synset {
  readonly lemmas: readonly string[];
  readonly narrower: readonly number[];
}

function readSynsets(nouns: string): ReadonlyMap<number, Synset> {
  const synsets = new Map<number, Synset>();
  for (const line of nouns.split("\n")) {
    if (!/^\d{8} /.test(line)) continue;
    // offset, lexicographer file, type, number of words (hexadecimal), then pairs of word and lexical id, then pointers.
    const fields = (line.split(" | ")[0] ?? "").split(" ");
    const words = Number.parseInt(fields[3] ?? "0", 16);
    const lemmas = fields.slice(4, 4 + words * 2).filter((_, index) => index % 2 === 0);
    const narrower: number[] = [];
    for (let i = 5 + words * 2; i < fields.length; i += 4) {
      if (fields[i] === "~" && fields[i + 2] === "n") narrower.push(Number(fields[i + 1]));
    }
    synsets.set(Number(fields[0]), { lemmas, narrower });
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

function below(roots: readonly number[], synsets: ReadonlyMap<number, Synset>): readonly number[] {
  const seen = new Set<number>();
  const waiting = [...roots];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (seen.has(offset) || LEFT_OUT.has(offset)) continue;
    seen.add(offset);
    waiting.push(...(synsets.get(offset)?.narrower ?? []));
  }
  return [...seen].toSorted((x, y) => x - y);
}
