import { counts, type Diagnostic, type Severity } from "../source/index.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";

const SEVERITY: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/**
 * For reviewdog, which speaks to every forge: its Diagnostic Format as one JSON object. Columns count UTF-8 bytes there.
 */
export function renderRdjson(report: Report): string {
  const places = new Places(report.files);
  const diagnostics = report.findings.map((finding) => ({
    message: sentencesOf(finding).join("\n"),
    location: { path: finding.at.file, range: rangeOf(finding, places) },
    severity: counts(finding) ? SEVERITY[finding.severity] : SEVERITY.info,
    code: { value: finding.code },
  }));
  return `${JSON.stringify({ source: { name: "recare" }, diagnostics }, undefined, 2)}\n`;
}

function rangeOf({ at }: Diagnostic, places: Places): object {
  const { start, end } = places.of(at);
  return { start: inBytes(at.file, start, places), end: inBytes(at.file, end, places) };
}

function inBytes(file: string, { line, column }: { line: number; column: number }, places: Places): object {
  const index = places.lines(file);
  if (index === undefined) return { line, column };
  const { start } = index.lineRange(line);
  return { line, column: utf8Length(index.text.slice(start, start + column - 1)) + 1 };
}

/** Half a character would be written as U+FFFD, which has three bytes. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
