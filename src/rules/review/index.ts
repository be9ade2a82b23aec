import type { Rule } from "../rule.ts";
import approvalsRequired from "./approvals-required.ts";

/** Approvals and review: R, in the order of codes. */
export const REVIEW: readonly Rule[] = [approvalsRequired];
