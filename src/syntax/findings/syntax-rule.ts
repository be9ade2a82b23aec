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
      kind: yaml.length > 0 ? "language" : "policy",
      cites:
        yaml.length > 0 ? yaml.map((section) => `YAML 1.2.2, ${section}`) : ["This product's own choice"],
      asOf: "2026-11-23",
      confidence: "checked",
    },
    severity: "error",
    waivable: "never",
  };
}
