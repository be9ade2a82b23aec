import type { LatticeWord, WordLattice } from "../template/index.ts";
import type { ReadWord } from "./affixes.ts";
import { WordReader } from "./word-reader.ts";

/** One word as the lexicon counts words: the lattice word "follow-up" makes two, "—" a silent one. */
export interface Step {
  readonly word: LatticeWord;
  readonly text: string;
  readonly hash: number;
  /** Punctuation only: a phrase goes on across it. */
  readonly isSilent: boolean;
  /** A value that is known only for each patient: no term equals it. */
  readonly isUnknown: boolean;
  readonly opensSentence: boolean;
  /** As it was read, for its affixes. */
  readonly read: ReadWord;
  readonly from: number;
  readonly to: number;
  /** Place in the order in which hits are reported. */
  readonly order: number;
}

/** A word lattice in the lexicon's own words, to follow phrases forwards and backwards. */
export interface WordGraph {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly outgoing: ReadonlyMap<number, readonly Step[]>;
  readonly incoming: ReadonlyMap<number, readonly Step[]>;
}

export function wordGraph(lattice: WordLattice): WordGraph {
  const steps: Step[] = [];
  const outgoing = new Map<number, Step[]>();
  const incoming = new Map<number, Step[]>();
  // Positions between the parts of one lattice word lie below all of the lattice's own.
  let within = [...lattice.outgoing.values()]
    .flat()
    .reduce((least, word) => Math.min(least, word.from, word.to), 0);
  const positions = [...lattice.outgoing.keys()].toSorted((x, y) => x - y);
  for (const word of positions.flatMap((position) => lattice.outgoing.get(position) ?? [])) {
    const parts = partsOf(word);
    let from = word.from;
    parts.forEach((part, index) => {
      const to = index === parts.length - 1 ? word.to : --within;
      const step = { ...part, word, from, to, order: steps.length };
      steps.push(step);
      append(outgoing, from, step);
      append(incoming, to, step);
      from = to;
    });
  }
  return { steps, start: lattice.start, outgoing, incoming };
}

type Part = Omit<Step, "word" | "from" | "to" | "order">;

/** Words that are remembered; a text of more distinct ones is only read again. */
const MOST_KNOWN = 10_000;

const NOTHING_READ: ReadWord = { letters: new Uint16Array(), length: 0, whole: 0 };

function partsOf({ text, hole, opensSentence }: LatticeWord): readonly Part[] {
  const whole = { text, hash: 0, read: NOTHING_READ, opensSentence };
  if (hole !== undefined) return [{ ...whole, isSilent: false, isUnknown: true }];
  const [first, ...others] = remembered(text);
  if (first === undefined) return [{ ...whole, isSilent: true, isUnknown: false }];
  return [{ ...first, opensSentence }, ...others];
}

const reader = new WordReader("");
const known = new Map<string, readonly Part[]>();

/** The parts of a text by itself. Remembered, for the messages of a workspace say few distinct words. */
function remembered(text: string): readonly Part[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parts: Part[] = [];
  for (reader.open(text); reader.next(); ) {
    const { start, end, hash, opensSentence, letters, length, whole } = reader;
    const read = { letters: letters.slice(0, whole), length, whole };
    parts.push({
      text: text.slice(start, end),
      hash,
      isSilent: false,
      isUnknown: false,
      opensSentence,
      read,
    });
  }
  if (known.size < MOST_KNOWN) known.set(text, parts);
  return parts;
}

function append(map: Map<number, Step[]>, position: number, step: Step): void {
  const before = map.get(position);
  if (before) before.push(step);
  else map.set(position, [step]);
}
