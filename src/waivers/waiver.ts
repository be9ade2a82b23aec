import type { FindingWaiver, RuleMeta, Span } from "../source/index.ts";

/** A waiver that could be read, whose rule allows it, that has not expired and covers a part of a file. */
export interface Waiver extends FindingWaiver {
  readonly rule: RuleMeta;
  /** The key with its value, or the item of a list, that it covers. */
  readonly covers: Span;
}

/**
 * A signature on a waiver, as whoever verified it hands it in: that somebody of a role said `waived:<rule>` of what
 * stands at a place. The digest is over the comment and the words that it covers, so that a word changed after the
 * signature is not signed.
 */
export interface SignedWaiver {
  /** Name of the rule. */
  readonly rule: string;
  /** Structural path of what the comment covers. */
  readonly place: string;
  readonly role: string;
  readonly digest: string;
}
