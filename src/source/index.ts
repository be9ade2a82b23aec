export * from "./diagnostic.ts";
export * from "./language-names.ts";
export * from "./letters.ts";
export * from "./nearest.ts";
export * from "./pack-names.ts";
export * from "./rule-meta.ts";
export * from "./span.ts";
export * from "./text.ts";
