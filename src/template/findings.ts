import type { RuleMeta } from "../source/index.ts";
import { NAME_FINDINGS } from "./name-findings.ts";
import { SYNTAX_FINDINGS } from "./syntax-findings.ts";

/** Every kind of finding that reading or linking a Liquid text can give. */
export const TEMPLATE_FINDINGS: readonly RuleMeta[] = [...SYNTAX_FINDINGS, ...NAME_FINDINGS];
