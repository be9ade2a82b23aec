import type { Facts, OutletFacts } from "../../analysis/index.ts";
import { type Campaign, isControlled } from "../../model/index.ts";

/** The controlled facts that decide who is written to, as they are read aloud; nothing where there are none. */
export function chosenBy(campaign: Campaign, facts: Facts): string | undefined {
  const controlled = facts.selectionOf(campaign).filter(({ field }) => field && isControlled(field.class));
  return controlled.length === 0 ? undefined : [...new Set(controlled.map(({ path }) => path))].join(" and ");
}

/**
 * Whether words here must be as true for somebody who was not chosen: where a controlled fact may not be said. The
 * hand-off to a clinician answers what somebody asked.
 */
export function mustTellNothing({ outlet }: OutletFacts): boolean {
  return !isControlled(outlet.ceiling) && outlet.part !== "phone.clinical_question";
}
