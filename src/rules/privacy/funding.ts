import type { Campaign, Sourced } from "../../model/index.ts";

/** Who outside the organisation pays for a campaign, where somebody does. */
export function paidBy({ declarations: { funding } }: Campaign): Sourced<string> | undefined {
  return funding === undefined || /^(none|nobody|no|own|self)$/i.test(funding.value.trim())
    ? undefined
    : funding;
}
