import { type Kind, kindName } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { openHits } from "./open-parts.ts";

const TREATMENT: readonly Kind[] = ["medicine", "vaccine", "test", "procedure"];

export default outletRule(
  {
    code: "P124",
    name: "no-treatment-detail",
    summary: "A medicine, a test or a procedure in a letter",
    why: "A letter is read by whoever opens the mail, and an email on a shared computer. The channel may carry scheduling facts; a medicine or a test that is typed in is a clinical one, for everybody who gets the message.",
    remedy: "Say “your visit” or “your follow-up”; the detail belongs in the portal or in a verified call.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)", "organization default: channel ceilings"),
    severity: "warning",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The visit, without its content",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Your follow-up visit is still open. Call us at {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "A medicine in a letter",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Your metformin is due. Call us at {{ clinic.phone }}.",
          marks: ["metformin"],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    for (const { kind, words } of openHits(facts, campaign, all)) {
      if (!TREATMENT.includes(kind)) continue;
      const witness = witnessOf(words, facts);
      yield {
        at: spanOf(words, facts.outlet.at),
        message: `"${wordsOf(words)}" is ${kindName(kind)}, and ${nameOf(facts)} may carry at most ${facts.outlet.ceiling} facts`,
        ...(witness && { witness }),
      };
    }
  },
);
