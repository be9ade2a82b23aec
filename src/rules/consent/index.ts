import type { Rule } from "../rule.ts";
import cancelKeywordClash from "./cancel-keyword-clash.ts";
import consentBasisDeclared from "./consent-basis-declared.ts";
import consentRecordFields from "./consent-record-fields.ts";
import consentWrittenForMarketing from "./consent-written-for-marketing.ts";
import crossChannelSuppression from "./cross-channel-suppression.ts";
import ebrWindow from "./ebr-window.ts";
import exempt1Day3Week from "./exempt-1-day-3-week.ts";
import exempt160Chars from "./exempt-160-chars.ts";
import exemptFreeToEndUser from "./exempt-free-to-end-user.ts";
import exemptNameAndContact from "./exempt-name-and-contact.ts";
import exemptNoPromoNoBilling from "./exempt-no-promo-no-billing.ts";
import exemptOptoutEach from "./exempt-optout-each.ts";
import exemptPurposeListed from "./exempt-purpose-listed.ts";
import numberProvidedByPatient from "./number-provided-by-patient.ts";
import optoutAnyMeans from "./optout-any-means.ts";
import optoutConfirmationSingle from "./optout-confirmation-single.ts";
import optoutDeadline from "./optout-deadline.ts";
import optoutRetention from "./optout-retention.ts";
import optoutScopeDeclared from "./optout-scope-declared.ts";
import reassignedNumberCheck from "./reassigned-number-check.ts";

/** Consent, opting out and the health-care exemption: C, in the order of codes. */
export const CONSENT: readonly Rule[] = [
  consentBasisDeclared,
  consentWrittenForMarketing,
  consentRecordFields,
  numberProvidedByPatient,
  ebrWindow,
  optoutAnyMeans,
  cancelKeywordClash,
  optoutDeadline,
  optoutConfirmationSingle,
  crossChannelSuppression,
  reassignedNumberCheck,
  optoutScopeDeclared,
  optoutRetention,
  exemptFreeToEndUser,
  exemptPurposeListed,
  exemptNameAndContact,
  exempt160Chars,
  exempt1Day3Week,
  exemptNoPromoNoBilling,
  exemptOptoutEach,
];
