import type { OutletFacts } from "../../analysis/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { isOfAddress, nameOf, spanOf, witnessOf } from "../where.ts";
import { chosenBy, mustTellNothing } from "./chosen.ts";

export default outletRule(
  {
    code: "P104",
    name: "unreviewed-word",
    summary: "A word that no list knows, where strangers can read it",
    why: "No list of clinical words is complete. In a short outlet a word is denied unless it is plain, familiar or accepted by your organization, so that a rare disease that no list contains is still stopped.",
    remedy:
      "Use a plainer word, or accept this one under `safe` in library/words.yaml: the plan then lists it among the assumptions that privacy reviews.",
    basis: policy("organization default: short outlets are deny by default"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A word that the organization accepted",
          edit: "-    en: We missed you at your visit.\n+    en: You can reschedule your visit.",
        },
      ],
      bad: [
        {
          title: "A word that nobody has reviewed",
          edit: "-    en: We missed you at your visit.\n+    en: Your Menkes visit.",
          marks: ["Menkes"],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    // Elsewhere only where the choice of people must not be told: there too a rare word may tell it.
    if (!facts.outlet.short && !(mustTellNothing(facts) && chosenBy(campaign, all) !== undefined)) return;
    if (answersMedically(facts)) return;
    const named = new Set(facts.hits.flatMap(({ words }) => words));
    for (const word of facts.unreviewed) {
      if (named.has(word) || isOfAddress(word, facts)) continue;
      if (
        word.marks.some((mark) => mark.startsWith("link") || mark === "sender" || mark.startsWith("sender:"))
      )
        continue;
      const witness = witnessOf([word], facts);
      yield {
        at: spanOf([word], facts.outlet.at),
        message: `"${word.text}" in ${nameOf(facts)} is in no list of reviewed words`,
        ...(witness && { witness }),
      };
    }
  },
);

/** Whoever asks about their health, or says that it is urgent, is answered in words that fit. */
function answersMedically({ outlet: { part, name } }: OutletFacts): boolean {
  return part === "reply.text" && (name === "clinical_question" || name === "urgent_words");
}
