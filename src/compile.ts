import { factsOf, lazy } from "./analysis/index.ts";
import { bind, type Workspace } from "./model/index.ts";
import { type CompiledPlan, lower } from "./plan/index.ts";
import {
  campaignsWithoutError,
  checkPlans,
  checkWorkspace,
  type Judgements,
  looksAtPlan,
  settle,
  withChosenSeverity,
} from "./rules/index.ts";
import type { Diagnostic, Digests, SourceText } from "./source/index.ts";
import { Allowances, assumedBy, type SignedWaiver, type Waiver } from "./waivers/index.ts";
import { loadWorkspace } from "./workspace/index.ts";

export interface CompileInput {
  /** Every text of the workspace: YAML, partials. Paths are relative to the workspace, with forward slashes. */
  readonly files: readonly SourceText[];
  /** SHA-256 (hex) of any other file, by path: the evidence that claims rest on. */
  readonly assets: Digests;
  /** The day of the check, ISO date: decides what has expired. */
  readonly today: string;
  /** `recare-baseline.json`: findings that may stay for now. */
  readonly baseline?: SourceText | undefined;
  /** Signatures on waivers, verified by whoever hands them in. */
  readonly signed?: readonly SignedWaiver[];
}

export interface Compilation {
  /** In reading order, each mistake once. */
  readonly findings: readonly Diagnostic[];
  readonly workspace: Workspace;
  /** Waivers that hold, or would if somebody signed them; also those that nothing was found for. */
  readonly waivers: readonly Waiver[];
  /** One for each campaign without an error, in the order of their ids. */
  readonly plans: readonly CompiledPlan[];
}

/**
 * A folder of campaigns as findings and plans. Pure: the same texts, digests and day give the same bytes.
 *
 * @param judgements what the rules found in campaigns before; changes how long it takes, and nothing else
 *
 * @example
 * const { findings, plans } = compile({ files: [{ path: "recare.yaml", text }], assets: new Map(), today: "2026-11-23" });
 */
export function compile(
  { files, assets, today, baseline, signed = [] }: CompileInput,
  judgements?: Judgements,
): Compilation {
  const parsed = loadWorkspace(files);
  const bound = bind(parsed.value, assets, today);
  const workspace = bound.value;
  const facts = factsOf(workspace);
  const allowed = new Allowances(parsed.value, baseline, { today, signed });
  const marked = (found: readonly Diagnostic[]) => allowed.mark(withChosenSeverity(found, workspace));
  const judged = checkWorkspace(workspace, facts, parsed.diagnostics, judgements);
  const checked = marked([
    ...parsed.diagnostics,
    ...bound.diagnostics,
    ...judged.diagnostics,
    ...allowed.diagnostics,
  ]);
  const lowered = lazy(() =>
    campaignsWithoutError(checked, workspace).map((campaign) =>
      lower(campaign, facts, judged.value(campaign), assumedBy(campaign, workspace, checked)),
    ),
  );
  const all = [...checked, ...marked(checkPlans(lowered, workspace))];
  // Whether a waiver of a rule over plans is needed nobody knows until there is a plan of every campaign.
  const hasJudged = (rule: string) => !looksAtPlan(rule) || lowered().length === workspace.campaigns.length;
  const found = [...all, ...allowed.leftOver(all, workspace, hasJudged)];
  const plans = lazy(() => {
    const sound = new Set(campaignsWithoutError(found, workspace).map(({ id }) => id));
    return lowered().filter(({ campaign }) => sound.has(campaign));
  });
  return {
    findings: settle(found, workspace),
    workspace,
    waivers: allowed.waivers,
    get plans() {
      return plans();
    },
  };
}
