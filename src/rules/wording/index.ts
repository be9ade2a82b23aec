import type { Rule } from "../rule.ts";
import alarm from "./alarm.ts";
import blame from "./blame.ts";
import codePrintedRaw from "./code-printed-raw.ts";
import ctaConcrete from "./cta-concrete.ts";
import earlierMessageMentioned from "./earlier-message-mentioned.ts";
import jargon from "./jargon.ts";
import leftoverPlaceholder from "./leftover-placeholder.ts";
import mainMessageFirst from "./main-message-first.ts";
import nameFallbackMidSentence from "./name-fallback-mid-sentence.ts";
import noGuiltFamily from "./no-guilt-family.ts";
import pressure from "./pressure.ts";
import readingGrade from "./reading-grade.ts";
import relativeTime from "./relative-time.ts";
import smsMarkdownOrEmoji from "./sms-markdown-or-emoji.ts";
import typedClinicFact from "./typed-clinic-fact.ts";
import whatToBring from "./what-to-bring.ts";

/** Plain words and tone: W, in the order of codes. */
export const WORDING: readonly Rule[] = [
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
];
