import { AUDIENCE_FINDINGS } from "../audience/index.ts";
import { type Campaign, MODEL_FINDINGS, type Workspace } from "../model/index.ts";
import { compareDiagnostics, counts, type Diagnostic, type RuleMeta } from "../source/index.ts";
import { SYNTAX_FINDINGS } from "../syntax/index.ts";
import { TEMPLATE_FINDINGS } from "../template/index.ts";
import { WORKSPACE_FINDINGS } from "../workspace/index.ts";
import { NEW_SCOPE_FRESH_REVIEW } from "./approval-findings.ts";
import { BASELINE_FINDINGS } from "./baseline-findings.ts";
import { INTERNAL } from "./internal.ts";
import { RULES } from "./registry.ts";
import { checkSettings, SETTING_FINDINGS, severityChosen } from "./settings.ts";
import { WAIVER_FINDINGS } from "./waiver-findings.ts";

/** Everything that Recare can say about a workspace, in the order of codes. */
export const ALL_RULES: readonly RuleMeta[] = [
  ...SYNTAX_FINDINGS,
  ...WORKSPACE_FINDINGS,
  ...AUDIENCE_FINDINGS,
  ...TEMPLATE_FINDINGS,
  ...MODEL_FINDINGS,
  ...RULES.map(({ meta }) => meta),
  ...SETTING_FINDINGS,
  ...WAIVER_FINDINGS,
  ...BASELINE_FINDINGS,
  NEW_SCOPE_FRESH_REVIEW,
  INTERNAL,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * Findings in reading order, each mistake once, with the severities that the organisation chose.
 *
 * A severity may always be raised; it is lowered, or switched off, only for a rule that anyone may waive.
 */
export function settle(found: readonly Diagnostic[], workspace: Workspace): readonly Diagnostic[] {
  const settled = new Map<string, Diagnostic>();
  for (const finding of withChosenSeverity(found, workspace)) {
    const key = `${finding.code}\n${finding.at.file}\n${finding.at.start}\n${finding.at.end}\n${finding.message}`;
    if (!settled.has(key)) settled.set(key, finding);
  }
  const all = [...settled.values()];
  const unread = all.filter(({ code, severity }) => severity === "error" && READING.test(code));
  return all.filter((finding) => !followsFrom(finding, unread)).sort(compareDiagnostics);
}

/** Families that say what cannot be read or named; all others judge what was read. */
const READING = /^[SM]/;

/** What a stretch means is judged once it can be read: until then the mistake in it is one finding. */
function followsFrom({ code, at }: Diagnostic, unread: readonly Diagnostic[]): boolean {
  if (READING.test(code)) return false;
  return unread.some(
    ({ at: by }) => by.file === at.file && by.start <= at.start && at.end <= by.end && by.start < by.end,
  );
}

/** The findings with the severities that the organisation chose, without those that it switched off. */
export function withChosenSeverity(
  found: readonly Diagnostic[],
  { organization }: Workspace,
): readonly Diagnostic[] {
  return found.flatMap((finding) => {
    const meta = metaOf(finding.rule);
    const wanted = organization.rules.get(finding.rule)?.severity;
    const severity = meta ? severityChosen(meta, finding.severity, wanted) : finding.severity;
    if (severity === "off") return [];
    return [severity === finding.severity ? finding : { ...finding, severity }];
  });
}

/** Settings of rules that change nothing. */
export function checkRuleSettings(workspace: Workspace): readonly Diagnostic[] {
  return checkSettings(workspace, new Map(ALL_RULES.map((meta) => [meta.name, meta])));
}

/** The rule with this name or code. */
export function metaOf(nameOrCode: string): RuleMeta | undefined {
  return byName.get(nameOrCode);
}

const byName: ReadonlyMap<string, RuleMeta> = new Map(
  ALL_RULES.flatMap((meta) => [
    [meta.name, meta],
    [meta.code, meta],
  ]),
);

/**
 * Campaigns that may be lowered: no error that counts in their own file, none about them, and none in what all share.
 *
 * An error in a shared file holds back every campaign: nobody has shown which of them it leaves untouched.
 */
export function campaignsWithoutError(
  found: readonly Diagnostic[],
  workspace: Workspace,
): readonly Campaign[] {
  // Before equal findings are told once: words that two campaigns share hold back both.
  const errors = withChosenSeverity(found, workspace).filter(
    (finding) => finding.severity === "error" && counts(finding),
  );
  const files = new Set(workspace.campaigns.map(({ file }) => file));
  if (errors.some(({ at, campaign }) => campaign === undefined && !files.has(at.file))) return [];
  return workspace.campaigns.filter(
    ({ id, file }) => !errors.some((error) => error.campaign === id || error.at.file === file),
  );
}
