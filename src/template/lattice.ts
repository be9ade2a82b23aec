import type { Span } from "../source/index.ts";

/** A word that some rendering contains, between two positions of the lattice. */
export interface LatticeWord {
  /** As it is rendered, joined across the borders of branches: "guaran" + "tee" is one word here. */
  readonly text: string;
  /** The text between this word and the one before it contains the end of a sentence. */
  readonly opensSentence: boolean;
  /** It contains the end of a clause: a comma, semicolon, colon, dash or bracket. */
  readonly opensClause: boolean;
  /** Smallest spans in the author's files that this word was made of, in order; usually one. */
  readonly at: readonly Span[];
  readonly from: number;
  readonly to: number;
  /** Field path or name where (part of) the word is a value that is only known for each patient. */
  readonly hole: string | undefined;
  /** The insert that the word stands in, innermost first: `claim:visit_details_by_text`, `phrase:urgent_line`. */
  readonly marks: readonly string[];
  /** Guard in words; empty where every rendering that passes here has the word. */
  readonly when: string;
}

/**
 * Every sequence of words that any rendering contains: a graph without cycles whose paths are the renderings.
 *
 * Its size is bounded by the skeleton's, not by the number of renderings; phrases are searched along it.
 */
export interface WordLattice {
  readonly start: number;
  /** Words by the position that they start from. */
  readonly outgoing: ReadonlyMap<number, readonly LatticeWord[]>;
  /** True where the wording was too branched to follow; rules then report it (fail closed). */
  readonly truncated: boolean;
}
