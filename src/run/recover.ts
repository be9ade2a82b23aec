import type { Database, SqlRow } from "../database/index.ts";
import type { Decision } from "../judge/index.ts";
import { sha256 } from "../plan/index.ts";
import { type Claimed, deliver } from "./deliver.ts";
import { dateOf, type Instant } from "./instant.ts";
import { contactsOf, lockContacts, rememberContacts } from "./ledger/contacts.ts";
import { hasEnded } from "./ledger/run-lease.ts";
import { settle } from "./ledger/settle.ts";
import { holdShares } from "./ledger/shares.ts";
import { isPaused } from "./pause.ts";
import { chunks, listOf } from "./placeholders.ts";
import { holdRoster } from "./received.ts";
import { isOver, type PlanToRun, type Run, roomOf } from "./run.ts";
import { composeAll, wordsOf } from "./send-batch.ts";

/** A claim of a run that died. Whether its message left, nobody here knows. */
interface InDoubt {
  readonly touch: string;
  readonly run: string;
  readonly patient_id: string;
  readonly address: string | null;
  readonly campaign: string;
  readonly step: string;
  readonly channel: string;
  readonly digest: string;
  readonly text: string | null;
  readonly claimedAt: Instant;
}

/** Hours after which nobody may count on it that the other side still knows a key. */
const REMEMBERED = 24;
const AT_ONCE = 200;
const DIED = "the run that claimed it died before it could say whether it left";

/**
 * Settles what a crash left claimed. Where the plan says so and the channel knows a message by its key, everybody is judged
 * once more and, if they are still to get it, it is sent again under the same key, in the same words. What may not go just
 * now (quiet hours, a pause, a way that is closed) stays in doubt for the next run, up to a day. All else is parked for a
 * person, and never sent again.
 */
export async function recover(running: Run): Promise<void> {
  const doubts = await inDoubt(running);
  if (doubts.length === 0) return;
  const again = new Map<PlanToRun, InDoubt[]>();
  const lost: InDoubt[] = [];
  for (const doubt of doubts) {
    const plan = askedAgainBy(running, doubt);
    if (plan === undefined) lost.push(doubt);
    else again.set(plan, [...(again.get(plan) ?? []), doubt]);
  }
  running.tally.recovered.parked += lost.length;
  await running.db.transaction((open) => park(open, lost, running.now()));
  for (const [plan, asked] of again)
    for (const some of chunks(asked, AT_ONCE)) await askAgain(running, plan, some);
}

/** The plan by which a message may be sent again, whatever the hour; nothing where it must not. */
function askedAgainBy({ plans, channels, now }: Run, doubt: InDoubt): PlanToRun | undefined {
  const hours = (dateOf(now()).getTime() - dateOf(doubt.claimedAt).getTime()) / 3_600_000;
  if (hours > REMEMBERED || channels.get(doubt.channel)?.deduplicates !== true) return undefined;
  return plans.find(
    ({ plan, digest }) =>
      digest === doubt.digest &&
      plan.steps.find(({ id, when }) => id === doubt.step || when.was.includes(doubt.step))?.when.in_doubt ===
        "retry with the same key",
  );
}

async function askAgain(running: Run, plan: PlanToRun, doubts: readonly InDoubt[]): Promise<void> {
  const { db, tally, closed } = running;
  const isStopped = isOver(running) || (await isPaused(db, plan.plan.identity.campaign));
  const asked = isStopped
    ? []
    : doubts.filter(({ channel }) => !closed.has(channel)).slice(0, roomOf(running));
  const { claimed, at, parked, gone } =
    asked.length === 0
      ? { claimed: [], at: running.now(), parked: 0, gone: 0 }
      : await claimAgain(running, plan, asked);
  tally.recovered.retried += claimed.length;
  tally.recovered.parked += parked;
  tally.inDoubt += doubts.length - claimed.length - parked - gone;
  await deliver(running, plan.plan, { claimed, at, wereInDoubt: true });
}

/** Claims of runs that are over. Those of a dispatcher at work are left alone. */
async function inDoubt({ db, run }: Run): Promise<readonly InDoubt[]> {
  const runs = await db.rows(
    "SELECT DISTINCT run_id FROM ledger WHERE state = 'claimed' AND run_id <> :run",
    { run },
  );
  const over: string[] = [];
  for (const { run_id } of runs) if (await hasEnded(db, String(run_id))) over.push(String(run_id));
  if (over.length === 0) return [];
  const { sql, values } = listOf("run", over);
  const rows = await db.rows(
    `SELECT touch_key, run_id, patient_id, address, campaign, step, channel, plan_digest, text_digest, claimed_at FROM ledger
WHERE state = 'claimed' AND run_id IN (${sql}) ORDER BY claimed_at, touch_key`,
    values,
  );
  return rows.map(doubtOf);
}

