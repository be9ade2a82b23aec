import type { Database } from "../../../src/database/index.ts";
import { judgeTick } from "../../../src/judge/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { parkedTouches } from "../../../src/run/index.ts";
import type { SharedClock } from "./clock.ts";
import { readBy } from "./clock.ts";
import type { Journal, Received } from "./receivers.ts";

/** When somebody's stop was in the ledger, and how long afterwards what was claimed before may still arrive: milliseconds. */
export interface Stop {
  readonly patient: string;
  readonly recorded: number;
  readonly grace: number;
}

export interface Evidence {
  readonly plan: Plan;
  readonly clock: SharedClock;
  readonly journal: Journal;
  readonly stops: readonly Stop[];
}

interface Touch {
  readonly patient: string;
  readonly state: string;
}

/**
 * The promise of docs/operations.md, held against what the other side took: a sentence for each touch or person with whom it
 * is broken.
 *
 * @param db the ledger, when all runs are over and nobody writes
 */
export async function breaches(db: Database, evidence: Evidence): Promise<readonly string[]> {
  const rows = await db.rows("SELECT touch_key, state, patient_id FROM ledger ORDER BY touch_key");
  const ledger = new Map(
    rows.map((row): [string, Touch] => [
      String(row.touch_key),
      { state: String(row.state), patient: String(row.patient_id) },
    ]),
  );
  return [
    ...sentTwice(evidence.journal),
    ...endedWrongly(ledger, evidence.journal),
    ...(await unlisted(db, ledger)),
    ...afterStops(ledger, evidence),
    ...(await claimedAfterStops(db)),
    ...(await leftOver(db, evidence)),
  ];
}

function sentTwice({ mails, texts, changed }: Journal): readonly string[] {
  return [
    ...repeatedIn(mails).map((key) => `the mail ${key} came twice`),
    ...repeatedIn(texts).map((key) => `the text ${key} was accepted twice`),
    ...changed.map((key) => `the text ${key} came again in other words`),
  ];
}

function repeatedIn(received: readonly Received[]): readonly string[] {
  const seen = new Set<string>();
  return received.flatMap(({ key }) => {
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [key];
  });
}

/** Every touch is sent, skipped or parked; what was received is not called skipped, and what is called sent was received. */
function endedWrongly(ledger: ReadonlyMap<string, Touch>, { mails, texts }: Journal): readonly string[] {
  const took = new Set([...mails, ...texts].map(({ key }) => key));
  const unknown = [...took]
    .filter((key) => !ledger.has(key))
    .map((key) => `${key} was received and is not in the ledger`);
  return [
    ...unknown,
    ...[...ledger].flatMap(([key, { state }]) => {
      if (state === "claimed") return [`${key} is left claimed`];
      if (state === "sent" && !took.has(key)) return [`${key} is called sent and never came`];
      if (state === "skipped" && took.has(key)) return [`${key} is called skipped and was received`];
      return [];
    }),
  ];
}

async function unlisted(db: Database, ledger: ReadonlyMap<string, Touch>): Promise<readonly string[]> {
  const listed = new Map((await parkedTouches(db)).map(({ touch, words }) => [touch, words]));
  return [...ledger].flatMap(([key, { state }]) => {
    if (state !== "parked") return [];
    if (!listed.has(key)) return [`${key} is parked and not listed`];
    return listed.get(key) === null ? [`${key} is parked and its words are lost`] : [];
  });
}

/** By the journals: nothing comes, not even again, when what was claimed before the stop has had its time. */
function afterStops(ledger: ReadonlyMap<string, Touch>, { journal, stops }: Evidence): readonly string[] {
  const until = new Map(stops.map(({ patient, recorded, grace }) => [patient, recorded + grace]));
  return [...journal.mails, ...journal.texts, ...journal.repeated].flatMap(({ key, at }) => {
    const patient = ledger.get(key)?.patient ?? "";
    return at > (until.get(patient) ?? Number.POSITIVE_INFINITY)
      ? [`${key} came after ${patient} had said STOP`]
      : [];
  });
}

/** By the ledger: its clock counts seconds, and one clock is read for claims and stops, each while it holds the lock. */
async function claimedAfterStops(db: Database): Promise<readonly string[]> {
  const rows = await db.rows(
    `SELECT l.touch_key AS touch_key FROM ledger l
JOIN received_events r ON r.patient_id = l.patient_id AND r.kind = 'stop'
WHERE l.state <> 'skipped' AND l.claimed_at > r.recorded_at ORDER BY l.touch_key`,
  );
  return rows.map(({ touch_key }) => `${touch_key} was claimed after a recorded stop`);
}

/** Nobody is lost: whoever is under way waits, is held or is parked, and nothing that could go is left. */
async function leftOver(db: Database, { plan, clock }: Evidence): Promise<readonly string[]> {
  const tick = await judgeTick(db, plan, readBy(clock)(), { acceptsEntries: false });
  const judged = new Map<string, string>();
  for await (const decisions of tick.decisions())
    for (const { anchor_id, decision } of decisions) judged.set(anchor_id, decision);
  const active = await db.rows("SELECT anchor_id FROM enrolments WHERE state = 'active' ORDER BY anchor_id");
  return active.flatMap(({ anchor_id }) => {
    const decision = judged.get(String(anchor_id));
    if (decision === undefined) return [`${anchor_id} is under way and nobody judges it`];
    return /^(?:wait|parked|pause|hold:|suppress:|exit:)/.test(decision)
      ? []
      : [`${anchor_id} is left: ${decision}`];
  });
}
