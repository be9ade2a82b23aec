import type { Database } from "../database/index.ts";
import { type Explanation, explainPatient } from "../judge/index.ts";
import { inPriority } from "./carry-out.ts";
import type { Instant } from "./instant.ts";
import { writeTouches } from "./ledger/claim.ts";
import { scratchJudge } from "./roster-judge.ts";
import type { PlanToRun } from "./run.ts";
import { shadowRunTables } from "./shadow-tables.ts";

/**
 * Explains what each plan does for one patient now, the higher priority first: what is due by one counts for the caps of
 * those after it, as in a run.
 *
 * @param db a database that is thrown away
 */
export async function explainInTurn(
  db: Database,
  plans: readonly PlanToRun[],
  now: Instant,
  patient: string,
): Promise<readonly (Explanation & { readonly campaign: string })[]> {
  const explained: (Explanation & { readonly campaign: string })[] = [];
  const [last] = inPriority(plans).slice(-1);
  if (plans.length > 1) await shadowRunTables(db);
  for (const each of inPriority(plans)) {
    const { plan } = each;
    explained.push({ campaign: plan.identity.campaign, ...(await explainPatient(db, plan, now, patient)) });
    if (each !== last) await claimFor(db, each, now, patient);
  }
  return explained;
}

async function claimFor(
  db: Database,
  { plan, digest, acceptsEntries }: PlanToRun,
  now: Instant,
  patient: string,
) {
  const decisions = await scratchJudge.again(db, plan, now, acceptsEntries, [patient]);
  const due = decisions.filter(({ decision }) => decision === "send");
  const touches = due.map((decision) => ({
    decision,
    state: "claimed" as const,
    why: null,
    textDigest: null,
  }));
  await writeTouches(db, touches, { run: "explanation", plan: digest, now });
}
