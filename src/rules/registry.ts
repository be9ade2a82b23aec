import accessContactRelay from "./access/access-contact-relay.ts";
import languageMissing from "./access/language-missing.ts";
import languageMixed from "./access/language-mixed.ts";
import languageNotice from "./access/language-notice.ts";
import pageLanguage from "./access/page-language.ts";
import translationSame from "./access/translation-same.ts";
import twoWaysToAnswer from "./access/two-ways-to-answer.ts";
import audienceNeverMatches from "./campaign/audience-never-matches.ts";
import campaignNeverRuns from "./campaign/campaign-never-runs.ts";
import campaignsOverlap from "./campaign/campaigns-overlap.ts";
import conditionAlwaysTrue from "./campaign/condition-always-true.ts";
import holdoutWhereCareIsWithheld from "./campaign/holdout-where-care-is-withheld.ts";
import othersRouteMissing from "./campaign/others-route-missing.ts";
import ownerMissing from "./campaign/owner-missing.ts";
import replyKindUnanswered from "./campaign/reply-kind-unanswered.ts";
import responseTargetMissing from "./campaign/response-target-missing.ts";
import segmentShadowed from "./campaign/segment-shadowed.ts";
import segmentUncovered from "./campaign/segment-uncovered.ts";
import stepUnreachable from "./campaign/step-unreachable.ts";
import successByClicks from "./campaign/success-by-clicks.ts";
import tooManyActions from "./campaign/too-many-actions.ts";
import urgentRouteMissing from "./campaign/urgent-route-missing.ts";
import claimEvidenceMissing from "./claims/claim-evidence-missing.ts";
import claimExpired from "./claims/claim-expired.ts";
import claimUnapproved from "./claims/claim-unapproved.ts";
import claimWrongChannel from "./claims/claim-wrong-channel.ts";
import claimWrongScenario from "./claims/claim-wrong-scenario.ts";
import consentBasisDeclared from "./consent/consent-basis-declared.ts";
import emailHeaderTrue from "./email/email-header-true.ts";
import emailPostalAddress from "./email/email-postal-address.ts";
import emailSubjectTruthful from "./email/email-subject-truthful.ts";
import emailUnsubscribe from "./email/email-unsubscribe.ts";
import linkClinicalWord from "./links/link-clinical-word.ts";
import linkDomain from "./links/link-domain.ts";
import linkIdentifiesPerson from "./links/link-identifies-person.ts";
import linkTextElsewhere from "./links/link-text-elsewhere.ts";
import publicShortener from "./links/public-shortener.ts";
import smsCharacters from "./links/sms-characters.ts";
import smsHelp from "./links/sms-help.ts";
import smsLength from "./links/sms-length.ts";
import smsPhoneTappable from "./links/sms-phone-tappable.ts";
import smsSender from "./links/sms-sender.ts";
import smsStop from "./links/sms-stop.ts";
import fieldAboveChannel from "./privacy/field-above-channel.ts";
import fieldClassUnknown from "./privacy/field-class-unknown.ts";
import noDiagnosisInSms from "./privacy/no-diagnosis-in-sms.ts";
import restrictedOutsideExclude from "./privacy/restricted-outside-exclude.ts";
import revealsSpecialty from "./privacy/reveals-specialty.ts";
import selectedByClinicalField from "./privacy/selected-by-clinical-field.ts";
import unreviewedWord from "./privacy/unreviewed-word.ts";
import type { Rule } from "./rule.ts";
import quietHours from "./timing/quiet-hours.ts";
import stepAfterGoalWindow from "./timing/step-after-goal-window.ts";
import weeklyCapExceeded from "./timing/weekly-cap-exceeded.ts";
import scriptClinicalQuestionRoute from "./voice/script-clinical-question-route.ts";
import scriptConfirmPreferences from "./voice/script-confirm-preferences.ts";
import scriptObjections from "./voice/script-objections.ts";
import scriptThirdPartyBranch from "./voice/script-third-party-branch.ts";
import verifyIdentityBeforeDetail from "./voice/verify-identity-before-detail.ts";
import voiceIdentifyFirst from "./voice/voice-identify-first.ts";
import voicemailMinimum from "./voice/voicemail-minimum.ts";
import alarm from "./wording/alarm.ts";
import blame from "./wording/blame.ts";
import leftoverPlaceholder from "./wording/leftover-placeholder.ts";
import pressure from "./wording/pressure.ts";
import readingGrade from "./wording/reading-grade.ts";
import smsMarkdownOrEmoji from "./wording/sms-markdown-or-emoji.ts";

/** Every rule, in the order of codes. A test holds the list against the folders. */
export const RULES: readonly Rule[] = [
  languageMissing,
  translationSame,
  accessContactRelay,
  languageMixed,
  twoWaysToAnswer,
  pageLanguage,
  languageNotice,
  consentBasisDeclared,
  emailPostalAddress,
  emailUnsubscribe,
  emailHeaderTrue,
  emailSubjectTruthful,
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
  claimUnapproved,
  claimExpired,
  claimWrongChannel,
  claimWrongScenario,
  claimEvidenceMissing,
  noDiagnosisInSms,
  fieldAboveChannel,
  fieldClassUnknown,
  unreviewedWord,
  selectedByClinicalField,
  restrictedOutsideExclude,
  revealsSpecialty,
  quietHours,
  weeklyCapExceeded,
  stepAfterGoalWindow,
  voiceIdentifyFirst,
  voicemailMinimum,
  verifyIdentityBeforeDetail,
  scriptThirdPartyBranch,
  scriptClinicalQuestionRoute,
  scriptObjections,
  scriptConfirmPreferences,
  blame,
  alarm,
  pressure,
  readingGrade,
  leftoverPlaceholder,
  smsMarkdownOrEmoji,
  smsSender,
  smsStop,
  smsHelp,
  smsLength,
  smsCharacters,
  linkDomain,
  linkClinicalWord,
  publicShortener,
  smsPhoneTappable,
  linkIdentifiesPerson,
  linkTextElsewhere,
];

/** Whether the rule of this name is asked last, of plans. */
export function looksAtPlan(name: string): boolean {
  return RULES.some(({ looksAt, meta }) => looksAt === "plan" && meta.name === name);
}
