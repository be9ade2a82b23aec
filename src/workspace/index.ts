export { WORKSPACE_FINDINGS } from "./findings.ts";
export * from "./kind.ts";
export { loadWorkspace } from "./load.ts";
export * from "./loaded.ts";
export * from "./read.ts";
