import { judgeAgain } from "../../judge/index.ts";
import { momentOf } from "../ledger/moment.ts";
import type { Session } from "../session.ts";
import type { PlanFile } from "./plan-files.ts";
import type { RunOptions } from "./run-plans.ts";
import { onScratch } from "./scratch.ts";
import { meaningOf } from "./summary.ts";

/** Says of one person, for each plan, what is decided now and why. */
export async function explainOne(
  plans: readonly PlanFile[],
  patient: string,
  options: RunOptions,
  session: Session,
): Promise<void> {
  const now = momentOf(options.now, "--now", session);
  const decided = await onScratch(plans, options, now.slice(0, 10), session, async (db) => {
    const all = [];
    for (const { plan } of plans) all.push({ plan, decisions: await judgeAgain(db, plan, now, [patient]) });
    return all;
  });
  for (const { plan, decisions } of decided) {
    if (options.json) {
      session.print(`${JSON.stringify({ campaign: plan.identity.campaign, patient, now, decisions })}\n`);
      continue;
    }
    session.print(`${plan.identity.campaign}, ${patient}, at ${now} UTC\n`);
    if (decisions.length === 0) session.print("  Not in the campaign, and does not enter it now.\n");
    for (const { recipient, step, decision, reason } of decisions) {
      const who = recipient === "patient" ? "" : ` (to ${recipient})`;
      session.print(
        `  ${step ?? "no step"}${who}: ${meaningOf(decision)}${reason === null ? "" : ` — ${reason}`}\n`,
      );
    }
  }
}
