import { BRANCHES, below, readSynsets, type WordNet } from "./wordnet.ts";

/**
 * Meanings beside the clinical branches that may tell something of a patient, by their WordNet 3.1 offset: parts of the body and what
 * it makes, germs, chemicals, proteins and poisons, processes and conditions of the body, medicine and those who practise it.
 */
const TELLING = [
  5227735, 5271349, 1328932, 14647071, 14842408, 14831008, 14752903, 5414462, 14757125, 15058641, 15056943,
  13547313, 14057659, 14228432, 14571935, 5732639, 845915, 658847, 6055093, 3745184, 3745009, 10726882,
  10325469, 10615055, 10055991,
];

/** How often the texts in which WordNet counts meanings must have a word before it is a common one. */
const LEAST_COUNT = 3;

/** The first digit after the % of a sense's key: 1 is a noun. */
const VERB = "2";
const ADJECTIVE = ["3", "5"];

/** Common words of English prose of which no meaning, nor one that it is derived from, tells anything clinical. */
export function commonWords(wordnet: WordNet): readonly string[] {
  const nouns = readSynsets(wordnet.nouns);
  const telling = new Set(below([...BRANCHES.flatMap(([, roots]) => roots), ...TELLING], nouns));
  const derived = (data: string): ReadonlySet<number> =>
    new Set(
      [...readSynsets(data)]
        .filter(([, { origins }]) => origins.some((origin) => telling.has(origin)))
        .map(([offset]) => offset),
    );
  const adjectives = derived(wordnet.adjectives);
  const verbs = derived(wordnet.verbs);
  const counts = new Map<string, number>();
  const withheld = new Set<string>();
  for (const line of wordnet.senses.split("\n")) {
    const [key = "", offset, , count] = line.split(" ");
    const [lemma = "", rest = ""] = key.split("%");
    if (!/^[a-z]{3,}$/.test(lemma)) continue;
    counts.set(lemma, (counts.get(lemma) ?? 0) + Number(count));
    const type = rest[0] ?? "";
    const tells =
      type === "1" ? telling : type === VERB ? verbs : ADJECTIVE.includes(type) ? adjectives : undefined;
    if (tells?.has(Number(offset))) withheld.add(lemma);
  }
  return [...counts]
    .filter(([word, count]) => count >= LEAST_COUNT && !withheld.has(word))
    .map(([word]) => word);
}
