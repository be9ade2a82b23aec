export * from "./campaign.ts";
export * from "./classes.ts";
export * from "./library.ts";
export * from "./organization.ts";
export * from "./scenarios.ts";
export * from "./workspace.ts";
