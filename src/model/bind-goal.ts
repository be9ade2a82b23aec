import { parseDuration, SPANS_OF_DAYS } from "../calendar/index.ts";
import type { Sourced } from "../workspace/index.ts";
import type { Binder } from "./binder.ts";
import { type Goal, OUTCOMES } from "./campaign.ts";
import { GOAL_UNREADABLE } from "./findings.ts";

/** More than any goal needs; a text without end is not searched for one. */
const LONGEST = 200;

/** `<outcome> within <time> of the first message`. */
export function bindGoal(binder: Binder, written: Sourced<string> | undefined): Goal | undefined {
  if (written === undefined) return undefined;
  const match = /^(.+?) within (.+) of the first message$/.exec(written.value.trim().slice(0, LONGEST));
  const outcome = OUTCOMES.find((name) => name === match?.[1]);
  const span = match?.[2] === undefined ? undefined : parseDuration(match[2], SPANS_OF_DAYS);
  if (outcome === undefined || span === undefined || !span.ok || span.value.kind !== "span") {
    // Opens and clicks are the business of a rule of its own, which says why.
    if (!/\b(open|click)/i.test(written.value)) {
      binder.report(GOAL_UNREADABLE, {
        at: written.at,
        message:
          match && outcome === undefined
            ? `"${match[1]?.slice(0, 60)}" is not an outcome that can be counted`
            : `the goal does not read as an outcome within a time`,
        remedy: `Write one of ${OUTCOMES.join(", ")}; then "within 30 days of the first message".`,
      });
    }
    return undefined;
  }
  const { count, unit } = span.value;
  return { outcome, withinDays: unit === "week" ? count * 7 : count, text: written.value, at: written.at };
}
