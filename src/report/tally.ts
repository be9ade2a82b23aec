import type { Diagnostic, Severity } from "../source/index.ts";
import type { Report } from "./report.ts";

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Texts that were checked. */
  readonly files: number;
}

export function tallyOf(report: Report): Tally {
  const count = (severity: Severity) =>
    report.findings.reduce((sum, finding: Diagnostic) => sum + (finding.severity === severity ? 1 : 0), 0);
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    files: report.files.length,
  };
}

/** "2 errors, 1 warning in 14 files"; "no findings in 1 file". */
export function tallySentence(tally: Tally): string {
  const found = [
    counted(tally.errors, "error"),
    counted(tally.warnings, "warning"),
    counted(tally.infos, "note"),
  ].filter((words) => words !== undefined);
  const files = counted(tally.files, "file") ?? "0 files";
  return `${found.length === 0 ? "no findings" : found.join(", ")} in ${files}`;
}

function counted(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