function doubtOf(row: SqlRow): InDoubt {
  const orNull = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  return {
    touch: String(row.touch_key),
    run: String(row.run_id),
    patient_id: String(row.patient_id),
    address: orNull("address"),
    campaign: String(row.campaign),
    step: String(row.step),
    channel: String(row.channel),
    digest: String(row.plan_digest),
    text: orNull("text_digest"),
    claimedAt: String(row.claimed_at),
  };
}

/** Only what still belongs to the run that died: another dispatcher may have taken it over meanwhile. */
async function park(open: Database, doubts: readonly InDoubt[], now: Instant): Promise<void> {
  const runs = [...new Set(doubts.map(({ run }) => run))];
  const ends = doubts.map(({ touch }) => ({
    touch,
    state: "parked" as const,
    why: `in doubt: ${DIED}`,
    reference: null,
  }));
  await settle(open, ends, { runs, now });
}

/**
 * Judges everybody as if the claims were not there, in one transaction, and takes those over that still stand; who is not to
 * get it any more, or would get other words, is parked.
 */
async function claimAgain(
  running: Run,
  { plan, digest, acceptsEntries }: PlanToRun,
  doubts: readonly InDoubt[],
) {
  const { db, judge, run } = running;
  await rememberContacts(db, doubts.flatMap(contactsOf));
  return db.transaction(async (open) => {
    await holdRoster(open);
    await holdShares(open, plan);
    await lockContacts(open, doubts.flatMap(contactsOf), "wait");
    const old = await takeAway(open, doubts);
    const ours = doubts.filter(({ touch }) => old.has(touch));
    const at = running.now();
    if (ours.length === 0) return { claimed: [], at, parked: 0, gone: doubts.length };
    const patients = [...new Set(ours.map(({ patient_id }) => patient_id))];
    const decisions = await judge.again(open, plan, at, acceptsEntries, patients);
    const now = new Map(decisions.map((decision) => [decision.touch_key, decision]));
    const due = ours
      .flatMap(({ touch }) => now.get(touch) ?? [])
      .filter(({ decision }) => decision === "send");
    const { messages } = await composeAll({ ...running, db: open }, { plan, digest, acceptsEntries }, due);
    const made = new Map(messages.map((claimed) => [claimed.message.touch, claimed]));
    const claimed = ours.flatMap((doubt): readonly Claimed[] => {
      const message = made.get(doubt.touch);
      return message !== undefined && isTheSame(doubt, message) ? [message] : [];
    });
    const taken = new Set(claimed.map(({ message }) => message.touch));
    await putBack(open, old, (touch) => (taken.has(touch) ? run : undefined));
    const over = ours.filter(({ touch }) => !taken.has(touch) && !isForLater(now.get(touch)));
    await park(open, over, at);
    return { claimed, at, parked: over.length, gone: doubts.length - ours.length };
  });
}

/** A gateway knows a key by its words: others under the same key would be refused, or worse, sent. */
function isTheSame(doubt: InDoubt, { message, decision }: Claimed): boolean {
  return doubt.text === sha256(wordsOf(message)) && doubt.address === decision.address;
}

/** Not now, and perhaps at the next run: quiet hours, a cap, a reply that somebody has to read. */
function isForLater(decision: Decision | undefined): boolean {
  return decision !== undefined && /^(?:hold:|suppress:|pause$|wait$)/.test(decision.decision);
}

/** Takes claims out of the ledger for as long as the judge looks at it. */
async function takeAway(open: Database, doubts: readonly InDoubt[]): Promise<ReadonlyMap<string, SqlRow>> {
  const keys = listOf(
    "key",
    doubts.map(({ touch }) => touch),
  );
  const runs = listOf("run", [...new Set(doubts.map(({ run }) => run))]);
  const where = `touch_key IN (${keys.sql}) AND state = 'claimed' AND run_id IN (${runs.sql})`;
  const values = { ...keys.values, ...runs.values };
  const rows = await open.rows(`SELECT * FROM ledger WHERE ${where}`, values);
  await open.run(`DELETE FROM ledger WHERE ${where}`, values);
  return new Map(rows.map((row) => [String(row.touch_key), row]));
}

/** Puts them back as they were, some as claims of another run. They keep the instant at which they were claimed first. */
async function putBack(
  open: Database,
  old: ReadonlyMap<string, SqlRow>,
  runOf: (touch: string) => string | undefined,
): Promise<void> {
  const rows = [...old].map(
    ([touch, row]): SqlRow => ({ ...row, run_id: runOf(touch) ?? row.run_id ?? null }),
  );
  const columns = Object.keys(rows[0] ?? {});
  await open.insert(
    "ledger",
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );
}
