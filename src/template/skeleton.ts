import type { Span } from "../source/index.ts";
import type { LitMap } from "./tree.ts";

/**
 * All renderings of a template at once: a regular expression with holes, in space linear in the template.
 *
 * `lit` is text that is printed as it stands; `hole` a value known only for each patient, with its longest length in
 * UTF-16 units; `alt` one of several (with the guard of each, in words); `rep` a bounded repetition.
 */
export type Skeleton =
  | { readonly kind: "lit"; readonly text: string; readonly at: Span; readonly map?: LitMap }
  | {
      readonly kind: "hole";
      /** Field path, or a name in words for values that are no field ("the caller's name"). */
      readonly name: string;
      /** Longest rendering; Infinity where nothing bounds it. */
      readonly longest: number;
      /** Whether every value is sure to be in the basic GSM-7 alphabet: one septet a character, no extension table. */
      readonly gsm7: boolean;
      readonly at: Span;
      /** The author's own words stand behind this hole, but too branched or cut up to follow: no search may call it clean. */
      readonly hidesWords?: true;
    }
  | { readonly kind: "cat"; readonly parts: readonly Skeleton[] }
  /** `when` is the bare guard ("visit.type is annual-exam"); empty where nothing is asked. */
  | { readonly kind: "alt"; readonly options: readonly { readonly when: string; readonly body: Skeleton }[] }
  | { readonly kind: "rep"; readonly body: Skeleton; readonly most: number }
  /** Marks the words of an insert (a claim, a phrase, an added line), so that rules can tell them from the author's own. */
  | { readonly kind: "mark"; readonly what: string; readonly id: string; readonly body: Skeleton };

/** Worst case over all renderings. */
export interface LengthBound {
  /** Most GSM-7 septets among renderings that are all GSM-7; -1 where there is none. */
  readonly septets: number;
  /** Most UTF-16 units among renderings with a character outside GSM-7; -1 where there is none. */
  readonly ucs2: number;
  /** Most UTF-16 units of any rendering. Infinity where nothing bounds it. */
  readonly longest: number;
}
