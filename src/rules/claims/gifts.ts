import { isWithinClaim, type OutletFacts } from "../../analysis/index.ts";
import { type Hit, mainStatements } from "../../lexicon/index.ts";
import type { Claim, Language } from "../../model/index.ts";

/** A gift that an outlet offers in the words of an approved claim. */
export interface ApprovedGift {
  readonly claim: Claim;
  readonly hit: Hit;
  /** What it is worth in dollars, as the claim says; 0 where it names no amount. */
  readonly worth: number;
  /** Cash, or what is spent like cash. */
  readonly isCash: boolean;
}

/** Gifts that approved claims give in an outlet, in reading order. */
export function approvedGifts(facts: OutletFacts): readonly ApprovedGift[] {
  const gifts = facts.hits.filter((hit) => hit.kind === "gift" && isWithinClaim(hit));
  const main = mainStatements(
    gifts,
    ({ words }) => words.length,
    (a, b) => a.words.some((word) => b.words.includes(word)),
  );
  return main.flatMap((hit) => {
    const mark = hit.words[0]?.marks.find((name) => name.startsWith("claim:"));
    const claim = facts.claims.find(({ claim: { id } }) => `claim:${id}` === mark)?.claim;
    if (claim === undefined) return [];
    const text = textOf(claim, facts.outlet.language);
    return [{ claim, hit, worth: Math.max(0, ...amountsIn(text)), isCash: CASH.test(text) }];
  });
}

/** Whether a claim names an amount in any language: only such a one can give something that adds up. */
export function namesAmount({ text }: Claim): boolean {
  return [...text.values()].some(({ value }) => amountsIn(value).length > 0);
}

function textOf({ text }: Claim, language: Language): string {
  return text.get(language)?.value ?? "";
}

const CASH = /\bcash|gift (?:card|certificate)|prepaid|dinero|efectivo|tarjetas? de regalo/i;

/** Amounts in dollars that a text names. */
function amountsIn(text: string): readonly number[] {
  return [...text.matchAll(/\$ ?(\d[\d,]*(?:\.\d\d)?)|(\d[\d,]*(?:\.\d\d)?) (?:dollars|dólares)/g)].map(
    ([, sign, word]) => Number((sign ?? word ?? "0").replaceAll(",", "")),
  );
}
