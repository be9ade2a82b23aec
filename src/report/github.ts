import { counts, type Diagnostic, type Severity } from "../source/index.ts";
import { standingOf } from "../waivers/index.ts";
import { visible } from "./cells.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * For pull requests on GitHub: one workflow command a finding, shown as an annotation on its line.
 *
 * Campaign text is in the hands of whoever opened the pull request, so everything that could end a command or
 * begin another one is escaped as the runner documents it.
 */
export function renderGithub(report: Report): string {
  const places = new Places(report.files);
  return report.findings.map((finding) => `${command(finding, places)}\n`).join("");
}

function command(finding: Diagnostic, places: Places): string {
  const { start, end } = places.of(finding.at);
  const standing = standingOf(finding);
  const properties = [
    `file=${property(finding.at.file)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // The checks API takes columns only for annotations of a single line.
    ...(start.line === end.line
      ? [`col=${start.column}`, `endColumn=${Math.max(start.column, end.column)}`]
      : []),
    `title=${property(`${finding.code} ${finding.rule}${standing === "" ? "" : ` (${standing})`}`)}`,
  ];
  const message = sentencesOf(finding).join("\n");
  // What does not count stays in sight, and never looks as if it blocked.
  const kind = counts(finding) ? COMMAND[finding.severity] : COMMAND.info;
  return `::${kind} ${properties.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/**
 * A property also ends at a colon or a comma. A semicolon stays as it is: only the older `##[…]` commands end a
 * property there, and the runner does not turn `%3B` back in this form, so that a path with one would be lost.
 */
function property(text: string): string {
  return escaped(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
