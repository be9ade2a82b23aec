import type { Facts, OutletFacts } from "../../analysis/index.ts";
import type { Campaign, Claim } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";

/** A claim where a campaign's words use it. */
export interface ClaimUse {
  readonly claim: Claim;
  readonly outlet: OutletFacts;
  readonly at: Span;
}

/** Every use of a registered claim in a campaign, each place once however many outlets share it. */
export function claimUses(campaign: Campaign, facts: Facts): readonly ClaimUse[] {
  return facts.outletsOf(campaign).flatMap((outlet) =>
    outlet.inserts.flatMap(({ what, id, at }) => {
      const claim = what === "claim" ? facts.workspace.library.claims.get(id) : undefined;
      return claim ? [{ claim, outlet, at }] : [];
    }),
  );
}
