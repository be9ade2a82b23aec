import { metaOf } from "../rules/index.ts";
import { compareText, type Diagnostic, type Severity, type Span } from "../source/index.ts";

/** Beside `recare.yaml`. */
export const BASELINE_FILE = "recare-baseline.json";

/** Changes when a reader of the format would have to change. */
export const BASELINE_FORMAT = "recare.baseline/1";

/** Findings of one rule at one place, with equal words, that were there when the baseline was written. */
export interface BaselineEntry {
  /** Name of the rule. */
  readonly rule: string;
  /** A finding that has become graver is another one. */
  readonly severity: Severity;
  readonly path: string;
  readonly fingerprint: string;
  /** How many of them. */
  readonly count: number;
}

/** An entry as it stands in the file. */
export interface ReadEntry extends BaselineEntry {
  readonly at: Span;
}

/** Whether a baseline may hold findings of this rule: what needs a signature needs one here too. */
export function canBeBaselined({ rule }: Diagnostic): boolean {
  return metaOf(rule)?.waivable === "anyone";
}

/** The entries of findings that stand, or stood in the baseline before; sorted, so that the file changes only with them. */
export function baselineOf(findings: readonly Diagnostic[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const { rule, severity, path, fingerprint } = finding;
    if (path === undefined || fingerprint === undefined || !canBeBaselined(finding)) continue;
    const key = JSON.stringify([rule, severity, path, fingerprint]);
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { rule, severity, path, fingerprint, count });
  }
  return [...entries.values()].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      compareText(a.rule, b.rule) ||
      compareText(a.fingerprint, b.fingerprint) ||
      compareText(a.severity, b.severity),
  );
}

/** An entry a line, so that a change of the baseline is a change of its lines. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ rule, severity, path, fingerprint, count }) => {
    const entry = { rule, severity, path, fingerprint, ...(count > 1 && { count }) };
    const pairs = Object.entries(entry).map(
      ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `    { ${pairs.join(", ")} }`;
  });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "format": ${JSON.stringify(BASELINE_FORMAT)},\n  "findings": ${list}\n}\n`;
}
