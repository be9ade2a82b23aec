export { NEW_SCOPE_FRESH_REVIEW } from "./approval-findings.ts";
export { BASELINE_REFUSED, BASELINE_STALE, BASELINE_UNREADABLE } from "./baseline-findings.ts";
export { checkPlans, checkWorkspace } from "./check.ts";
export type { Judgement, Judgements, Judging } from "./judging.ts";
export { looksAtPlan, RULES } from "./registry.ts";
export type { Rule } from "./rule.ts";
export { ALL_RULES, campaignsWithoutError, metaOf, settle, withChosenSeverity } from "./settle.ts";
export {
  WAIVER_EXPIRED,
  WAIVER_OF_UNKNOWN_RULE,
  WAIVER_REFUSED,
  WAIVER_TOO_LONG,
  WAIVER_UNREADABLE,
  WAIVER_UNUSED,
  WAIVER_WITHOUT_PLACE,
} from "./waiver-findings.ts";
