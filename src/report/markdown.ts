import { code, md, mdTable } from "../packet/index.ts";
import { counts, type Diagnostic, type Severity } from "../source/index.ts";
import { standingOf } from "../waivers/index.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";
import { tallyOf, tallySentence } from "./tally.ts";

const SIGNS: Readonly<Record<Severity, string>> = { error: "✖ error", warning: "▲ warning", info: "● note" };

/** A comment on GitHub holds 65,536 characters; one that is longer is refused whole. */
const LONGEST = 60_000;

/**
 * For a comment on a pull request, or the summary of a job: the tally and a table. Rows that do not fit are left out
 * from the end, and counted; text of a campaign makes no markup, no link and no mention.
 */
export function renderMarkdown(report: Report): string {
  const places = new Places(report.files);
  const sentence = tallySentence(tallyOf(report));
  const head = `### Recare: ${md(sentence)}\n`;
  const rows: string[][] = [];
  let length = head.length + 400;
  for (const finding of report.findings) {
    const row = rowOf(finding, places);
    length += row.join(" | ").length + 5;
    if (length > LONGEST) break;
    rows.push(row);
  }
  const left = report.findings.length - rows.length;
  return [
    head,
    ...(rows.length === 0 ? [] : [`${mdTable(["", "Rule", "Finding", "Place"], rows)}\n`]),
    ...(left === 0 ? [] : [`${left} more ${left === 1 ? "finding is" : "findings are"} not shown here.\n`]),
  ].join("\n");
}

function rowOf(finding: Diagnostic, places: Places): string[] {
  const { line, column } = places.of(finding.at).start;
  const standing = standingOf(finding);
  return [
    `${counts(finding) ? SIGNS[finding.severity] : "□"}${standing === "" ? "" : ` ${standing}`}`,
    `${md(finding.code)} ${md(finding.rule)}`,
    sentencesOf(finding).map(md).join("<br>"),
    code(`${finding.at.file}:${line}:${column}`),
  ];
}
