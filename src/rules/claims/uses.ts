import { type Facts, isWithinClaim, type OutletFacts } from "../../analysis/index.ts";
import { type Hit, type Kind, kindName, mainStatements, oneMistakeEach } from "../../lexicon/index.ts";
import type { Campaign, Claim } from "../../model/index.ts";
import type { Finding, Related, Span } from "../../source/index.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

/** A claim where a campaign's words use it. */
export interface ClaimUse {
  readonly claim: Claim;
  readonly outlet: OutletFacts;
  readonly at: Span;
}

/** Every use of a registered claim in a campaign, by name or typed out word for word, in each outlet that has it. */
export function claimUses(campaign: Campaign, facts: Facts): readonly ClaimUse[] {
  return [...facts.outletsOf(campaign), ...facts.answersOf(campaign)].flatMap((outlet) =>
    outlet.claims.map(({ claim, at }) => ({ claim, outlet, at })),
  );
}

/** Where a claim stands in the register. */
export function entryOf({ id, at }: Claim): Related {
  return { at, message: `${id} is registered here` };
}

/**
 * Statements and offers of these kinds that no approved claim covers. Words that are nearly a claim are left to the rule that shows
 * how they differ: one mistake is one finding.
 */
export function* unapproved(
  facts: OutletFacts,
  kinds: readonly Kind[],
  said: (name: string) => string = (name) => `${name} that no approved claim covers`,
): Generator<Finding> {
  const near = new Set(facts.nearClaims.flatMap(({ words }) => words));
  for (const hit of statementsOf(facts)) {
    if (!kinds.includes(hit.kind) || hit.words.some((word) => near.has(word))) continue;
    const witness = witnessOf(hit.words, facts);
    yield {
      at: spanOf(hit.words, facts.outlet.at),
      message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} is ${said(kindName(hit.kind))}`,
      ...(witness && { witness }),
    };
  }
}

/** Claims and offers in the author's own words; of those that share words in a rendering the one that says most, and those of a kind that follow one another as one. */
export function statementsOf(facts: OutletFacts): readonly Hit[] {
  const own = facts.hits.filter((hit) => !isWithinClaim(hit));
  return oneMistakeEach(mainStatements(own, ({ words }) => words.length, sharesWords));
}

/** Whether the longer says what the other says, wherever the other is said. */
function sharesWords(longer: Hit, other: Hit): boolean {
  const guards = new Set(longer.words.map(({ when }) => when));
  return (
    other.words.some((word) => longer.words.includes(word)) &&
    other.words.every((word) => word.when === "" || guards.has(word.when))
  );
}
