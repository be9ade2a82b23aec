import { factsOf, lazy } from "./analysis/index.ts";
import { bind, type Workspace } from "./model/index.ts";
import { type CompiledPlan, lower } from "./plan/index.ts";
import { campaignsWithoutError, checkPlans, checkWorkspace, type Judgements, settle } from "./rules/index.ts";
import type { Diagnostic, Digests, SourceText } from "./source/index.ts";
import { loadWorkspace } from "./workspace/index.ts";

export interface CompileInput {
  /** Every text of the workspace: YAML, partials. Paths are relative to the workspace, with forward slashes. */
  readonly files: readonly SourceText[];
  /** SHA-256 (hex) of any other file, by path: the evidence that claims rest on. */
  readonly assets: Digests;
  /** The day of the check, ISO date: decides what has expired. */
  readonly today: string;
}

export interface Compilation {
  /** In reading order, each mistake once. */
  readonly findings: readonly Diagnostic[];
  readonly workspace: Workspace;
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
export function compile({ files, assets, today }: CompileInput, judgements?: Judgements): Compilation {
  const parsed = loadWorkspace(files);
  const bound = bind(parsed.value, assets, today);
  const facts = factsOf(bound.value);
  const checked = checkWorkspace(bound.value, facts, parsed.diagnostics, judgements);
  const found = [...parsed.diagnostics, ...bound.diagnostics, ...checked.diagnostics];
  const plans = lazy(() =>
    campaignsWithoutError(found, bound.value).map((campaign) =>
      lower(campaign, facts, checked.value(campaign)),
    ),
  );
  const findings = settle([...found, ...checkPlans(plans, bound.value)], bound.value);
  return {
    findings,
    workspace: bound.value,
    get plans() {
      return plans();
    },
  };
}
