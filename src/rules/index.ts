export { checkPlans, checkWorkspace } from "./check.ts";
export type { Judgement, Judgements, Judging } from "./judging.ts";
export { RULES } from "./registry.ts";
export type { Rule } from "./rule.ts";
export { ALL_RULES, campaignsWithoutError, metaOf, settle } from "./settle.ts";
