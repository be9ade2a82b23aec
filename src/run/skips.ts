import type { Database } from "../database/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Run } from "./dispatch.ts";
import type { Instant } from "./instant.ts";
import { writeTouches } from "./ledger/claim.ts";
import { openTasks } from "./tasks.ts";

/** A step that is left out for somebody, and why. */
export interface LeftOut {
  readonly decision: Decision;
  /** As the ledger holds it: `no_consent`, `missing_field: patient.first_name: it is blank`. */
  readonly why: string;
}

/** The reason of a decision as the ledger holds it: `skip:no_consent` is `no_consent`. */
export function reasonOf({ decision }: Decision): string {
  return decision.replace(/^(?:skip|task):/, "");
}

/** Writes steps that are left out, so that the next one follows, and gives the owner those whom no step reaches. */
export async function leaveOut(
  { db, run, tally, now }: Run,
  plan: Plan,
  digest: string,
  decisions: readonly Decision[],
): Promise<number> {
  const at = now();
  const left = decisions.map((decision) => ({ decision, why: reasonOf(decision) }));
  return db.transaction(async (open) => {
    const written = await writeLeftOut(open, left, { run, plan: digest, now: at });
    for (const { decision, why } of left) if (written.has(decision.touch_key ?? "")) tally.skip(why);
    tally.tasks += await openTasks(open, unreachable(plan, left, written), at);
    return written.size;
  });
}

/** @param db the database of the open transaction */
export async function writeLeftOut(
  db: Database,
  left: readonly LeftOut[],
  stamp: { readonly run: string; readonly plan: string; readonly now: Instant },
): Promise<ReadonlySet<string>> {
  const touches = left.map(({ decision, why }) => ({ decision, state: "skipped" as const, why, textDigest: null }));
  return writeTouches(db, touches, stamp);
}

/** Tasks for those whom the last step could not reach either. */
export function unreachable(plan: Plan, left: readonly LeftOut[], written: ReadonlySet<string>) {
  return left
    .filter(({ decision, why }) => {
      const isLast = decision.step_no !== null && decision.step_no >= plan.steps.length;
      return written.has(decision.touch_key ?? "") && (why === "unreachable" || isLast);
    })
    .map(({ decision, why }) => ({
      key: `${decision.campaign} ${decision.anchor_id} ${decision.entry} ${decision.recipient}`,
      campaign: decision.campaign,
      patient_id: decision.patient_id,
      anchor_id: decision.anchor_id,
      kind: "unreachable",
      team: decision.team,
      what: `No step of ${decision.campaign} can reach this person (${why.split(":")[0]?.replaceAll("_", " ")}). Please find another way.`,
      due_at: null,
    }));
}
