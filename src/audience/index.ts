export { AUDIENCE_FINDINGS } from "./findings.ts";
export { judge } from "./judge.ts";
export { parseCondition } from "./parse.ts";
export * from "./tree.ts";
