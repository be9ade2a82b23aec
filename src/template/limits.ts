/** What one text may be at most, so that every analysis of it ends soon. */
export const LIMITS = {
  /** UTF-16 units of one text or partial. */
  units: 100_000,
  /** Nodes of one text with its partials and inserts. */
  nodes: 5_000,
  /** Blocks inside blocks, brackets inside brackets. */
  depth: 40,
  /** Values, operators and filters of one tag or output. */
  words: 200,
  /** Turns of a loop over a range. */
  turns: 100,
} as const;
