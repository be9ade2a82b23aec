import type { RuleMeta } from "../source/index.ts";
import { CHARACTER_FINDINGS } from "./findings/characters.ts";
import { LIMIT_FINDINGS } from "./findings/limits.ts";
import { REFUSAL_FINDINGS } from "./findings/refusals.ts";
import { STRUCTURE_FINDINGS } from "./findings/structure.ts";
import { TRAP_FINDINGS } from "./findings/traps.ts";

/** Every kind of finding about YAML itself, by code. */
export const SYNTAX_FINDINGS: readonly RuleMeta[] = [
  ...CHARACTER_FINDINGS,
  ...REFUSAL_FINDINGS,
  ...TRAP_FINDINGS,
  ...STRUCTURE_FINDINGS,
  ...LIMIT_FINDINGS,
];
