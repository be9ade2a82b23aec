import type { Database } from "../../database/index.ts";
import type { Instant } from "../instant.ts";
import { listOf } from "../placeholders.ts";
import { staged } from "./staged.ts";

/** How a claimed touch ends. */
export interface Settlement {
  readonly touch: string;
  readonly state: "sent" | "skipped" | "parked";
  readonly why: string | null;
  readonly reference: string | null;
}

/**
 * Writes how claimed touches ended. One that is settled already stays as it is.
 *
 * @param runs only claims of these runs are settled
 */
export async function settle(
  db: Database,
  settlements: readonly Settlement[],
  { runs, now }: { readonly runs: readonly string[]; readonly now: Instant },
): Promise<void> {
  if (settlements.length === 0) return;
  const of = listOf("run", runs);
  await staged(
    db,
    "new_endings",
    "ledger",
    ["touch_key", "state", "why", "provider_ref"],
    settlements.map(({ touch, state, why, reference }) => [touch, state, why, reference]),
  );
  await db.run(
    `UPDATE ledger SET state = v.state, why = v.why, provider_ref = v.provider_ref, settled_at = CAST(:now AS TIMESTAMP)
FROM new_endings v
WHERE ledger.touch_key = v.touch_key AND ledger.state = 'claimed' AND ledger.run_id IN (${of.sql})`,
    { ...of.values, now },
  );
}

/**
 * Takes claims back whose messages surely did not leave: the next tick judges them again.
 *
 * @param run only claims of this run are taken back
 */
export async function release(db: Database, touches: readonly string[], run: string): Promise<void> {
  if (touches.length === 0) return;
  const list = listOf("key", touches);
  const ours = `touch_key IN (${list.sql}) AND state = 'claimed' AND run_id = :run`;
  const values = { ...list.values, run };
  await db.run(
    `DELETE FROM sent_words WHERE touch_key IN (SELECT touch_key FROM ledger WHERE ${ours})`,
    values,
  );
  await db.run(`DELETE FROM ledger WHERE ${ours}`, values);
}
