import { kindName, oneMistakeEach } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, within, witnessOf, wordsOf } from "../where.ts";
import { chosenBy, mustTellNothing } from "./chosen.ts";

export default outletRule(
  {
    code: "P126",
    name: "told-by-choice",
    summary: "A clinical word to people whom a clinical fact chose",
    why: "Where a clinical fact decides who is written to, the message must be just as true for somebody who was not chosen. A clinical word in it says what the choice did not: everybody who gets it has that in common.",
    remedy:
      "Say what to do next in words that fit anybody; what it is about belongs in the portal, or on the phone after verification.",
    basis: policy(
      "45 CFR 164.530(c) (reasonable safeguards)",
      "organization default: a text to people chosen by a clinical fact names none",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Words that fit anybody",
          edit: " owner: north_scheduling\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up",
        },
      ],
      bad: [
        {
          title: "An email that names the reason",
          edit: " owner: north_scheduling\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up\n=\n-        You can also call us at {{ clinic.phone }}.\n+        Your diabetes check can be moved. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["diabetes"],
        },
      ],
    },
  },
  function* (outlet, campaign, facts) {
    // Short outlets hold no clinical word whoever is written to: a rule of their own.
    if (outlet.outlet.short || !mustTellNothing(outlet)) return;
    const by = chosenBy(campaign, facts);
    if (by === undefined) return;
    for (const hit of oneMistakeEach(outlet.hits)) {
      // The urgent line is the same for everybody, and its words are needed.
      if (hit.category !== "clinical" || within(hit, "phrase:urgent_line") || within(hit, "sender")) continue;
      const witness = witnessOf(hit.words, outlet);
      yield {
        at: spanOf(hit.words, outlet.outlet.at),
        message: `"${wordsOf(hit.words)}" is ${kindName(hit.kind)}, and everybody who gets ${nameOf(outlet)} was chosen by ${by}`,
        ...(witness && { witness }),
      };
    }
  },
);
