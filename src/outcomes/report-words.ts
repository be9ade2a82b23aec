import type { OutcomeReport } from "./report.ts";

/** What a report says of itself, on the screen and on a page. */

/** "visit completed within 30 days of the first message". */
export function goalInWords({ goal }: Pick<OutcomeReport, "goal">): string {
  return `${goal.outcome} within ${goal.withinDays} days of the first message`;
}

export const HOW_SHARES_STAND =
  "Shares stand with the interval in which they lie with 95 % confidence (Wilson). Counts from 1 to 10 are untold, and as many more as keep them from following.";

/** How bookings are credited, with the window. */
export function creditInWords({ goal }: Pick<OutcomeReport, "goal">): string {
  return `A booking within ${goal.withinDays} days of the first message is credited once: to the last step before it whose code was said, whose link was followed or whose number was called, else to the last step before it.`;
}
