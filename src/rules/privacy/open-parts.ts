import type { Facts, OutletFacts } from "../../analysis/index.ts";
import { type Hit, oneMistakeEach } from "../../lexicon/index.ts";
import type { Campaign } from "../../model/index.ts";
import { spanOf, within } from "../where.ts";

/**
 * Clinical words of a letter, or of an email that is stated to be protected: long texts that are read at home, by
 * whoever opens the mail. Words that stand in a text message too, or in an email that nobody protects, and what is said
 * on the phone, are told by rules of their own.
 */
export function openHits(facts: OutletFacts, campaign: Campaign, { outletsOf }: Facts): readonly Hit[] {
  const { part } = facts.outlet;
  const isProtected = campaign.declarations.emailProtection !== undefined;
  if (part !== "letter.body" && !(part === "email.body" && isProtected)) return [];
  const told = new Set(
    outletsOf(campaign).flatMap((other) =>
      other.outlet.short ? oneMistakeEach(other.hits).map((hit) => placeOf(hit, other)) : [],
    ),
  );
  return oneMistakeEach(facts.hits).filter(
    (hit) => hit.category === "clinical" && !within(hit, "sender") && !told.has(placeOf(hit, facts)),
  );
}

function placeOf({ words }: Hit, { outlet }: OutletFacts): string {
  const { file, start, end } = spanOf(words, outlet.at);
  return `${file}:${start}:${end}`;
}
