import { ALL_RULES, BASELINE_REFUSED, BASELINE_UNREADABLE, metaOf } from "../rules/index.ts";
import {
  type Diagnostic,
  diagnose,
  didYouMean,
  type Outcome,
  type Severity,
  type SourceText,
  type Span,
} from "../source/index.ts";
import { entryOf, parseYaml, type YamlNode, type YamlScalar } from "../syntax/index.ts";
import { BASELINE_FORMAT, type ReadEntry, writeBaseline } from "./baseline.ts";

/**
 * Reads a baseline with the place of each entry. One that stands as `recare baseline` writes it is read line by line,
 * however long it is; any other as the YAML that JSON is, so that no key stands twice and no line is lost.
 *
 * @example readBaseline({ path: "recare-baseline.json", text }).value.map(({ rule }) => rule) // ["blame"]
 */
export function readBaseline(source: SourceText): Outcome<readonly ReadEntry[]> {
  const written = asWritten(source);
  if (written === undefined) return readAsYaml(source);
  const diagnostics: Diagnostic[] = [];
  return { value: written.filter((entry) => isAllowed(entry, diagnostics)), diagnostics };
}

/** The entries of a file that is, byte for byte, what would be written of them; nothing for any other. */
function asWritten({ path, text }: SourceText): readonly ReadEntry[] | undefined {
  const lines = text.split("\n");
  const entries: ReadEntry[] = [];
  let start = 0;
  for (const line of lines) {
    if (line.startsWith(INDENT)) {
      const item = line.slice(INDENT.length).replace(/,$/, "");
      const at = { file: path, start: start + INDENT.length, end: start + INDENT.length + item.length };
      const entry = entryIn(item, at);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    start += line.length + 1;
  }
  return writeBaseline(entries) === text ? entries : undefined;
}

const INDENT = "    ";

function entryIn(item: string, at: Span): ReadEntry | undefined {
  let read: unknown;
  try {
    read = JSON.parse(item);
  } catch {
    return undefined;
  }
  if (typeof read !== "object" || read === null) return undefined;
  const { rule, severity, path, fingerprint, count = 1 } = Object.fromEntries(Object.entries(read));
  const known = SEVERITIES.find((one) => one === severity);
  const isNamed = typeof rule === "string" && typeof path === "string" && typeof fingerprint === "string";
  if (!isNamed || known === undefined || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { rule, severity: known, path, fingerprint, count, at };
}

/** Whether a baseline may hold this entry; why not is reported. */
function isAllowed(entry: ReadEntry, diagnostics: Diagnostic[]): boolean {
  const meta = metaOf(entry.rule);
  if (meta === undefined) {
    const names = ALL_RULES.map(({ name }) => name);
    const message = `no rule is called "${entry.rule}"${didYouMean(entry.rule, names)}`;
    diagnostics.push(diagnose(BASELINE_UNREADABLE, { at: entry.at, message }));
    return false;
  }
  if (meta.waivable === "anyone") return true;
  const who = meta.waivable === "never" ? "nobody can waive" : `only ${meta.waivable} can waive`;
  const message = `${who} ${meta.code} ${meta.name}, so that no baseline can hold it`;
  diagnostics.push(diagnose(BASELINE_REFUSED, { at: entry.at, message }));
  return false;
}

function readAsYaml(source: SourceText): Outcome<readonly ReadEntry[]> {
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
    if (isAllowed(entry, diagnostics)) value.push(entry);
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
