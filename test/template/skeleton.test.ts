import fc from "fast-check";
import { expect, it } from "vitest";
import { septetsOf } from "../../src/template/gsm7.ts";
import {
  lengthOf,
  print,
  render,
  type Skeleton,
  skeleton,
  type WordLattice,
  wordLattice,
} from "../../src/template/index.ts";
import { chainText } from "./chains.ts";
import { fieldText } from "./texts.ts";
import { DOMAINS, describeDomain, factsOf, linked, runs } from "./world.ts";

/** Every field is there: a step that prints a missing one is skipped. */
const present = fc.record(
  Object.fromEntries(
    Object.entries(DOMAINS).map(([path, values]) => [
      path,
      fc.constantFrom(...values.filter((v) => v !== undefined && v !== "")),
    ]),
  ),
);

const at = { file: "out", start: 0, end: 0 };

/** The words of a finished text: the lattice of a text without branches is one line. */
function wordsOf(text: string): readonly string[] {
  const line = wordLattice({ kind: "lit", text, at });
  const words: string[] = [];
  for (let position = line.start; ; ) {
    const [word] = line.outgoing.get(position) ?? [];
    if (!word) return words;
    words.push(word.text);
    position = word.to;
  }
}

/** Whether some path begins with these words; what a hole prints may be any letters, or none. */
function accepts({ start, outgoing }: WordLattice, words: readonly string[]): boolean {
  let here = new Set([start]);
  const spread = () => {
    for (const position of here)
      for (const word of outgoing.get(position) ?? []) if (/^(⟦[^⟧]*⟧)+$/.test(word.text)) here.add(word.to);
  };
  spread();
  for (const word of words) {
    const next = new Set<number>();
    for (const position of here) {
      for (const edge of outgoing.get(position) ?? []) {
        const pattern = edge.text.split(/⟦[^⟧]*⟧/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
        if (new RegExp(`^${pattern.join("[^ ]*")}$`, "u").test(word)) next.add(edge.to);
      }
    }
    here = next;
    spread();
  }
  return here.size > 0;
}

function hidesWords(node: Skeleton): boolean {
  return JSON.stringify(node, (key, value) => (key === "at" || key === "map" ? undefined : value)).includes(
    "hidesWords",
  );
}

/** What once slipped through. */
const FOUND: [string, typeof present extends fc.Arbitrary<infer Chosen> ? Chosen : never][] = [
  [
    "{% assign v = p.name | upcase %}{% if p.name %}{{ v }}{% endif %}{% for i in v offset: 1 %}a{% else %}a{% endfor %}",
    { "p.name": "Al", "p.dx": "dm", "p.age": 30, "p.ok": "yes", q: "x", l: [] },
  ],
  [
    "{{ p.name | size | first }}’s a",
    { "p.name": "Al", "p.dx": "dm", "p.age": 30, "p.ok": "yes", q: "x", l: [] },
  ],
];

it("bounds every rendering, and its words are a path of the lattice", () => {
  let followed = 0;
  fc.assert(
    fc.property(fc.oneof(fieldText, chainText), present, (text, chosen) => {
      const tree = linked(text);
      const facts = factsOf(chosen);
      const rendered = render(print(tree), { ...facts, say: facts });
      // The world's list holds records, which no roster does: a field is a text, or a list of texts.
      fc.pre(!rendered.includes("[object Object]"));
      const whole = skeleton(tree, describeDomain);
      const { longest, septets, ucs2 } = lengthOf(whole);
      expect(rendered.length).toBeLessThanOrEqual(longest);
      const taken = septetsOf(rendered);
      if (taken === undefined) expect(rendered.length).toBeLessThanOrEqual(ucs2);
      else expect(taken).toBeLessThanOrEqual(septets);
      const lattice = wordLattice(whole);
      if (hidesWords(whole)) expect(lattice.truncated).toBe(true);
      if (lattice.truncated) return;
      followed++;
      if (!accepts(lattice, wordsOf(rendered)))
        throw new Error(`no path for ${JSON.stringify(wordsOf(rendered))}`);
    }),
    { numRuns: runs(2_000), examples: FOUND },
  );
  expect(followed).toBeGreaterThan(runs(500));
});
