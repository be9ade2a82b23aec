import { kindName, oneMistakeEach } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { isOfAddress, nameOf, OF_NAMES, spanOf, within, witnessOf, wordsOf } from "../where.ts";

export default outletRule(
  {
    code: "P101",
    name: "no-diagnosis-in-sms",
    summary: "A clinical word where strangers can read it",
    why: "A text message, a subject line or a voicemail is read on lock screens and heard by families. A condition, a medicine, a test or a specialty there tells them what nobody agreed to tell.",
    remedy:
      "Say what to do next, not what it is about; the detail belongs behind the portal or a verified call.",
    basis: policy(
      "45 CFR 164.530(c) (reasonable safeguards)",
      "organization default: no clinical words in short outlets",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The next step, without its reason",
          edit: "-    en: We missed you at your visit.\n+    en: Your care team has a time for you.",
        },
      ],
      bad: [
        {
          title: "A condition in a text message",
          edit: "-    en: We missed you at your visit.\n+    en: Your diabetes check is due.",
          marks: ["diabetes"],
        },
        {
          title: "A test in a subject line",
          edit: "-      en: A new time for your visit\n+      en: Time for your mammogram",
          marks: ["mammogram"],
        },
      ],
    },
  },
  function* (facts) {
    // The sender and the addresses are names, which have a rule of their own.
    if (!facts.outlet.short || OF_NAMES.includes(facts.outlet.part)) return;
    for (const hit of oneMistakeEach(facts.hits)) {
      if (hit.category !== "clinical" || within(hit, "sender")) continue;
      if (hit.words.every((word) => isOfAddress(word, facts))) continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" is ${kindName(hit.kind)}, and ${nameOf(facts)} can be read by anybody`,
        ...(witness && { witness }),
      };
    }
  },
);
