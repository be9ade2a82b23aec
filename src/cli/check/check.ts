import { existsSync } from "node:fs";
import { join } from "node:path";
import { dayOfCheck, Problem } from "../../host/index.ts";
import type { Report } from "../../report/index.ts";
import { atLeast, compareDiagnostics, counts, type Diagnostic, type Severity } from "../../source/index.ts";
import { markNewWaivers } from "../../waivers/index.ts";
import type { TrustFlags } from "../approvals/options.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import { readAll } from "../standard-input.ts";
import { waiversOfBase } from "./base-file.ts";
import type { BaselineChoice } from "./baseline-option.ts";
import { checkedWorkspace, type Shown } from "./compiled.ts";
import { type Output, writeReport } from "./outputs.ts";
import { type Selection, selectionOfFile, selectionsOf } from "./selection.ts";

export interface CheckOptions {
  readonly failOn: Severity;
  readonly quiet: boolean;
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  /** Findings of the base as JSON, whose waivers are not new. */
  readonly base: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  /** Uses nothing of what an earlier check found. */
  readonly anew: boolean;
  /** Where trust is read from, for signed waivers. */
  readonly trust: TrustFlags;
}

/** `recare check`: what is wrong with the campaigns at these paths. */
export async function check(
  paths: readonly string[],
  outputs: readonly Output[],
  options: CheckOptions,
  session: Session,
): Promise<void> {
  const today = dayOfCheck(options.today, session.env, session.now);
  const shown = options.stdin
    ? [await checkedText(options, today, session)]
    : selectionsOf(paths, session.cwd).map((selection) =>
        checkedWorkspace(
          selection,
          { today, baseline: options.baseline, anew: options.anew, flags: options.trust },
          session,
        ),
      );
  const report = withNewWaivers(reportOf(shown), options.base, session);
  session.end(verdict(report.findings, options.failOn));
  const told = options.quiet
    ? { ...report, findings: report.findings.filter((finding) => fails(finding, options.failOn)) }
    : report;
  writeReport(told, outputs, options.quiet, session);
  if (options.quiet || options.stdin) return;
  for (const selection of selectionsOf(paths, session.cwd)) await tellLastResults(selection, session);
}

/** Tells the last results of each campaign beside its goal, where there are any. They are notes, and change no finding. */
async function tellLastResults(selection: Selection, session: Session): Promise<void> {
  if (!existsSync(join(selection.root, "results"))) return;
  const { tellResults } = await import("../evidence/tell-results.ts");
  tellResults(selection, session);
}

/** The findings of all workspaces, in one order. */
function reportOf(shown: readonly Shown[]): Report {
  return {
    findings: shown.flatMap(({ findings }) => findings).sort(compareDiagnostics),
    files: shown.flatMap(({ files }) => files),
  };
}

/** Nothing is new where there is no base to compare with. */
function withNewWaivers(report: Report, base: string | undefined, { cwd }: Session): Report {
  if (base === undefined) return report;
  return { ...report, findings: markNewWaivers(report.findings, waiversOfBase(base, cwd)) };
}

/** The exit code that findings deserve; a rule that crashed is a defect of ours, whatever else was found. */
export function verdict(findings: readonly Diagnostic[], failOn: Severity): ExitCode {
  if (findings.some(({ code }) => code.startsWith("Z"))) return EXIT.internal;
  return findings.some((finding) => fails(finding, failOn)) ? EXIT.findings : EXIT.clean;
}

function fails(finding: Diagnostic, failOn: Severity): boolean {
  return counts(finding) && atLeast(finding.severity, failOn);
}

/** One file as an editor holds it, checked in the place of what the disk has. */
async function checkedText(
  { stdinFilename: path, anew, baseline, trust }: CheckOptions,
  today: string,
  session: Session,
): Promise<Shown> {
  if (path === undefined) {
    throw new Problem(
      "--stdin needs the name of the file that the text stands for.",
      "Add it: recare check --stdin --stdin-filename campaigns/welcome-back.yaml",
    );
  }
  const selection = selectionOfFile(path, session.cwd);
  const text = await readAll(session.stdin);
  const [file = ""] = selection.within;
  const replaced = { path: file, text };
  return checkedWorkspace(selection, { today, baseline, anew, replaced, flags: trust }, session);
}
