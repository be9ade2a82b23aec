import { type Kind, kindName } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, within, witnessOf, wordsOf } from "../where.ts";
import { chosenBy } from "./chosen.ts";
import { openHits } from "./open-parts.ts";

/** What a letter says of somebody's health that is no treatment, no result and not specially protected: those have rules of their own. */
const PLAIN: readonly Kind[] = [
  "own-sensitive",
  "cancer",
  "condition",
  "symptom",
  "chemical",
  "specialty",
  "body",
];

/** Lines for what cannot wait speak of symptoms to everybody alike. */
const FOR_EVERYBODY = ["phrase:urgent_line", "phrase:emergency_line"];

export default outletRule(
  {
    code: "P129",
    name: "no-condition-in-letter",
    summary: "A condition, a symptom or a specialty in a letter",
    why: "A letter is opened by whoever lives there, and lies about. A condition that is typed into it is told about everybody who gets it, whatever their record says, and no class of a field holds it back.",
    remedy:
      "Say “your visit” or “your follow-up”; what it is about belongs in the portal or in a verified call.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)", "organization default: channel ceilings"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The visit, without its reason",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Your follow-up visit is still open. Call us at {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "A condition",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        It is time to look at your diabetes. Call us at {{ clinic.phone }}.",
          marks: ["diabetes"],
        },
        {
          title: "A specialty",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Our cardiology team is here for you. Call us at {{ clinic.phone }}.",
          marks: ["cardiology"],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    // To people whom a clinical fact chose no letter says one: a rule of its own.
    if (facts.outlet.part !== "letter.body" || chosenBy(campaign, all) !== undefined) return;
    for (const hit of openHits(facts, campaign, all)) {
      if (!PLAIN.includes(hit.kind) || FOR_EVERYBODY.some((line) => within(hit, line))) continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" is ${kindName(hit.kind)}, and ${nameOf(facts)} may carry at most ${facts.outlet.ceiling} facts`,
        ...(witness && { witness }),
      };
    }
  },
);
