import type { Basis, RuleMeta } from "../../source/index.ts";

const LANGUAGE: Basis = {
  kind: "language",
  cites: ["the campaign language"],
  asOf: "2026-11-23",
  confidence: "checked",
};

/** A finding about the form of a file: always an error, and never waived, since nothing can be concluded from it. */
export function finding(meta: Omit<RuleMeta, "basis" | "severity" | "waivable">): RuleMeta {
  return { ...meta, basis: LANGUAGE, severity: "error", waivable: "never" };
}
