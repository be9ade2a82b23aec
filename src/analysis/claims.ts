import { apart, type Hit, likenesses, type WordEdit } from "../lexicon/index.ts";
import type { Claim, Language, Library, Sourced } from "../model/index.ts";
import type { Span } from "../source/index.ts";
import { cover } from "../source/index.ts";
import { type InsertNode, type LatticeWord, type WordLattice, wordLattice } from "../template/index.ts";

/** A registered claim that some rendering of an outlet states. */
export interface ClaimUse {
  readonly claim: Claim;
  readonly at: Span;
  /** The words where the author typed them out; nothing where `{{ claim.<id> }}` prints them. */
  readonly typed: readonly LatticeWord[] | undefined;
}

/** Words of some rendering that are nearly those of a registered claim, and are none of it. */
export interface NearClaim {
  readonly claim: Claim;
  /** The approved text, or the variation, that comes closest. */
  readonly approved: Sourced<string>;
  readonly words: readonly LatticeWord[];
  readonly edits: readonly WordEdit[];
  readonly at: Span;
}

/** What an outlet says of the register, besides what it prints by name. */
export interface StatedClaims {
  readonly typed: readonly ClaimUse[];
  readonly near: readonly NearClaim[];
}

/** Claims that an outlet types out, word for word or nearly. */
export function statedClaims(lattice: WordLattice, library: Library, language: Language): StatedClaims {
  const all = wordingsOf(library, language).flatMap(({ claim, approved, words }) =>
    likenesses(lattice, words, isPrintedByName).map((likeness) => ({
      ...likeness,
      claim,
      approved,
      at: spanOf(likeness.words, claim.at),
    })),
  );
  const found = apart(all);
  return {
    typed: found
      .filter(({ differences }) => differences === 0)
      .map(({ claim, at, words }) => ({ claim, at, typed: words })),
    near: found.filter(({ differences }) => differences > 0),
  };
}

/** Claims that an outlet prints by name. */
export function printedClaims(inserts: readonly InsertNode[], library: Library): readonly ClaimUse[] {
  return inserts.flatMap(({ what, id, at }) => {
    const claim = what === "claim" ? library.claims.get(id) : undefined;
    return claim ? [{ claim, at, typed: undefined }] : [];
  });
}

function isPrintedByName(word: LatticeWord): boolean {
  return word.marks.some((mark) => mark.startsWith("claim:"));
}

/** Whether a hit stands wholly within words that are printed by a claim's name. */
export function isWithinClaim(hit: Hit): boolean {
  return hit.words.every(isPrintedByName);
}

interface Wording {
  readonly claim: Claim;
  readonly approved: Sourced<string>;
  readonly words: readonly string[];
}

const known = new WeakMap<Library, Map<Language, readonly Wording[]>>();

/** Every approved wording of the register in a language, cut into words as a lattice cuts them. */
function wordingsOf(library: Library, language: Language): readonly Wording[] {
  const byLanguage = known.get(library) ?? new Map<Language, readonly Wording[]>();
  known.set(library, byLanguage);
  let wordings = byLanguage.get(language);
  if (wordings === undefined) {
    wordings = [...library.claims.values()].flatMap((claim) => {
      const text = claim.text.get(language);
      const approved = [...(text ? [text] : []), ...(claim.variations.get(language) ?? [])];
      return approved.map((wording) => ({ claim, approved: wording, words: wordsIn(wording) }));
    });
    byLanguage.set(language, wordings);
  }
  return wordings;
}

function wordsIn({ value, at }: Sourced<string>): readonly string[] {
  const { outgoing } = wordLattice({ kind: "lit", text: value, at });
  return [...outgoing.keys()]
    .sort((x, y) => x - y)
    .flatMap((from) => (outgoing.get(from) ?? []).map(({ text }) => text));
}

/** The stretch of the words that stand in one file. */
function spanOf(words: readonly LatticeWord[], fallback: Span): Span {
  const spans = words.flatMap(({ at }) => [...at]);
  const [first] = spans;
  return first === undefined
    ? fallback
    : spans.filter(({ file }) => file === first.file).reduce(cover, first);
}
