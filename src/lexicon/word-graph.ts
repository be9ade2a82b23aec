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
  readonly opensClause: boolean;
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

/** The graph of a lattice, made once: several lists are looked for in the same words. */
export function wordGraph(lattice: WordLattice): WordGraph {
  let graph = graphs.get(lattice);
  if (graph === undefined) {
    graph = graphOf(lattice);
    graphs.set(lattice, graph);
  }
  return graph;
}

const graphs = new WeakMap<WordLattice, WordGraph>();

function graphOf(lattice: WordLattice): WordGraph {
  const steps: Step[] = [];
  const outgoing = new Map<number, Step[]>();
  const incoming = new Map<number, Step[]>();
  // Positions between the parts of one lattice word lie below all of the lattice's own.
  let within = 0;
  for (const words of lattice.outgoing.values()) {
    for (const { from, to } of words) within = Math.min(within, from, to);
  }
  const positions = [...lattice.outgoing.keys()].sort((x, y) => x - y);
  for (const position of positions) {
    for (const word of lattice.outgoing.get(position) ?? []) {
      const parts = partsOf(word);
      let from = word.from;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        if (part === undefined) continue;
        const to = index === parts.length - 1 ? word.to : --within;
        const step: Step = {
          word,
          text: part.text,
          hash: part.hash,
          isSilent: part.isSilent,
          isUnknown: part.isUnknown,
          opensSentence: index === 0 ? word.opensSentence || part.text === QUESTION : part.opensSentence,
          opensClause: index === 0 ? word.opensClause : part.opensClause,
          read: part.read,
          from,
          to,
          order: steps.length,
        };
        steps.push(step);
        append(outgoing, from, step);
        append(incoming, to, step);
        from = to;
      }
    }
  }
  return { steps, start: lattice.start, outgoing, incoming };
}

type Part = Omit<Step, "word" | "from" | "to" | "order">;

/** It opens a sentence, whatever stands before it. */
const QUESTION = "¿";

/** Words that are remembered; a text of more distinct ones is only read again. */
const MOST_KNOWN = 10_000;

const NOTHING_READ: ReadWord = { letters: new Uint16Array(), length: 0, whole: 0 };

/** What a word is made of; whether the first part opens a sentence is for the lattice to say. */
function partsOf({ text, hole }: LatticeWord): readonly Part[] {
  return hole === undefined ? remembered(text) : [{ ...nothingRead(text), isSilent: false, isUnknown: true }];
}

function nothingRead(text: string): Part {
  const place = { opensSentence: false, opensClause: false };
  return { text, hash: 0, read: NOTHING_READ, ...place, isSilent: true, isUnknown: false };
}

const reader = new WordReader("");
const known = new Map<string, readonly Part[]>();

/** The parts of a text by itself. Remembered, for the messages of a workspace say few distinct words. */
function remembered(text: string): readonly Part[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parts: Part[] = [];
  for (reader.open(text); reader.next(); ) {
    const { start, end, hash, opensSentence, opensClause, letters, length, whole } = reader;
    const read = { letters: letters.slice(0, whole), length, whole };
    parts.push({
      text: text.slice(start, end),
      hash,
      isSilent: false,
      isUnknown: false,
      opensSentence,
      opensClause,
      read,
    });
  }
  if (parts.length === 0) parts.push(nothingRead(text));
  if (known.size < MOST_KNOWN) known.set(text, parts);
  return parts;
}

function append(map: Map<number, Step[]>, position: number, step: Step): void {
  const before = map.get(position);
  if (before) before.push(step);
  else map.set(position, [step]);
}
