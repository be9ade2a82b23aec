import type { Workspace } from "../model/index.ts";
import { type Diagnostic, diagnose, didYouMean, type RuleMeta, type Severity } from "../source/index.ts";

const LANGUAGE: RuleMeta["basis"] = {
  kind: "language",
  cites: ["the campaign language, “recare.yaml”"],
  asOf: "2026-11-23",
  confidence: "checked",
};

export const UNKNOWN_RULE: RuleMeta = {
  code: "M009",
  name: "unknown-rule",
  summary: "A setting for a rule that does not exist",
  why: "A setting for a misspelt rule changes nothing, while everybody believes that it does.",
  remedy: "Write the name of a rule as `recare explain` lists it, or delete the setting.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "A rule raised to an error",
        edit: "recare.yaml:\n   reading-grade:\n     at_most: 6\n+    severity: error",
      },
    ],
    bad: [
      {
        title: "A misspelt name",
        edit: "recare.yaml:\n-  reading-grade:\n+  reading-grades:\n     at_most: 6",
        marks: ["reading-grades"],
      },
    ],
  },
};

export const SETTING_WITHOUT_EFFECT: RuleMeta = {
  code: "M010",
  name: "rule-setting-without-effect",
  summary: "A setting that this rule does not take",
  why: "Some rules protect patients and cannot be lowered by a setting, and few have a limit. A setting that is ignored in silence looks like one that works.",
  remedy: "Delete the setting; a single place can be waived where the rule allows it.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "A rule that anyone may lower",
        edit: "recare.yaml:\n   reading-grade:\n     at_most: 6\n+    severity: info",
      },
    ],
    bad: [
      {
        title: "A rule that protects patients, switched off",
        edit: "recare.yaml:\n   reading-grade:\n     at_most: 6\n+  quiet-hours:\n+    severity: off",
        marks: ["quiet-hours"],
      },
      {
        title: "A limit for a rule without one",
        edit: "recare.yaml:\n   reading-grade:\n     at_most: 6\n+  blame:\n+    at_most: 2",
        marks: ["blame"],
      },
    ],
  },
};

/** What may be wrong with the settings of rules. */
export const SETTING_FINDINGS: readonly RuleMeta[] = [UNKNOWN_RULE, SETTING_WITHOUT_EFFECT];

/** Rules that have a limit of their own. */
const WITH_LIMIT: readonly string[] = ["reading-grade"];

const RANK: Record<Severity | "off", number> = { error: 3, warning: 2, info: 1, off: 0 };

/** The severity that an organisation chose: always where it raises, and where it lowers only for a rule that anyone may waive. */
export function severityChosen(
  meta: RuleMeta,
  own: Severity,
  wanted: Severity | "off" | undefined,
): Severity | "off" {
  if (wanted === undefined) return own;
  return RANK[wanted] >= RANK[own] || meta.waivable === "anyone" ? wanted : own;
}

/** Settings under `rules` that change nothing, since no rule has the name or the rule does not allow them. */
export function checkSettings(
  { organization }: Workspace,
  known: ReadonlyMap<string, RuleMeta>,
): readonly Diagnostic[] {
  return [...organization.rules].flatMap(([name, { severity, atMost, at }]) => {
    const meta = known.get(name);
    if (meta === undefined) {
      const names = [...known.values()].map((rule) => rule.name);
      return [
        diagnose(UNKNOWN_RULE, { at, message: `no rule is called "${name}"${didYouMean(name, names)}` }),
      ];
    }
    const without: string[] = [];
    if (severityChosen(meta, meta.severity, severity) !== (severity ?? meta.severity)) {
      without.push(`the rule ${meta.name} cannot be lowered to ${severity}`);
    }
    if (atMost !== undefined && !WITH_LIMIT.includes(meta.name)) {
      without.push(`the rule ${meta.name} has no limit to set`);
    }
    return without.map((message) => diagnose(SETTING_WITHOUT_EFFECT, { at, message }));
  });
}
