import { gsm7Offenders } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";

/** A picture has a finding of its own. */
const EMOJI = /\p{ExtPict}|\p{RI}|\p{EMod}|\ufe0f|\u200d/u;

export default outletRule(
  {
    code: "X105",
    name: "sms-characters",
    summary: "A character that makes a text message three times as long",
    why: "One character outside the GSM alphabet, such as a curly quote, turns the whole text into another alphabet in which a part holds 70 characters instead of 160.",
    remedy: "Write the plain character.",
    basis: practice("3GPP TS 23.038"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A straight apostrophe",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} Let's find a new time:",
        },
      ],
      bad: [
        {
          title: "A curly apostrophe",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} Let’s find a time:",
          marks: ["’"],
        },
      ],
    },
  },
  function* (facts) {
    if (facts.outlet.part !== "sms.body") return;
    for (const { character, suggestion, at } of gsm7Offenders(facts.skeleton)) {
      if (EMOJI.test(character)) continue;
      yield {
        at,
        message: `"${character}" is not in the GSM alphabet and makes the text message of ${facts.outlet.step} longer`,
        ...(suggestion !== undefined && { remedy: `Write "${suggestion}".` }),
      };
    }
  },
);
