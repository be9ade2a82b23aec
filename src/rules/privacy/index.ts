import type { Rule } from "../rule.ts";
import caregiverOfChosen from "./caregiver-of-chosen.ts";
import confidentialCommHonored from "./confidential-comm-honored.ts";
import excludeDoNotContact from "./exclude-do-not-contact.ts";
import fieldAboveChannel from "./field-above-channel.ts";
import fieldClassUnknown from "./field-class-unknown.ts";
import greetingNameMinimal from "./greeting-name-minimal.ts";
import landingNoTrackers from "./landing-no-trackers.ts";
import letterEnvelopeNeutral from "./letter-envelope-neutral.ts";
import marketingAuthorization from "./marketing-authorization.ts";
import minNecessaryExport from "./min-necessary-export.ts";
import noConditionInLetter from "./no-condition-in-letter.ts";
import noDiagnosisInSms from "./no-diagnosis-in-sms.ts";
import noResultDetail from "./no-result-detail.ts";
import noTreatmentDetail from "./no-treatment-detail.ts";
import part2NoSudIdentity from "./part2-no-sud-identity.ts";
import proxyRecipient from "./proxy-recipient.ts";
import refillLapse90d from "./refill-lapse-90d.ts";
import remunerationDeclared from "./remuneration-declared.ts";
import restrictedOutsideExclude from "./restricted-outside-exclude.ts";
import revealsSpecialty from "./reveals-specialty.ts";
import segmentLeak from "./segment-leak.ts";
import selectedByClinicalField from "./selected-by-clinical-field.ts";
import sensitiveCategoryGate from "./sensitive-category-gate.ts";
import stateHealthData from "./state-health-data.ts";
import texasMailMarketing from "./texas-mail-marketing.ts";
import textTooBranched from "./text-too-branched.ts";
import toldByChoice from "./told-by-choice.ts";
import unreviewedWord from "./unreviewed-word.ts";
import vendorAgreement from "./vendor-agreement.ts";

/** Privacy: P, in the order of codes. */
export const PRIVACY: readonly Rule[] = [
  noDiagnosisInSms,
  fieldAboveChannel,
  fieldClassUnknown,
  unreviewedWord,
  selectedByClinicalField,
  segmentLeak,
  restrictedOutsideExclude,
  revealsSpecialty,
  minNecessaryExport,
  marketingAuthorization,
  vendorAgreement,
  caregiverOfChosen,
  remunerationDeclared,
  refillLapse90d,
  confidentialCommHonored,
  landingNoTrackers,
  stateHealthData,
  texasMailMarketing,
  proxyRecipient,
  excludeDoNotContact,
  greetingNameMinimal,
  sensitiveCategoryGate,
  part2NoSudIdentity,
  noTreatmentDetail,
  noResultDetail,
  toldByChoice,
  letterEnvelopeNeutral,
  textTooBranched,
  noConditionInLetter,
];
