import type { RuleMeta } from "../source/index.ts";

/** A crash inside the compiler. It never looks like a clean file. */
export const INTERNAL: RuleMeta = {
  code: "Z001",
  name: "internal",
  summary: "The check itself failed",
  why: "A check that crashed has proved nothing. Recare says so and stops, rather than let the campaign pass unchecked.",
  remedy: "Report it with the file that caused it; until it is mended the campaign cannot be built.",
  basis: { kind: "language", cites: ["the campaign language"], asOf: "2026-11-23", confidence: "checked" },
  severity: "error",
  waivable: "never",
  examples: { good: [], bad: [] },
};
