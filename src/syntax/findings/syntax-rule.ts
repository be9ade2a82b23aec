import type { RuleMeta } from "../../source/index.ts";

/** What differs between the rules of this room; all are errors of the language that nobody can waive. */
interface SyntaxRule extends Omit<RuleMeta, "basis" | "severity" | "waivable"> {
  /** Sections of YAML 1.2.2 that explain what YAML does here; none where the rule is this product's own. */
  readonly yaml?: readonly string[];
}

export function syntaxRule({ yaml = [], ...rule }: SyntaxRule): RuleMeta {
  return {
    ...rule,
    basis: {
      kind: "language",
      cites: yaml.map((section) => `YAML 1.2.2, ${section}`),
      asOf: "2026-11-20",
      confidence: "memory",
    },
    severity: "error",
    waivable: "never",
  };
}
