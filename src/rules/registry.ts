import accessContactRelay from "./access/access-contact-relay.ts";
import landingWcag from "./access/landing-wcag.ts";
import languageMissing from "./access/language-missing.ts";
import languageMixed from "./access/language-mixed.ts";
import languageNotice from "./access/language-notice.ts";
import linesClosed from "./access/lines-closed.ts";
import translationReviewed from "./access/translation-reviewed.ts";
import translationSame from "./access/translation-same.ts";
import twoWaysToAnswer from "./access/two-ways-to-answer.ts";
import abNonclinicalOnly from "./campaign/ab-nonclinical-only.ts";
import attributionId from "./campaign/attribution-id.ts";
import audienceNeverMatches from "./campaign/audience-never-matches.ts";
import campaignNeverRuns from "./campaign/campaign-never-runs.ts";
import campaignsOverlap from "./campaign/campaigns-overlap.ts";
import capacityCheck from "./campaign/capacity-check.ts";
import conditionAlwaysTrue from "./campaign/condition-always-true.ts";
import coreMessageConsistent from "./campaign/core-message-consistent.ts";
import dataHygieneGates from "./campaign/data-hygiene-gates.ts";
import firstContactLate from "./campaign/first-contact-late.ts";
import holdoutWhereCareIsWithheld from "./campaign/holdout-where-care-is-withheld.ts";
import landingConsistent from "./campaign/landing-consistent.ts";
import linkUntested from "./campaign/link-untested.ts";
import longLapsedWritten from "./campaign/long-lapsed-written.ts";
import metricPerSegment from "./campaign/metric-per-segment.ts";
import othersRouteMissing from "./campaign/others-route-missing.ts";
import ownerMissing from "./campaign/owner-missing.ts";
import partnerTerms from "./campaign/partner-terms.ts";
import reactivationDefined from "./campaign/reactivation-defined.ts";
import replyKindUnanswered from "./campaign/reply-kind-unanswered.ts";
import responseTargetMissing from "./campaign/response-target-missing.ts";
import segmentShadowed from "./campaign/segment-shadowed.ts";
import segmentUncovered from "./campaign/segment-uncovered.ts";
import segmentUnused from "./campaign/segment-unused.ts";
import sequenceShape from "./campaign/sequence-shape.ts";
import staffBrief from "./campaign/staff-brief.ts";
import stepUnreachable from "./campaign/step-unreachable.ts";
import successByClicks from "./campaign/success-by-clicks.ts";
import tooManyActions from "./campaign/too-many-actions.ts";
import urgentRouteMissing from "./campaign/urgent-route-missing.ts";
import benefitAccuracy from "./claims/benefit-accuracy.ts";
import claimEvidenceMissing from "./claims/claim-evidence-missing.ts";
import claimExpired from "./claims/claim-expired.ts";
import claimNearMatch from "./claims/claim-near-match.ts";
import claimNoGuarantee from "./claims/claim-no-guarantee.ts";
import claimStatisticSourced from "./claims/claim-statistic-sourced.ts";
import claimTestimonial from "./claims/claim-testimonial.ts";
import claimUnapproved from "./claims/claim-unapproved.ts";
import claimWrongChannel from "./claims/claim-wrong-channel.ts";
import claimWrongLocation from "./claims/claim-wrong-location.ts";
import claimWrongScenario from "./claims/claim-wrong-scenario.ts";
import freeOfferDisclosure from "./claims/free-offer-disclosure.ts";
import incentiveLimit from "./claims/incentive-limit.ts";
import incentiveYearlyLimit from "./claims/incentive-yearly-limit.ts";
import telehealthAvailability from "./claims/telehealth-availability.ts";
import cancelKeywordClash from "./consent/cancel-keyword-clash.ts";
import consentBasisDeclared from "./consent/consent-basis-declared.ts";
import consentRecordFields from "./consent/consent-record-fields.ts";
import consentWrittenForMarketing from "./consent/consent-written-for-marketing.ts";
import crossChannelSuppression from "./consent/cross-channel-suppression.ts";
import ebrWindow from "./consent/ebr-window.ts";
import exempt1Day3Week from "./consent/exempt-1-day-3-week.ts";
import exempt160Chars from "./consent/exempt-160-chars.ts";
import exemptFreeToEndUser from "./consent/exempt-free-to-end-user.ts";
import exemptNameAndContact from "./consent/exempt-name-and-contact.ts";
import exemptNoPromoNoBilling from "./consent/exempt-no-promo-no-billing.ts";
import exemptOptoutEach from "./consent/exempt-optout-each.ts";
import exemptPurposeListed from "./consent/exempt-purpose-listed.ts";
import numberProvidedByPatient from "./consent/number-provided-by-patient.ts";
import optoutAnyMeans from "./consent/optout-any-means.ts";
import optoutConfirmationSingle from "./consent/optout-confirmation-single.ts";
import optoutDeadline from "./consent/optout-deadline.ts";
import optoutRetention from "./consent/optout-retention.ts";
import optoutScopeDeclared from "./consent/optout-scope-declared.ts";
import reassignedNumberCheck from "./consent/reassigned-number-check.ts";
import emailHeaderTrue from "./email/email-header-true.ts";
import emailPostalAddress from "./email/email-postal-address.ts";
import emailReplyUnread from "./email/email-reply-unread.ts";
import emailSubjectTruthful from "./email/email-subject-truthful.ts";
import emailUnencryptedPreference from "./email/email-unencrypted-preference.ts";
import emailUnsubscribe from "./email/email-unsubscribe.ts";
import linkClinicalWord from "./links/link-clinical-word.ts";
import linkDomain from "./links/link-domain.ts";
import linkIdentifiesPerson from "./links/link-identifies-person.ts";
import linkTextElsewhere from "./links/link-text-elsewhere.ts";
import publicShortener from "./links/public-shortener.ts";
import replyWordUnanswered from "./links/reply-word-unanswered.ts";
import sms10dlcRegistered from "./links/sms-10dlc-registered.ts";
import smsCharacters from "./links/sms-characters.ts";
import smsHelp from "./links/sms-help.ts";
import smsLength from "./links/sms-length.ts";
import smsNoReplyDisclosure from "./links/sms-no-reply-disclosure.ts";
import smsOneOptinPerCampaign from "./links/sms-one-optin-per-campaign.ts";
import smsOptinConfirmation from "./links/sms-optin-confirmation.ts";
import smsPhoneTappable from "./links/sms-phone-tappable.ts";
import smsSender from "./links/sms-sender.ts";
import smsStop from "./links/sms-stop.ts";
import caregiverOfChosen from "./privacy/caregiver-of-chosen.ts";
import confidentialCommHonored from "./privacy/confidential-comm-honored.ts";
import excludeDoNotContact from "./privacy/exclude-do-not-contact.ts";
import fieldAboveChannel from "./privacy/field-above-channel.ts";
import fieldClassUnknown from "./privacy/field-class-unknown.ts";
import greetingNameMinimal from "./privacy/greeting-name-minimal.ts";
import landingNoTrackers from "./privacy/landing-no-trackers.ts";
import letterEnvelopeNeutral from "./privacy/letter-envelope-neutral.ts";
import marketingAuthorization from "./privacy/marketing-authorization.ts";
import minNecessaryExport from "./privacy/min-necessary-export.ts";
import noConditionInLetter from "./privacy/no-condition-in-letter.ts";
import noDiagnosisInSms from "./privacy/no-diagnosis-in-sms.ts";
import noResultDetail from "./privacy/no-result-detail.ts";
import noTreatmentDetail from "./privacy/no-treatment-detail.ts";
import part2NoSudIdentity from "./privacy/part2-no-sud-identity.ts";
import proxyRecipient from "./privacy/proxy-recipient.ts";
import refillLapse90d from "./privacy/refill-lapse-90d.ts";
import remunerationDeclared from "./privacy/remuneration-declared.ts";
import restrictedOutsideExclude from "./privacy/restricted-outside-exclude.ts";
import revealsSpecialty from "./privacy/reveals-specialty.ts";
import segmentLeak from "./privacy/segment-leak.ts";
import selectedByClinicalField from "./privacy/selected-by-clinical-field.ts";
import sensitiveCategoryGate from "./privacy/sensitive-category-gate.ts";
import stateHealthData from "./privacy/state-health-data.ts";
import texasMailMarketing from "./privacy/texas-mail-marketing.ts";
import textTooBranched from "./privacy/text-too-branched.ts";
import toldByChoice from "./privacy/told-by-choice.ts";
import unreviewedWord from "./privacy/unreviewed-word.ts";
import vendorAgreement from "./privacy/vendor-agreement.ts";
import approvalsRequired from "./review/approvals-required.ts";
import type { Rule } from "./rule.ts";
import frequencyCapState from "./timing/frequency-cap-state.ts";
import holidayBlackout from "./timing/holiday-blackout.ts";
import quietHours from "./timing/quiet-hours.ts";
import quietHoursState from "./timing/quiet-hours-state.ts";
import statePackCoverage from "./timing/state-pack-coverage.ts";
import stepAfterGoalWindow from "./timing/step-after-goal-window.ts";
import timezoneFromLocation from "./timing/timezone-from-location.ts";
import weeklyCapExceeded from "./timing/weekly-cap-exceeded.ts";
import aiVoiceDisclosure from "./voice/ai-voice-disclosure.ts";
import ringlessIsCall from "./voice/ringless-is-call.ts";
import scriptClinicalQuestionRoute from "./voice/script-clinical-question-route.ts";
import scriptConfirmPreferences from "./voice/script-confirm-preferences.ts";
import scriptNewerThanTraining from "./voice/script-newer-than-training.ts";
import scriptObjections from "./voice/script-objections.ts";
import scriptThirdPartyBranch from "./voice/script-third-party-branch.ts";
import verifyIdentityBeforeDetail from "./voice/verify-identity-before-detail.ts";
import voiceIdentifyFirst from "./voice/voice-identify-first.ts";
import voicePrerecordedConsent from "./voice/voice-prerecorded-consent.ts";
import voicemailMinimum from "./voice/voicemail-minimum.ts";
import alarm from "./wording/alarm.ts";
import blame from "./wording/blame.ts";
import codePrintedRaw from "./wording/code-printed-raw.ts";
import ctaConcrete from "./wording/cta-concrete.ts";
import earlierMessageMentioned from "./wording/earlier-message-mentioned.ts";
import jargon from "./wording/jargon.ts";
import leftoverPlaceholder from "./wording/leftover-placeholder.ts";
import mainMessageFirst from "./wording/main-message-first.ts";
import nameFallbackMidSentence from "./wording/name-fallback-mid-sentence.ts";
import noGuiltFamily from "./wording/no-guilt-family.ts";
import pressure from "./wording/pressure.ts";
import readingGrade from "./wording/reading-grade.ts";
import relativeTime from "./wording/relative-time.ts";
import smsMarkdownOrEmoji from "./wording/sms-markdown-or-emoji.ts";
import typedClinicFact from "./wording/typed-clinic-fact.ts";
import whatToBring from "./wording/what-to-bring.ts";

