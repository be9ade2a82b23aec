import type { OutletFacts } from "../../analysis/index.ts";
import { isWithinClaim } from "../../analysis/index.ts";
import { mainStatements } from "../../lexicon/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, wordsOf } from "../where.ts";
import { INCENTIVE_LIMITS } from "./incentive-limits.ts";
import { unapproved } from "./uses.ts";

const { perItem, perYear } = INCENTIVE_LIMITS;

export default outletRule(
  {
    code: "L107",
    name: "incentive-limit",
    summary: "A gift or reward for coming back",
    why: "Something of value that may sway a patient of Medicare or Medicaid in the choice of a provider is forbidden, but for trifles: 15 dollars an item, 75 dollars a year, and never cash or what is spent like cash, as most gift cards are.",
    remedy:
      "Take the gift out. A trifle that counsel has cleared belongs, with its value, into an approved claim.",
    basis: law(
      "42 U.S.C. 1320a-7a(a)(5)",
      "42 U.S.C. 1320a-7b(b)",
      "OIG policy statement on gifts of nominal value, 7 December 2016",
    ),
    severity: "error",
    waivable: "compliance",
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
  function* (facts) {
    yield* unapproved(
      facts,
      ["gift"],
      (name) =>
        `${name} that no approved claim covers; patients of Medicare and Medicaid may get ${perItem} dollars an item and ${perYear} a year, and nothing like cash`,
    );
    yield* beyondLimit(facts);
  },
);

/** Approved words are within the law only if what they give is: whoever approved them may have missed the limit. */
function* beyondLimit(facts: OutletFacts) {
  const gifts = facts.hits.filter((hit) => hit.kind === "gift" && isWithinClaim(hit));
  for (const hit of mainStatements(
    gifts,
    ({ words }) => words.length,
    (a, b) => a.words.some((word) => b.words.includes(word)),
  )) {
    const mark = hit.words[0]?.marks.find((name) => name.startsWith("claim:"));
    const claim = facts.claims.find(({ claim: { id } }) => `claim:${id}` === mark)?.claim;
    const text = claim?.text.get(facts.outlet.language)?.value ?? "";
    const most = Math.max(0, ...amountsIn(text));
    const isCash = CASH.test(text);
    if (claim === undefined || (most <= perItem && !isCash)) continue;
    const what = isCash
      ? "cash, or what is spent like cash"
      : `${most} dollars, more than ${perItem} an item`;
    yield {
      at: spanOf(hit.words, facts.outlet.at),
      message: `the approved claim ${claim.id} in ${nameOf(facts)} gives ${what} ("${wordsOf(hit.words)}")`,
      related: [{ at: claim.at, message: `${claim.id} is registered here` }],
    };
  }
}

const CASH = /\bcash|gift (?:card|certificate)|prepaid|dinero|efectivo|tarjetas? de regalo/i;

/** Amounts in dollars that a text names. */
function amountsIn(text: string): readonly number[] {
  return [...text.matchAll(/\$ ?(\d[\d,]*(?:\.\d\d)?)|(\d[\d,]*(?:\.\d\d)?) (?:dollars|dólares)/g)].map(
    ([, sign, word]) => Number((sign ?? word ?? "0").replaceAll(",", "")),
  );
}
