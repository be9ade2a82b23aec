import type { OutletFacts } from "../../analysis/index.ts";
import type { Packs } from "../../packs/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, wordsOf } from "../where.ts";
import { approvedGifts } from "./gifts.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L107",
    name: "incentive-limit",
    summary: "A gift or reward for coming back",
    why: "Something of value that may sway a patient of Medicare or Medicaid in the choice of a provider is forbidden, but for trifles up to an amount an item and a year, and never cash or what is spent like cash, as most gift cards are.",
    remedy:
      "Take the gift out. A trifle that counsel has cleared belongs, with its value, into an approved claim.",
    basis: law(
      "42 U.S.C. 1320a-7a(a)(5)",
      "42 U.S.C. 1320a-7b(b)",
      "OIG policy statement on gifts of nominal value, 7 December 2016",
    ),
    severity: "error",
    waivable: "compliance",
    limits: ["gift_each", "gifts_a_year"],
    examples: {
      good: [
        {
          title: "Nothing is given",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We are glad to help. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A gift card for coming back",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Come back and get a $25 gift card. {{ message.next_step }}",
          marks: ["gift card"],
        },
        {
          title: "An approved claim that gives more than a trifle",
          edit: "library/claims.yaml:\n-      en: After you book, we send your visit time and place.\n+      en: After your visit, you get a mug worth $20 as a small gift.\n=\ncampaign.yaml:\n         {{ bring }}\n\n-        {{ claim.visit_details_by_text }}\n       es: |\n=\n-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} {{ claim.visit_details_by_text }} {{ message.next_step }}",
          marks: ["claim.visit_details_by_text"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { packs } }) {
    const limits = [least(packs, "gift_each"), least(packs, "gifts_a_year")].filter(Number.isFinite);
    const allowed =
      limits.length < 2
        ? "under no pack that applies here may it be given"
        : `patients of Medicare and Medicaid may get ${limits[0]} dollars an item and ${limits[1]} a year, and nothing like cash`;
    yield* unapproved(facts, ["gift"], (name) => `${name} that no approved claim covers; ${allowed}`);
    yield* beyondLimit(facts, least(packs, "gift_each"));
  },
  function* (campaign, facts) {
    const gives = facts.outletsOf(campaign).some((outlet) => approvedGifts(outlet).length > 0);
    if (!gives) return;
    const most = least(facts.workspace.packs, "gifts_a_year");
    yield {
      role: "compliance",
      concern: "copy",
      text: `This campaign gives something of value. With all else that your clinics give one person in a year, raffles and vouchers of the front desk too, does it stay within ${Number.isFinite(most) ? `${most} dollars` : "what the law allows"}?`,
    };
  },
);

/** The strictest amount in force; Infinity where no pack sets one. */
function least(packs: Packs, limit: "gift_each" | "gifts_a_year"): number {
  return Math.min(...packs.counts(limit).map(({ value }) => value));
}

/** Approved words are within the law only if what they give is: whoever approved them may have missed the limit. */
function* beyondLimit(facts: OutletFacts, perItem: number) {
  for (const { claim, hit, worth, isCash } of approvedGifts(facts)) {
    if (worth <= perItem && !isCash) continue;
    const what = isCash
      ? "cash, or what is spent like cash"
      : `${worth} dollars, more than ${perItem} an item`;
    yield {
      at: spanOf(hit.words, facts.outlet.at),
      message: `the approved claim ${claim.id} in ${nameOf(facts)} gives ${what} ("${wordsOf(hit.words)}")`,
      related: [{ at: claim.at, message: `${claim.id} is registered here` }],
    };
  }
}
