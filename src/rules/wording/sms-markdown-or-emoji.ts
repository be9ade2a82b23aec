import { practice } from "../basis.ts";
import { flatText } from "../flat-text.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

/** Marks of Markdown, which only an email, a letter and a portal message turn into print. */
const MARKDOWN =
  /\*\*[^\s*][^*\n]{0,200}\*\*|(?<![\p{L}\p{N}_])__[^\s_][^_\n]{0,200}__|(?<![\p{L}\p{N}*])\*[^\s*][^*\n]{0,200}[^\s*]\*(?![\p{L}\p{N}*])|\[[^[\]\n]{1,200}\]\([^()\s]{1,300}\)|`[^`\n]{1,200}`|(?:^|\n)#{1,6} /gu;

const EMOJI = /(?![©®™])(?:\p{ExtPict}|\p{RI})(?:\ufe0f|\u200d|\p{EMod}|\p{ExtPict}|\p{RI}){0,12}/gu;

/** Outlets that show each character as it is. */
const PLAIN = ["sms.body", "email.subject", "email.preheader", "phone.voicemail", "portal.title"];

export default outletRule(
  {
    code: "W106",
    name: "sms-markdown-or-emoji",
    summary: "Formatting or a picture where only plain words arrive",
    why: "A text message, a subject and a spoken message have no bold and no headings: patients read the stars and brackets. An emoji makes a text message three times as long, looks different on each phone, and a screen reader reads out its name.",
    remedy: "Write plain words.",
    basis: practice("3GPP TS 23.038", "plain-language practice"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Bold in an email, which has it",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also **call us** at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "Stars in a text message",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} or **call** {{ clinic.phone }}.",
          marks: ["**call**"],
        },
        {
          title: "An emoji in a text message",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} 📅 {{ clinic.phone }}.",
          marks: ["📅"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet } = facts;
    if (!PLAIN.includes(outlet.part)) return;
    const { text, spanOf } = flatText(outlet.template, outlet.at);
    for (const { 0: mark, index } of text.matchAll(MARKDOWN)) {
      const start = index + mark.length - mark.trimStart().length;
      yield {
        at: spanOf(start, index + mark.length),
        message: `${nameOf(facts)} shows "${mark.trim()}" as it stands, signs and all`,
      };
    }
    if (outlet.part !== "sms.body") return;
    for (const { 0: emoji, index } of text.matchAll(EMOJI)) {
      yield {
        at: spanOf(index, index + emoji.length),
        message: `${nameOf(facts)} has the emoji ${emoji}, and a part of it then holds 70 characters instead of 160`,
        severity: "warning",
        remedy: "Say it in words.",
      };
    }
  },
);
