export * from "./kind.ts";
export * from "./loaded.ts";
export * from "./read.ts";
