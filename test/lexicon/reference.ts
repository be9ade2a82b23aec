import fc from "fast-check";
import { groupOf, KINDS, kindAt, rankOf } from "../../src/lexicon/kinds.ts";
import { type Lexicon, layerOf } from "../../src/lexicon/layer.ts";
import { safeVocabulary } from "../../src/lexicon/safe-vocabulary.ts";
import type { TermSource } from "../../src/lexicon/term.ts";
import { wordClasses } from "../../src/lexicon/word-classes.ts";

/** A few words, so that random terms often match random texts; plurals and numbers among them. */
export const WORDS = ["care", "shot", "shots", "flu", "no", "biopsy", "biopsies", "7", "24"] as const;

export const word = fc.constantFrom(...WORDS);

const ranks = KINDS.map((_, rank) => rank).filter((rank) =>
  ["allowed", "cancer", "vaccine", "guarantee", "price"].includes(KINDS[rank]?.kind ?? ""),
);

export interface PlainTerm {
  readonly words: readonly string[];
  readonly rank: number;
}

/** The class that `<ill>` stands for. */
const ILL: readonly string[] = ["flu", "shot", "shots"];

// 0 stands for any number, * for any word.
const termWord = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom("0", "<ill>") },
);

const termWords = fc
  .tuple(
    termWord,
    fc.array(fc.oneof({ weight: 5, arbitrary: termWord }, fc.constant("*")), { maxLength: 6 }),
    termWord,
  )
  .chain(([first, inner, last]) => fc.constantFrom([first], [first, ...inner, last]));

const plainTerm: fc.Arbitrary<PlainTerm> = fc.record({ words: termWords, rank: fc.constantFrom(...ranks) });

/** Different terms of the same words would only test which is taken, which `distinct` in the table decides. */
export const terms = distinct(plainTerm);

/** The same with phrases that deny and ask. */
export const scopedTerms = distinct(
  fc.record({
    words: termWords,
    rank: fc.constantFrom(...ranks, ...(["denial", "question", "turn"] as const).map(rankOf)),
  }),
);

function distinct(term: fc.Arbitrary<PlainTerm>): fc.Arbitrary<readonly PlainTerm[]> {
  return fc.uniqueArray(term, {
    maxLength: 14,
    selector: ({ words }) => words.map(singular).join(" "),
  });
}

export function lexiconOf(plain: readonly PlainTerm[]): Lexicon {
  const sources: TermSource[] = plain.map(({ words, rank }) => ({ text: words.join(" "), rank, flags: 0 }));
  const classes = wordClasses({ ill: ILL.join(" ") });
  return {
    layers: [layerOf(sources, undefined, classes)],
    safe: safeVocabulary({}),
    familiar: safeVocabulary({}),
  };
}

/** A hit as both the scanners and the reference can say it: its kind and its words by their place. */
export interface PlainHit {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The definition of a hit, as plainly as it can be written: every term at every place of every sentence, then what an everyday
 * phrase or a longer hit of the same group contains is taken out, then the most telling kind of those of the same words.
 */
export function referenceHits(
  sentences: readonly (readonly string[])[],
  plain: readonly PlainTerm[],
): PlainHit[] {
  const found: { rank: number; from: number; to: number }[] = [];
  let offset = 0;
  for (const sentence of sentences) {
    for (let from = 0; from < sentence.length; from++) {
      for (const term of plain) {
        const to = from + term.words.length;
        if (to <= sentence.length && term.words.every((it, i) => sameWord(it, sentence[from + i] ?? ""))) {
          found.push({ rank: term.rank, from: offset + from, to: offset + to });
        }
      }
    }
    offset += sentence.length;
  }
  const open = found.filter(
    (hit) =>
      kindAt(hit.rank) !== undefined &&
      !found.some((other) => {
        const contains = other.from <= hit.from && hit.to <= other.to;
        const isLonger =
          other.to - other.from > hit.to - hit.from && groupOf(other.rank) === groupOf(hit.rank);
        return contains && (kindAt(other.rank) === undefined || isLonger);
      }),
  );
  const best = open.filter(
    (hit) =>
      !open.some(
        (other) =>
          other.from === hit.from &&
          other.to === hit.to &&
          groupOf(other.rank) === groupOf(hit.rank) &&
          other.rank < hit.rank,
      ),
  );
  const named = best.map(({ rank, from, to }) => ({ kind: kindAt(rank)?.kind ?? "", from, to }));
  return named.filter(
    (hit, i) => named.findIndex((other) => JSON.stringify(other) === JSON.stringify(hit)) === i,
  );
}

function sameWord(term: string, written: string): boolean {
  if (term === "*") return true;
  if (term === "<ill>") return ILL.includes(written);
  if (term === "0") return /^\d+$/.test(written);
  return singular(term) === singular(written);
}

function singular(written: string): string {
  return written === "shots" ? "shot" : written === "biopsies" ? "biopsy" : written;
}
