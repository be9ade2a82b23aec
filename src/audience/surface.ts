import type { IToken } from "chevrotain";

/**
 * What the author wrote, before fields give it types. A part that could not be read is missing, so that the rest is
 * still checked. Offsets are in the condition's own text.
 */
export type Surface =
  | {
      readonly kind: "group";
      readonly members: readonly (Surface | undefined)[];
      /** The "and" or "or" between members; both in one group is a mistake of its own. */
      readonly connectives: readonly IToken[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "not"; readonly of: Surface | undefined; readonly start: number; readonly end: number }
  | SurfaceClause;

export interface SurfaceClause {
  readonly kind: "clause";
  readonly field: IToken;
  /** Nothing where the field stands alone. */
  readonly question: Question | undefined;
  readonly start: number;
  readonly end: number;
}

export const COMPARISONS = ["more than", "less than", "at least", "at most"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What is asked of a field, as written. */
export type Question =
  | { readonly kind: "value"; readonly negated: boolean; readonly value: IToken }
  | { readonly kind: "list"; readonly negated: boolean; readonly values: readonly IToken[] }
  | { readonly kind: "includes"; readonly negated: boolean; readonly value: IToken }
  | { readonly kind: "known"; readonly negated: boolean }
  | { readonly kind: "compare"; readonly comparison: Comparison; readonly value: IToken }
  | { readonly kind: "between"; readonly low: IToken; readonly high: IToken }
  | { readonly kind: "ago" | "in"; readonly amount: SurfaceAmount }
  | { readonly kind: "day"; readonly relation: "before" | "after" | "on"; readonly value: IToken };

export interface SurfaceAmount {
  readonly comparison: Comparison | undefined;
  readonly count: IToken;
  /** The second number of "1 to 14 days". */
  readonly to: IToken | undefined;
  readonly unit: IToken;
}