/** Every rule, in the order of codes. A test holds the list against the folders. */
export const RULES: readonly Rule[] = [
  languageMissing,
  translationSame,
  accessContactRelay,
  languageMixed,
  twoWaysToAnswer,
  landingWcag,
  languageNotice,
  translationReviewed,
  linesClosed,
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
  emailPostalAddress,
  emailUnsubscribe,
  emailHeaderTrue,
  emailSubjectTruthful,
  emailReplyUnread,
  emailUnencryptedPreference,
  ownerMissing,
  responseTargetMissing,
  urgentRouteMissing,
  successByClicks,
  tooManyActions,
  audienceNeverMatches,
  segmentShadowed,
  campaignsOverlap,
  stepUnreachable,
  othersRouteMissing,
  conditionAlwaysTrue,
  replyKindUnanswered,
  holdoutWhereCareIsWithheld,
  segmentUncovered,
  campaignNeverRuns,
  reactivationDefined,
  metricPerSegment,
  attributionId,
  sequenceShape,
  coreMessageConsistent,
  landingConsistent,
  abNonclinicalOnly,
  partnerTerms,
  staffBrief,
  segmentUnused,
  capacityCheck,
  linkUntested,
  dataHygieneGates,
  firstContactLate,
  longLapsedWritten,
  claimUnapproved,
  claimExpired,
  claimWrongChannel,
  claimWrongScenario,
  claimEvidenceMissing,
  claimNearMatch,
  incentiveLimit,
  claimNoGuarantee,
  claimStatisticSourced,
  claimTestimonial,
  claimWrongLocation,
  freeOfferDisclosure,
  telehealthAvailability,
  benefitAccuracy,
  incentiveYearlyLimit,
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
  approvalsRequired,
  quietHours,
  quietHoursState,
  timezoneFromLocation,
  weeklyCapExceeded,
  frequencyCapState,
  statePackCoverage,
  holidayBlackout,
  stepAfterGoalWindow,
  voiceIdentifyFirst,
  voicePrerecordedConsent,
  voicemailMinimum,
  verifyIdentityBeforeDetail,
  scriptThirdPartyBranch,
  scriptClinicalQuestionRoute,
  aiVoiceDisclosure,
  ringlessIsCall,
  scriptObjections,
  scriptConfirmPreferences,
  scriptNewerThanTraining,
  blame,
  alarm,
  pressure,
  readingGrade,
  leftoverPlaceholder,
  smsMarkdownOrEmoji,
  relativeTime,
  jargon,
  mainMessageFirst,
  ctaConcrete,
  noGuiltFamily,
  whatToBring,
  typedClinicFact,
  earlierMessageMentioned,
  nameFallbackMidSentence,
  codePrintedRaw,
  smsSender,
  smsStop,
  smsHelp,
  smsLength,
  smsCharacters,
  linkDomain,
  linkClinicalWord,
  publicShortener,
  sms10dlcRegistered,
  smsPhoneTappable,
  linkIdentifiesPerson,
  linkTextElsewhere,
  smsOptinConfirmation,
  smsOneOptinPerCampaign,
  smsNoReplyDisclosure,
  replyWordUnanswered,
];

/** Whether the rule of this name is asked last, of plans. */
export function looksAtPlan(name: string): boolean {
  return RULES.some(({ looksAt, meta }) => looksAt === "plan" && meta.name === name);
}
