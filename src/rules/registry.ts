import { ACCESS } from "./access/index.ts";
import { CAMPAIGN } from "./campaign/index.ts";
import { CLAIMS } from "./claims/index.ts";
import { CONSENT } from "./consent/index.ts";
import { EMAIL } from "./email/index.ts";
import { LINKS } from "./links/index.ts";
import { PRIVACY } from "./privacy/index.ts";
import { REVIEW } from "./review/index.ts";
import type { Rule } from "./rule.ts";
import { TIMING } from "./timing/index.ts";
import { VOICE } from "./voice/index.ts";
import { WORDING } from "./wording/index.ts";

/** Every rule, in the order of codes. A test holds the families against their folders. */
export const RULES: readonly Rule[] = [
  ...ACCESS,
  ...CONSENT,
  ...EMAIL,
  ...CAMPAIGN,
  ...CLAIMS,
  ...PRIVACY,
  ...REVIEW,
  ...TIMING,
  ...VOICE,
  ...WORDING,
  ...LINKS,
];

/** Whether the rule of this name is asked last, of plans. */
export function looksAtPlan(name: string): boolean {
  return RULES.some(({ looksAt, meta }) => looksAt === "plan" && meta.name === name);
}
