import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanLattice, scanText } from "../../src/lexicon/index.ts";
import { WordReader } from "../../src/lexicon/word-reader.ts";
import type { LatticeWord, WordLattice } from "../../src/template/index.ts";
import { lexiconOf, type PlainTerm, scopedTerms, terms, word } from "./reference.ts";

interface PlainWord {
  readonly text: string;
  readonly opens: boolean;
  readonly hole: boolean;
  /** How many positions the word leads on by. */
  readonly reach: number;
}

const plainWord: fc.Arbitrary<PlainWord> = fc.record({
  text: fc.oneof(
    { weight: 10, arbitrary: word },
    { weight: 1, arbitrary: fc.constant("—") },
    { weight: 2, arbitrary: fc.tuple(word, word).map((pair) => pair.join("-")) },
  ),
  opens: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  hole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  reach: fc.integer({ min: 1, max: 2 }),
});

/** Up to seven positions with up to three words each: at most a few hundred renderings. */
const plainLattice = fc.array(fc.array(plainWord, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 6,
});

function latticeOf(positions: readonly (readonly PlainWord[])[]): WordLattice {
  const outgoing = new Map<number, LatticeWord[]>();
  const reachable = new Set([0]);
  positions.forEach((words, from) => {
    if (!reachable.has(from)) return;
    for (const { reach } of words) reachable.add(Math.min(from + reach, positions.length));
    outgoing.set(
      from,
      words.map(({ text, opens, hole, reach }) => ({
        text,
        opensSentence: opens,
        opensClause: opens,
        at: [],
        from,
        to: Math.min(from + reach, positions.length),
        hole: hole ? "patient.first_name" : undefined,
        marks: [],
        when: "",
      })),
    );
  });
  return { start: 0, outgoing, truncated: false };
}

function renderings(lattice: WordLattice, at = lattice.start): readonly (readonly LatticeWord[])[] {
  const next = lattice.outgoing.get(at) ?? [];
  if (next.length === 0) return [[]];
  return next.flatMap((first) => renderings(lattice, first.to).map((rest) => [first, ...rest]));
}

/** Hits of one rendering as text, by the lattice's words. A value that is not known yet is written as a word of no term. */
function hitsOf(
  rendering: readonly LatticeWord[],
  plain: readonly PlainTerm[],
  name: (word: LatticeWord) => string,
): string[] {
  let text = "";
  const owners: LatticeWord[] = [];
  for (const step of rendering) {
    text += step.opensSentence ? ". " : " ";
    const start = text.length;
    text += step.hole === undefined ? step.text : "xyzzy";
    for (let i = start; i < text.length; i++) owners[i] = step;
  }
  return scanText(text, lexiconOf(plain), "en").map((hit) => {
    const words = new Set<LatticeWord>();
    for (const reader = new WordReader(text); reader.next(); ) {
      const owner = owners[reader.start];
      if (owner && hit.start <= reader.start && reader.end <= hit.end) words.add(owner);
    }
    return `${hit.kind}: ${[...words].map(name).join(" ")}`;
  });
}

describe("scanLattice", () => {
  it("finds exactly what scanText finds in some rendering", () => {
    fc.assert(
      fc.property(terms, plainLattice, (plain, positions) => {
        fc.pre(!positions.some((words) => words.every((it) => it.text === "—")));
        const lattice = latticeOf(positions);
        const all = [...lattice.outgoing.values()].flat();
        const name = (it: LatticeWord): string => `${all.indexOf(it)}/${it.text}`;
        const found = scanLattice(lattice, lexiconOf(plain), "en").map(
          (hit) => `${hit.kind}: ${hit.words.map(name).join(" ")}`,
        );
        const expected = new Set(renderings(lattice).flatMap((rendering) => hitsOf(rendering, plain, name)));
        expect(new Set(found)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves out no hit that some rendering has, where phrases deny and ask", () => {
    fc.assert(
      fc.property(scopedTerms, plainLattice, (plain, positions) => {
        fc.pre(!positions.some((words) => words.every((it) => it.text === "—")));
        const lattice = latticeOf(positions);
        const all = [...lattice.outgoing.values()].flat();
        const name = (it: LatticeWord): string => `${all.indexOf(it)}/${it.text}`;
        const found = new Set(
          scanLattice(lattice, lexiconOf(plain), "en").map(
            (hit) => `${hit.kind}: ${hit.words.map(name).join(" ")}`,
          ),
        );
        const expected = renderings(lattice).flatMap((rendering) => hitsOf(rendering, plain, name));
        for (const hit of expected) expect(found).toContain(hit);
        // Without a branch there is one rendering, and nothing to be careful about.
        if (positions.every((words) => words.length === 1)) expect(found).toEqual(new Set(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it("reports a hit that only some rendering excuses", () => {
    const plain: PlainTerm[] = [
      { words: ["no", "shot"], rank: 0 },
      { words: ["shot"], rank: 14 },
    ];
    const once = (text: string, from: number, to: number): PlainWord & { from: number } => ({
      text,
      opens: false,
      hole: false,
      reach: to - from,
      from,
    });
    const excused = latticeOf([[once("no", 0, 1)], [once("shot", 1, 2)]]);
    const bare = latticeOf([[once("no", 0, 1), once("care", 0, 1)], [once("shot", 1, 2)]]);
    expect(scanLattice(excused, lexiconOf(plain), "en")).toEqual([]);
    expect(scanLattice(bare, lexiconOf(plain), "en").map((hit) => hit.words.map((it) => it.text))).toEqual([
      ["shot"],
    ]);
  });

  it("stays quick where the same word stands in parallel many times", () => {
    const positions = Array.from({ length: 60 }, () =>
      Array.from({ length: 40 }, () => ({ text: "no", opens: false, hole: false, reach: 1 })),
    );
    const plain: PlainTerm[] = [{ words: ["no", "no", "no", "no", "no", "no"], rank: 9 }];
    expect(scanLattice(latticeOf(positions), lexiconOf(plain), "en").length).toBeGreaterThan(0);
  });

  it("stays quick where every word has many alternatives", () => {
    const positions = Array.from({ length: 200 }, () =>
      ["no", "shot", "care", "flu", "biopsy", "cat"].map((text) => ({
        text,
        opens: false,
        hole: false,
        reach: 1,
      })),
    );
    const plain: PlainTerm[] = [
      { words: ["no", "shot", "care", "flu", "biopsy", "no"], rank: 9 },
      { words: ["no", "no", "no", "no", "no", "shot"], rank: 0 },
      { words: ["shot"], rank: 14 },
    ];
    expect(scanLattice(latticeOf(positions), lexiconOf(plain), "en").length).toBeGreaterThan(200);
  });
});
