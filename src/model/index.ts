export { bind } from "./bind.ts";
export { fieldSpecs } from "./bind-audience.ts";
export * from "./campaign.ts";
export * from "./classes.ts";
export { MODEL_FINDINGS } from "./findings.ts";
export * from "./library.ts";
export * from "./organization.ts";
export * from "./scenarios.ts";
export * from "./workspace.ts";
