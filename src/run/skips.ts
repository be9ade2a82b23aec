import type { Database } from "../database/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Instant } from "./instant.ts";
import { writeTouches } from "./ledger/claim.ts";
import { listOf } from "./placeholders.ts";
import type { Run } from "./run.ts";
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

/** The decision that a reason in the ledger tells of. */
export function decisionOf(why: string): string {
  const [reason = why] = why.split(":");
  return reason === "unreachable" ? "task:unreachable" : `skip:${reason}`;
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
    const fresh = left.filter(({ decision }) => written.has(decision.touch_key ?? ""));
    for (const { why } of fresh) tally.skip(why);
    // Who has nobody to write to has no step that could be left out, and is the owner's all the same.
    const nobody = left.filter(({ decision }) => decision.step === null);
    tally.tasks += await giveToOwner(open, plan, [...fresh, ...nobody], at);
    return written.size;
  });
}

/** @param db the database of the open transaction */
export async function writeLeftOut(
  db: Database,
  left: readonly LeftOut[],
  stamp: { readonly run: string; readonly plan: string; readonly now: Instant },
): Promise<ReadonlySet<string>> {
  const touches = left.map(({ decision, why }) => ({
    decision,
    state: "skipped" as const,
    why,
    textDigest: null,
  }));
  return writeTouches(db, touches, stamp);
}

/**
 * Gives the owner whom the last step could not reach either, and no step before did.
 *
 * @param db the database of the open transaction, with the steps left out already written
 * @returns how many tasks were opened
 */
export async function giveToOwner(
  db: Database,
  plan: Plan,
  left: readonly LeftOut[],
  now: Instant,
): Promise<number> {
  const last = left.filter(
    ({ decision, why }) => why === "unreachable" || (decision.step_no ?? 0) >= plan.steps.length,
  );
  if (last.length === 0) return 0;
  const anchors = listOf("anchor", [...new Set(last.map(({ decision }) => decision.anchor_id))]);
  const reached = await db.rows(
    `SELECT DISTINCT anchor_id, entry, recipient FROM ledger
WHERE campaign = :campaign AND state IN ('sent', 'parked') AND anchor_id IN (${anchors.sql})`,
    { ...anchors.values, campaign: plan.identity.campaign },
  );
  const keyOf = ({ anchor_id, entry, recipient }: Pick<Decision, "anchor_id" | "entry" | "recipient">) =>
    JSON.stringify([anchor_id, entry, recipient]);
  const known = new Set(
    reached.map(({ anchor_id, entry, recipient }) =>
      keyOf({ anchor_id: String(anchor_id), entry: Number(entry), recipient: String(recipient) }),
    ),
  );
  const tasks = last
    .filter(({ decision }) => !known.has(keyOf(decision)))
    .map(({ decision, why }) => ({
      key: `${decision.campaign} ${keyOf(decision)}`,
      campaign: decision.campaign,
      patient_id: decision.patient_id,
      anchor_id: decision.anchor_id,
      kind: "unreachable",
      team: decision.team,
      what: `No step of ${decision.campaign} can reach this person (${inWords(why)}). Please find another way.`,
      due_at: null,
    }));
  return openTasks(db, tasks, now);
}

function inWords(why: string): string {
  return (why.split(":")[0] ?? why).replaceAll("_", " ");
}
