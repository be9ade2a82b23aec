import type { Plan } from "../../plan/index.ts";
import type { EventKind } from "../../roster/index.ts";
import type { Instant } from "../instant.ts";
import type { Task } from "../tasks.ts";
import { dueAt } from "./due.ts";
import type { Whose } from "./whose.ts";

/** What a reply asks of people beside being written down. */
export type Route = Pick<Task, "kind" | "team" | "what" | "due_at">;

/**
 * Who answers an event, until when: as the campaign's playbook says. A reply that nobody could class is the owner's to
 * read; side effects are a nurse's, whoever asked why somebody declined.
 *
 * @returns nothing for what the system itself has done by writing it down
 */
export function routeOf(
  kind: EventKind | "may_revoke",
  reason: string | undefined,
  plan: Plan | undefined,
  whose: Whose,
  at: Instant,
): Route | undefined {
  if (plan === undefined) return undefined;
  const { respond, windows } = plan;
  const asked = kind === "declined" && reason === "side_effects" ? "clinical_question" : kind;
  const ruled = asked === "replied" || asked === "may_revoke" ? "question" : asked;
  const reply = respond.replies.find((each) => each.kind === ruled);
  const holidays = windows.holidays.map(({ on }) => on);
  if (asked === "may_revoke") {
    return {
      kind,
      team: respond.owner,
      what: `A reply to ${whose.campaign ?? "a message"} may take consent back. Nothing is sent until somebody has read it.`,
      due_at: dueAt("1 business day", at, holidays),
    };
  }
  if (reply === undefined || reply.who === "system") return undefined;
  const about = asked.replaceAll("_", " ");
  return {
    kind,
    team: reply.who,
    what: `Answer to ${whose.campaign ?? "a message"} (${about}): ${reply.do}.`,
    due_at: dueAt(reply.within, at, holidays),
  };
}
