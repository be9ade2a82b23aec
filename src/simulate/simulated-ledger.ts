import type { Database } from "../database/index.ts";
import { type Decision, type Instant, LEDGER_COLUMNS } from "../judge/index.ts";
import type { LeftOut } from "../run/index.ts";

/** Writes rows of the ledger as a run would leave them: sent at once, or left out. */
export async function writeLedger(
  db: Database,
  sends: readonly Decision[],
  left: readonly LeftOut[],
  { now, digest }: { readonly now: Instant; readonly digest: string },
): Promise<void> {
  const row = (touch: Decision, state: "sent" | "skipped", why: string | null) => {
    const all: Readonly<Record<string, string | number | null>> = {
      touch_key: touch.touch_key,
      campaign: touch.campaign,
      patient_id: touch.patient_id,
      anchor_id: touch.anchor_id,
      entry: touch.entry,
      step: touch.step,
      step_no: touch.step_no,
      recipient: touch.recipient,
      channel: touch.channel,
      address: touch.address,
      team: touch.team,
      arm: touch.arm,
      segment: touch.segment,
      language: touch.language,
      state,
      why,
      claimed_at: now,
      settled_at: now,
      provider_ref: state === "sent" ? "simulated" : null,
      run_id: "simulation",
      plan_digest: digest,
      text_digest: null,
    };
    return LEDGER_COLUMNS.map((column) => all[column] ?? null);
  };
  const withStep = left.filter(({ decision }) => decision.step !== null);
  await db.insert("ledger", LEDGER_COLUMNS, [
    ...sends.map((touch) => row(touch, "sent", null)),
    ...withStep.map(({ decision, why }) => row(decision, "skipped", why)),
  ]);
}
