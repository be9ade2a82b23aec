import { ALL_RULES, BASELINE_REFUSED, BASELINE_UNREADABLE, metaOf } from "../rules/index.ts";
import {
  compareText,
  type Diagnostic,
  diagnose,
  didYouMean,
  type Outcome,
  type Severity,
  type SourceText,
  type Span,
} from "../source/index.ts";
import { entryOf, parseYaml, type YamlNode, type YamlScalar } from "../syntax/index.ts";

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

/** Reads a baseline with the place of each entry. JSON is read as the YAML that it is: no key stands twice, no line is lost. */
export function readBaseline(source: SourceText): Outcome<readonly ReadEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (at: Span, message: string) =>
    diagnostics.push(diagnose(BASELINE_UNREADABLE, { at, message }));
  const top: Span = { file: source.path, start: 0, end: Math.min(1, source.text.length) };
  const { value: file, diagnostics: unread } = parseYaml(source);
  const [first] = unread;
  if (first !== undefined) refuse(first.at, `this baseline is no JSON: ${first.message}`);
  const format = textUnder(file.root, "format");
  const list = entryOf(file.root, "findings")?.value;
  if (first === undefined && (format?.text !== BASELINE_FORMAT || list?.kind !== "seq")) {
    refuse(format?.span ?? top, `this baseline is not of the format ${BASELINE_FORMAT}`);
  }
  if (diagnostics.length > 0 || list?.kind !== "seq") return { value: [], diagnostics };
  const value: ReadEntry[] = [];
  for (const item of list.items) {
    const entry = readEntry(item);
    if (entry === undefined) {
      refuse(item.span, "this entry lacks its rule, severity, path, fingerprint or count");
      continue;
    }
    const meta = metaOf(entry.rule);
    if (meta === undefined) {
      const names = ALL_RULES.map(({ name }) => name);
      refuse(entry.at, `no rule is called "${entry.rule}"${didYouMean(entry.rule, names)}`);
    } else if (meta.waivable !== "anyone") {
      const who = meta.waivable === "never" ? "nobody can waive" : `only ${meta.waivable} can waive`;
      const message = `${who} ${meta.code} ${meta.name}, so that no baseline can hold it`;
      diagnostics.push(diagnose(BASELINE_REFUSED, { at: entry.at, message }));
    } else value.push(entry);
  }
  return { value, diagnostics };
}

function readEntry(item: YamlNode): ReadEntry | undefined {
  const rule = textUnder(item, "rule")?.text;
  const severity = SEVERITIES.find((known) => known === textUnder(item, "severity")?.text);
  const path = textUnder(item, "path")?.text;
  const fingerprint = textUnder(item, "fingerprint")?.text;
  const count = Number(textUnder(item, "count")?.text ?? 1);
  if (rule === undefined || severity === undefined || path === undefined || fingerprint === undefined) {
    return undefined;
  }
  if (!Number.isSafeInteger(count) || count < 1) return undefined;
  return { rule, severity, path, fingerprint, count, at: item.span };
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

function textUnder(node: YamlNode | undefined, key: string): YamlScalar | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === "scalar" ? value : undefined;
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
