import { visible, wrap } from "../../report/index.ts";
import { explainInTurn } from "../../run/index.ts";
import { momentOf } from "../ledger/moment.ts";
import type { Session } from "../session.ts";
import type { PlanFile } from "./plan-files.ts";
import type { RunOptions } from "./run-plans.ts";
import { onScratch } from "./scratch.ts";

/** Says of one person, for each plan, what was done and what is decided now, and why. */
export async function explainOne(
  plans: readonly PlanFile[],
  patient: string,
  options: RunOptions,
  session: Session,
): Promise<void> {
  const now = momentOf(options.now, "--now", session);
  const toRun = plans.map(({ plan, digest }) => ({ plan, digest, acceptsEntries: true }));
  const explained = await onScratch(plans, options, now.slice(0, 10), session, (db) =>
    explainInTurn(db, toRun, now, patient),
  );
  for (const { campaign, ...explanation } of explained) {
    if (options.json) {
      session.print(`${JSON.stringify({ campaign, now, ...explanation })}\n`);
      continue;
    }
    const lines = explanation.lines.map(
      (line) => `  ${wrap(visible(line), session.stdout.columns - 2, 4).replaceAll("\n", "\n  ")}\n`,
    );
    session.print(`${campaign} at ${now} UTC\n${lines.join("")}`);
  }
}
