import { counts, type Severity } from "../source/index.ts";
import { allowedInWords, allowedTally } from "../waivers/index.ts";
import type { Report } from "./report.ts";

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings of any severity that a waiver lets stand; none of them is counted above. */
  readonly waived: number;
  /** Findings of any severity that the baseline knows; none of them is counted above. */
  readonly baselined: number;
  /** Texts that were checked. */
  readonly files: number;
}

export function tallyOf(report: Report): Tally {
  const standing = report.findings.filter(counts);
  const count = (severity: Severity) => standing.filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    ...allowedTally(report.findings),
    files: report.files.length,
  };
}

/** "2 errors, 1 warning in 14 files"; "no findings in 1 file"; "no findings, 2 waived, 30 known to the baseline in 9 files". */
export function tallySentence(tally: Tally): string {
  const found = [
    counted(tally.errors, "error"),
    counted(tally.warnings, "warning"),
    counted(tally.infos, "note"),
  ].filter((words) => words !== undefined);
  const files = counted(tally.files, "file") ?? "0 files";
  return `${[...(found.length === 0 ? ["no findings"] : found), ...allowedInWords(tally)].join(", ")} in ${files}`;
}

function counted(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
