import type { Rule } from "../rule.ts";
import accessContactRelay from "./access-contact-relay.ts";
import landingWcag from "./landing-wcag.ts";
import languageMissing from "./language-missing.ts";
import languageMixed from "./language-mixed.ts";
import languageNotice from "./language-notice.ts";
import linesClosed from "./lines-closed.ts";
import translationReviewed from "./translation-reviewed.ts";
import translationSame from "./translation-same.ts";
import twoWaysToAnswer from "./two-ways-to-answer.ts";

/** Language and access: A, in the order of codes. */
export const ACCESS: readonly Rule[] = [
  languageMissing,
  translationSame,
  accessContactRelay,
  languageMixed,
  twoWaysToAnswer,
  landingWcag,
  languageNotice,
  translationReviewed,
  linesClosed,
];
