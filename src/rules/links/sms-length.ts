import { languageName } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";

export default outletRule(
  {
    code: "X104",
    name: "sms-length",
    summary: "A text message that can be too long",
    why: "A long text is cut into parts that may arrive apart or out of order, and a part that arrives alone may say what the whole would not. The longest rendering must fit, not the one with a short name.",
    remedy: "Shorten the text, or give the field a smaller `longest`.",
    basis: practice("3GPP TS 23.038: 160 septets alone, 153 in a part; UCS-2 70 and 67"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A shorter text",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} Pick a new time:",
        },
      ],
      bad: [
        {
          title: "Too long with the longest name",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} {{ message.purpose }} {{ message.next_step }} Pick a new time here:",
          marks: [
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} {{ message.next_step }} Pick a new time here:\n        {{ link.book_online }} or call {{ clinic.phone }}.",
          ],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { organization } }) {
    const { outlet, length, smsParts } = facts;
    if (outlet.part !== "sms.body") return;
    const limit = organization.channels.sms.parts ?? 1;
    if (smsParts <= limit) return;
    if (!Number.isFinite(length.longest)) {
      // A name that nothing declares has no length because it has no meaning, which is said where it is written.
      if (facts.flows.some(({ declared }) => declared === undefined)) return;
      yield {
        at: outlet.at,
        message: `nothing bounds the length of the text message of ${outlet.step} in ${languageName(outlet.language)}`,
        remedy: "Give each field that it prints a `longest` in library/fields.yaml.",
      };
      return;
    }
    const size =
      length.ucs2 > 0 && length.ucs2 > length.septets
        ? `${length.ucs2} characters outside the GSM alphabet`
        : `${length.septets} characters`;
    yield {
      at: outlet.at,
      message: `in the worst case the text message of ${outlet.step} in ${languageName(outlet.language)} takes ${smsParts} parts (${size}), and ${limit} ${limit === 1 ? "is" : "are"} allowed`,
      witness: { text: facts.sample, when: "" },
    };
  },
);
