import type { Rule } from "../rule.ts";
import aiVoiceDisclosure from "./ai-voice-disclosure.ts";
import ringlessIsCall from "./ringless-is-call.ts";
import scriptClinicalQuestionRoute from "./script-clinical-question-route.ts";
import scriptConfirmPreferences from "./script-confirm-preferences.ts";
import scriptNewerThanTraining from "./script-newer-than-training.ts";
import scriptObjections from "./script-objections.ts";
import scriptThirdPartyBranch from "./script-third-party-branch.ts";
import verifyIdentityBeforeDetail from "./verify-identity-before-detail.ts";
import voiceIdentifyFirst from "./voice-identify-first.ts";
import voicePrerecordedConsent from "./voice-prerecorded-consent.ts";
import voicemailMinimum from "./voicemail-minimum.ts";

/** Calls: V, in the order of codes. */
export const VOICE: readonly Rule[] = [
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
];
