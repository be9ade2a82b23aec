import type { Rule } from "../rule.ts";
import linkClinicalWord from "./link-clinical-word.ts";
import linkDomain from "./link-domain.ts";
import linkIdentifiesPerson from "./link-identifies-person.ts";
import linkTextElsewhere from "./link-text-elsewhere.ts";
import publicShortener from "./public-shortener.ts";
import replyWordUnanswered from "./reply-word-unanswered.ts";
import sms10dlcRegistered from "./sms-10dlc-registered.ts";
import smsCharacters from "./sms-characters.ts";
import smsHelp from "./sms-help.ts";
import smsLength from "./sms-length.ts";
import smsNoReplyDisclosure from "./sms-no-reply-disclosure.ts";
import smsOneOptinPerCampaign from "./sms-one-optin-per-campaign.ts";
import smsOptinConfirmation from "./sms-optin-confirmation.ts";
import smsPhoneTappable from "./sms-phone-tappable.ts";
import smsSender from "./sms-sender.ts";
import smsStop from "./sms-stop.ts";

/** Text messages and links: X, in the order of codes. */
export const LINKS: readonly Rule[] = [
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
