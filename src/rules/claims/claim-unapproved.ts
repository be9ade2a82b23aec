import { kindName } from "../../lexicon/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, within, witnessOf, wordsOf } from "../where.ts";

export default outletRule(
  {
    code: "L101",
    name: "claim-unapproved",
    summary: "A promise that nobody approved",
    why: "What a message says about outcomes, safety, price, coverage or availability must be true and substantiated before it is said. Approved wording with its evidence stands in the claims register.",
    remedy:
      "Use approved wording through {{ claim.<id> }}, or say what the patient can do instead of what will happen.",
    basis: law("15 U.S.C. 45 and 52 (FTC Act)", "FTC Health Products Compliance Guidance, December 2022"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "An approved statement, from the register",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} {{ claim.visit_details_by_text }} {{ message.next_step }}",
        },
        {
          title: "Plain help, no promise",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new time that works best for you.",
        },
      ],
      bad: [
        {
          title: "A guarantee typed into an email",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We guarantee a visit this week. {{ message.next_step }}",
          marks: ["guarantee"],
        },
      ],
    },
  },
  function* (facts) {
    for (const hit of facts.hits) {
      if (hit.category !== "claim" || within(hit, "claim")) continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} is ${kindName(hit.kind)} that no approved claim covers`,
        ...(witness && { witness }),
      };
    }
  },
);
