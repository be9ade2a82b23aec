export { holdsRefused, scanCharacters } from "./characters.ts";
export { NO_VALUE } from "./findings/traps.ts";
export { SYNTAX_FINDINGS } from "./findings.ts";
export { MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LENGTH } from "./limits.ts";
export { parseYaml } from "./parse.ts";
export { type Part, Structure } from "./structure.ts";
export * from "./tree.ts";
