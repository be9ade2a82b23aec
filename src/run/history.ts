import type { Database, SqlRow } from "../database/index.ts";

/** One touch as it was, with the exact words. */
export interface PastTouch {
  readonly touch: string;
  readonly campaign: string;
  readonly step: string;
  readonly channel: string;
  readonly recipient: string;
  readonly address: string | null;
  readonly state: string;
  readonly why: string | null;
  readonly claimedAt: string;
  readonly settledAt: string | null;
  readonly reference: string | null;
  readonly planDigest: string;
  /** The message as it left, as JSON; nothing for a step that was left out. */
  readonly words: string | null;
}

/** Everything that was done about a patient, in the order of time. */
export interface History {
  readonly touches: readonly PastTouch[];
  readonly enrolments: readonly SqlRow[];
  readonly events: readonly SqlRow[];
  readonly tasks: readonly SqlRow[];
}

const TOUCH = `SELECT l.touch_key, l.campaign, l.step, l.channel, l.recipient, l.address, l.state, l.why, l.claimed_at, l.settled_at,
  l.provider_ref, l.plan_digest, w.words
FROM ledger l LEFT JOIN sent_words w ON w.touch_key = l.touch_key`;

export async function historyOf(db: Database, patient: string): Promise<History> {
  const touches = await db.rows(`${TOUCH} WHERE l.patient_id = :patient ORDER BY l.claimed_at, l.touch_key`, {
    patient,
  });
  return {
    touches: touches.map(touchOf),
    enrolments: await db.rows(
      "SELECT campaign, anchor_id, entered_at, segment, arm, language, state, ended_at, ended_why FROM enrolments WHERE patient_id = :patient ORDER BY entered_at, campaign",
      { patient },
    ),
    events: await db.rows(
      'SELECT kind, "at", channel, campaign, reason FROM received_events WHERE patient_id = :patient ORDER BY "at", event_id',
      { patient },
    ),
    tasks: await db.rows(
      "SELECT kind, team, what, opened_at, due_at, closed_at FROM tasks WHERE patient_id = :patient ORDER BY opened_at, task_id",
      { patient },
    ),
  };
}

/** Messages of which nobody knows whether they left, the oldest first. */
export async function parkedTouches(db: Database): Promise<readonly PastTouch[]> {
  const rows = await db.rows(`${TOUCH} WHERE l.state = 'parked' ORDER BY l.claimed_at, l.touch_key`);
  return rows.map(touchOf);
}

/**
 * Settles a parked touch as a person found it: the sequence goes on from there. Nothing is sent by it.
 *
 * @returns false where no touch of that key is parked
 */
export async function settleByHand(
  db: Database,
  touch: string,
  left: boolean,
  now: string,
): Promise<boolean> {
  const changed = await db.run(
    `UPDATE ledger SET state = :state, why = :why, settled_at = CAST(:now AS TIMESTAMP) WHERE touch_key = :touch AND state = 'parked'`,
    {
      touch,
      now,
      state: left ? "sent" : "skipped",
      why: left ? "in doubt; a person found that it left" : "in doubt; a person found that it did not leave",
    },
  );
  return changed > 0;
}

function touchOf(row: SqlRow): PastTouch {
  const orNull = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  return {
    touch: String(row.touch_key),
    campaign: String(row.campaign),
    step: String(row.step),
    channel: String(row.channel),
    recipient: String(row.recipient),
    address: orNull("address"),
    state: String(row.state),
    why: orNull("why"),
    claimedAt: String(row.claimed_at),
    settledAt: orNull("settled_at"),
    reference: orNull("provider_ref"),
    planDigest: String(row.plan_digest),
    words: orNull("words"),
  };
}
