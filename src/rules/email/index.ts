import type { Rule } from "../rule.ts";
import emailHeaderTrue from "./email-header-true.ts";
import emailPostalAddress from "./email-postal-address.ts";
import emailReplyUnread from "./email-reply-unread.ts";
import emailSubjectTruthful from "./email-subject-truthful.ts";
import emailUnencryptedPreference from "./email-unencrypted-preference.ts";
import emailUnsubscribe from "./email-unsubscribe.ts";

/** Email: E, in the order of codes. */
export const EMAIL: readonly Rule[] = [
  emailPostalAddress,
  emailUnsubscribe,
  emailHeaderTrue,
  emailSubjectTruthful,
  emailReplyUnread,
  emailUnencryptedPreference,
];
