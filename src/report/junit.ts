import { compareText, counts, type Diagnostic } from "../source/index.ts";
import { standingOf } from "../waivers/index.ts";
import { visible } from "./cells.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * For build servers that show tests: a suite for each file that was checked, a case for each finding. Errors fail;
 * what somebody lets stand is skipped, with the reason; warnings and notes pass, with their text. A file without a
 * finding is one case that passes, so that a check of nothing does not look like a success.
 */
export function renderJunit(report: Report): string {
  const places = new Places(report.files);
  const byFile = new Map<string, Diagnostic[]>(report.files.map(({ path }) => [path, []]));
  for (const finding of report.findings) {
    const found = byFile.get(finding.at.file);
    if (found === undefined) byFile.set(finding.at.file, [finding]);
    else found.push(finding);
  }
  const suites = [...byFile]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, findings]) => suite(file, findings, places));
  const all = `tests="${sum(byFile, casesIn)}" failures="${sum(byFile, failuresIn)}" skipped="${sum(byFile, skippedIn)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="recare" ${all}>\n${suites.join("")}</testsuites>\n`;
}

type Count = (findings: readonly Diagnostic[]) => number;

const casesIn: Count = (findings) => Math.max(1, findings.length);
const failuresIn: Count = (findings) => findings.filter(fails).length;
const skippedIn: Count = (findings) => findings.filter((finding) => !counts(finding)).length;

function sum(files: ReadonlyMap<string, readonly Diagnostic[]>, count: Count): number {
  return [...files.values()].reduce((total, findings) => total + count(findings), 0);
}

function fails(finding: Diagnostic): boolean {
  return counts(finding) && finding.severity === "error";
}

function suite(file: string, findings: readonly Diagnostic[], places: Places): string {
  const cases =
    findings.length === 0
      ? [`    <testcase name="no findings" classname="${xml(file)}"/>\n`]
      : findings.map((finding) => testCase(finding, places));
  const tally = `tests="${casesIn(findings)}" failures="${failuresIn(findings)}" skipped="${skippedIn(findings)}"`;
  return `  <testsuite name="${xml(file)}" ${tally}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase(finding: Diagnostic, places: Places): string {
  const { code, rule, at, message, severity } = finding;
  const { line, column } = places.of(at).start;
  const words = xml(sentencesOf(finding).join("\n"));
  const inside = fails(finding)
    ? `<failure type="${severity}" message="${xml(message)}">${words}</failure>`
    : counts(finding)
      ? `<system-out>${severity}: ${words}</system-out>`
      : `<skipped message="${xml(`${standingOf(finding)}: ${sentencesOf(finding).join(" ")}`)}"/>`;
  const name = `${code} ${rule} at ${line}:${column}`;
  return `    <testcase name="${xml(name)}" classname="${xml(at.file)}">${inside}</testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text that stays text. What XML 1.0 cannot hold at all (2.2) is printed as its name, or as the replacement character. */
function xml(text: string): string {
  return text
    .split("\n")
    .map(visible)
    .join("\n")
    .replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
