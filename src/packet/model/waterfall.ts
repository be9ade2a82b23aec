/**
 * How many of a roster of made-up people are left after each condition. It shows what a condition does, in which order,
 * and to whom a change opens or closes the door. It says nothing about how many real patients there are.
 */
export interface Waterfall {
  /** Made-up people in all. */
  readonly people: number;
  /** In the order of the conditions; each counts those whom all before it have left. */
  readonly rows: readonly WaterfallRow[];
  /** Who is written to in the end; `before` is null without a base. */
  readonly reached: { readonly before: number | null; readonly now: number };
  /** Made-up people whom the change lets in, and whom it leaves out; null without a base. */
  readonly moved: { readonly join: number; readonly leave: number } | null;
}

export interface WaterfallRow {
  readonly condition: string;
  /** `keeps` those for whom it holds, or `leaves out` those for whom it may hold. */
  readonly does: "keeps" | "leaves out";
  /** People left after it; null on the side that does not have it. */
  readonly before: number | null;
  readonly now: number | null;
}
