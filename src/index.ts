/**
 * Recare as a library: the same compiler that the command line runs.
 *
 * @example
 * import { compile } from "recare";
 * const { findings, plans } = compile({ files, assets: new Map(), today: "2026-11-23" });
 */
export { type Compilation, type CompileInput, compile } from "./compile.ts";
export type { Campaign, Workspace } from "./model/index.ts";
export type { CompiledPlan, Concern, Plan, Provenance } from "./plan/index.ts";
export {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  compare,
  type ReleaseVerdict,
  type Review,
  releaseText,
  reviewOf,
  type SignedFile,
  statementBytes,
  type Trust,
  trustOf,
  type Verdict,
  type VerifiedRelease,
  verdicts,
  verifyRelease,
} from "./review/index.ts";
export { ALL_RULES } from "./rules/index.ts";
export type {
  Diagnostic,
  Digests,
  FindingWaiver,
  Related,
  RuleMeta,
  Severity,
  SourceText,
  Span,
  Witness,
} from "./source/index.ts";
export { markNewWaivers, type SignedWaiver, type Waiver, waiversNamedIn } from "./waivers/index.ts";
