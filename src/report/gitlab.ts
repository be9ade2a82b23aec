import { counts, type Diagnostic, type Severity } from "../source/index.ts";
import { standingOf } from "../waivers/index.ts";
import { uniqueFingerprints } from "./ordinals.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";

const SEVERITY: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** For merge requests on GitLab: a Code Quality report. What somebody lets stand is there for information. */
export function renderGitlab(report: Report): string {
  const places = new Places(report.files);
  const fingerprints = uniqueFingerprints(report.findings);
  const issues = report.findings.map((finding, i) => {
    const { start, end } = places.of(finding.at);
    return {
      description: descriptionOf(finding),
      check_name: `${finding.code} ${finding.rule}`,
      fingerprint: fingerprints[i],
      severity: counts(finding) ? SEVERITY[finding.severity] : SEVERITY.info,
      location: { path: finding.at.file, lines: { begin: start.line, end: end.line } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

function descriptionOf(finding: Diagnostic): string {
  const standing = standingOf(finding);
  const words = sentencesOf(finding).join(" ");
  return standing === "" ? words : `(${standing}) ${words}`;
}
