import type { Database } from "../../database/index.ts";
import { type Decision, LEDGER_COLUMNS } from "../../judge/index.ts";
import type { Instant } from "../instant.ts";
import { staged } from "./staged.ts";

/** A row of the ledger as it begins. */
export interface NewTouch {
  readonly decision: Decision;
  readonly state: "claimed" | "skipped";
  /** Why it was left out; nothing for a claim. */
  readonly why: string | null;
  readonly textDigest: string | null;
}

export interface LedgerStamp {
  readonly run: string;
  readonly plan: string;
  readonly now: Instant;
}

/**
 * Writes touches into the ledger, each once for ever: of two dispatchers that try, one writes.
 *
 * @param db the database of the open transaction
 * @returns the keys that this call wrote
 */
export async function writeTouches(
  db: Database,
  touches: readonly NewTouch[],
  { run, plan, now }: LedgerStamp,
): Promise<ReadonlySet<string>> {
  const rows = new Map(
    touches.flatMap(({ decision, state, why, textDigest }) => {
      const { touch_key, step, step_no, channel } = decision;
      if (touch_key === null || step === null || step_no === null || channel === null) return [];
      const row: Readonly<Record<string, string | number | null>> = {
        touch_key,
        campaign: decision.campaign,
        patient_id: decision.patient_id,
        anchor_id: decision.anchor_id,
        entry: decision.entry,
        step,
        step_no,
        recipient: decision.recipient,
        channel,
        address: decision.address,
        team: decision.team,
        arm: decision.arm,
        segment: decision.segment,
        language: decision.language,
        state,
        why,
        claimed_at: now,
        settled_at: state === "skipped" ? now : null,
        provider_ref: null,
        run_id: run,
        plan_digest: plan,
        text_digest: textDigest,
      };
      return [[touch_key, LEDGER_COLUMNS.map((column) => row[column] ?? null)] as const];
    }),
  );
  if (rows.size === 0) return new Set();
  await staged(db, "new_touches", "ledger", LEDGER_COLUMNS, [...rows.values()]);
  const list = LEDGER_COLUMNS.join(", ");
  // In one order: of two that write the same, one waits for the other, and never both.
  const written = await db.rows(
    `INSERT INTO ledger (${list}) SELECT ${list} FROM new_touches ORDER BY touch_key
ON CONFLICT (touch_key) DO NOTHING RETURNING touch_key`,
  );
  return new Set(written.map(({ touch_key }) => String(touch_key)));
}
