import { dayOfCheck, Problem, writeFile } from "../../host/index.ts";
import { counts, type Diagnostic } from "../../source/index.ts";
import { type BaselineEntry, baselineOf, canBeBaselined, writeBaseline } from "../../waivers/index.ts";
import { baselineAt } from "../check/baseline-file.ts";
import { compiledWorkspace } from "../check/compiled.ts";
import { onlyWorkspace } from "../check/selection.ts";
import type { Session } from "../session.ts";

export interface BaselineOptions {
  readonly file: string | undefined;
  /** Takes out what is gone, and adds nothing. */
  readonly prune: boolean;
  readonly today: string | undefined;
}

/**
 * `recare baseline`: writes what is found now, or takes out of the baseline what is gone.
 *
 * @throws Problem where something cannot be read, since what is not seen would be taken for mended.
 */
export function baseline(
  path: string | undefined,
  { file, prune, today }: BaselineOptions,
  session: Session,
): void {
  const selection = onlyWorkspace(path === undefined ? [] : [path], session.cwd);
  const day = dayOfCheck(today, session.env, session.now);
  const { full, shown, source } = baselineAt(selection, file, session.cwd);
  if (prune && source === undefined) {
    throw new Problem(`There is no ${shown} to prune.`, "Write one with: recare baseline");
  }
  const { findings } = compiledWorkspace(
    selection,
    { today: day, baseline: source === undefined ? false : file },
    session,
  ).compilation;
  refuseUnread(findings);
  const kept = findings.filter((finding) => finding.baselined === true || (!prune && counts(finding)));
  const entries = baselineOf(kept);
  if (source === undefined && entries.length === 0) {
    session.print("Nothing is found that a baseline could hold.\n");
  } else {
    const text = writeBaseline(entries);
    if (text !== source?.text) writeFile(full, text, shown);
    session.print(`${shown} holds ${inWords(entries)}.\n`);
  }
  const others = findings.filter((finding) => isOfAnotherKind(finding)).length;
  if (others > 0) {
    const who = others === 1 ? "1 more finding stays" : `${others} more findings stay`;
    session.note(`note: ${who} to be mended, since not everybody may waive that; recare check shows it\n`);
  }
}

/** Counts, and cannot be in a baseline; what is wrong with the baseline that was there is mended by writing it. */
function isOfAnotherKind(finding: Diagnostic): boolean {
  return counts(finding) && !canBeBaselined(finding) && !finding.rule.startsWith("baseline-");
}

function refuseUnread(findings: readonly Diagnostic[]): void {
  const unread = findings.find(({ code, severity }) => severity === "error" && /^[SMZ]/.test(code));
  if (unread === undefined) return;
  throw new Problem(
    `${unread.at.file} holds something that cannot be read (${unread.code} ${unread.rule}), so that nobody knows what is found there.`,
    "Mend what recare check shows first.",
  );
}

function inWords(entries: readonly BaselineEntry[]): string {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  const rules = new Set(entries.map(({ rule }) => rule)).size;
  if (count === 0) return "no finding";
  return `${count} ${count === 1 ? "finding" : "findings"} of ${rules} ${rules === 1 ? "rule" : "rules"}`;
}
