import type { Witness } from "../../source/index.ts";
import { type Skeleton, witnessWithout } from "../../template/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { serves } from "../states.ts";
import { paidBy } from "./funding.ts";

/** Toll-free numbers of the North American plan. */
const TOLL_FREE = /\(?\b8(?:00|33|44|55|66|77|88)\)?[ .-]?\d{3}[ .-]?\d{4}\b/;
const REMOVAL = /\b(?:remove[ds]?|removal|taken off|retirar(?:se)?|eliminar|dar(?:se)? de baja)\b/i;

/** A rendering that has it nowhere. */
function lackingIn(skeleton: Skeleton, pattern: RegExp): Witness | undefined {
  return witnessWithout(skeleton, (piece) => piece.kind === "lit" && pattern.test(piece.text));
}

export default rule(
  {
    code: "P118",
    name: "texas-mail-marketing",
    summary: "A marketing letter to Texas without a way off the list",
    why: "A letter that markets, sent to somebody in Texas, must give a toll-free number at which they can have their name removed, and the name must be off the list within 45 days.",
    remedy: "Add to the letter: “To be removed from our mailing list, call 800-…”, with a toll-free number.",
    basis: law("Tex. Health & Safety Code 181.152"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Nobody pays: no marketing",
          edit: "library/locations.yaml:\n     telehealth:\n       - IL\n+      - TX",
        },
      ],
      bad: [
        {
          title: "Paid for, and no way off",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  marketing_authorization: marketing-form-v2\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - TX",
          marks: ["letter-1"],
        },
        {
          title: "A way off for some only",
          edit: 'recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  marketing_authorization: marketing-form-v2\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - TX\n=\ncampaign.yaml:\n         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        You can also call us at {{ clinic.phone }}. {% if visit.type == "annual-exam" %}To be removed from our list, call 800-555-0100.{% endif %}',
          marks: ["letter-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    if (paidBy(campaign) === undefined || !serves("TX", facts.workspace.library)) return;
    const reported = new Set<string>();
    for (const { step, outlet, skeleton } of facts.outletsOf(campaign)) {
      if (outlet.part !== "letter.body" || reported.has(step.id)) continue;
      const mute = lackingIn(skeleton, REMOVAL) ?? lackingIn(skeleton, TOLL_FREE);
      if (mute === undefined) continue;
      reported.add(step.id);
      yield {
        at: step.idAt,
        message: `${step.id} is a letter that somebody pays for, can go to Texas, and does not say how to get off the list${mute.when === "" ? "" : ` ${mute.when}`}`,
        ...(mute.when !== "" && { witness: mute }),
      };
    }
  },
);
