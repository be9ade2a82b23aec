import type { SqlRow } from "../database/index.ts";
import { sha256 } from "../plan/index.ts";
import type { PlanToRun, Run } from "./dispatch.ts";
import { writeTouches } from "./ledger/claim.ts";
import { lockContacts, rememberContacts } from "./ledger/contacts.ts";
import { isOver } from "./ledger/run-lease.ts";
import { settle } from "./ledger/settle.ts";
import { chunks, listOf } from "./placeholders.ts";
import { holdRoster } from "./received.ts";
import { type Claimed, composeAll, deliver, keepWords, wordsOf } from "./send-batch.ts";

/** A claim of a run that died. Whether its message left, nobody here knows. */
interface InDoubt {
  readonly touch: string;
  readonly patient: string;
  readonly address: string | null;
  readonly step: string;
  readonly channel: string;
  readonly digest: string;
  readonly text: string | null;
}

/**
 * Settles what a crash left claimed. Where the plan says so and the channel knows a message by its key, everybody is judged
 * once more and, if they are still to get it, it is sent again under the same key, in the same words. All else is parked
 * for a person, and never sent again.
 */
export async function recover(running: Run): Promise<void> {
  const { db, plans, channels, tally, now } = running;
  const doubts = await inDoubt(running);
  if (doubts.length === 0) return;
  const retried = new Set<string>();
  for (const plan of plans) {
    const again = doubts.filter(({ digest, step, channel }) => {
      const policy = plan.plan.steps.find(({ id, when }) => id === step || when.was.includes(step))?.when
        .in_doubt;
      return (
        digest === plan.digest &&
        policy === "retry with the same key" &&
        channels.get(channel)?.deduplicates === true
      );
    });
    for (const some of chunks(again, 200)) {
      const claimed = await claimAgain(running, plan, some);
      for (const { message } of claimed) retried.add(message.touch);
      tally.recovered.retried += claimed.length;
      await deliver(running, plan.plan, claimed);
    }
  }
  const parked = doubts.filter(({ touch }) => !retried.has(touch));
  tally.recovered.parked += parked.length;
  const why = "in doubt: the run that claimed it died before it could say whether it left";
  await db.transaction((open) =>
    settle(
      open,
      parked.map(({ touch }) => ({ touch, state: "parked", why, reference: null })),
      now(),
    ),
  );
}

/** Claims of runs that are over. Those of a dispatcher at work are left alone. */
async function inDoubt({ db, run }: Run): Promise<readonly InDoubt[]> {
  const runs = await db.rows(
    "SELECT DISTINCT run_id FROM ledger WHERE state = 'claimed' AND run_id <> :run",
    { run },
  );
  const over: string[] = [];
  for (const { run_id } of runs) if (await isOver(db, String(run_id))) over.push(String(run_id));
  if (over.length === 0) return [];
  const { sql, values } = listOf("run", over);
  const rows = await db.rows(
    `SELECT touch_key, patient_id, address, step, channel, plan_digest, text_digest FROM ledger
WHERE state = 'claimed' AND run_id IN (${sql}) ORDER BY claimed_at, touch_key`,
    values,
  );
  return rows.map(doubtOf);
}

function doubtOf(row: SqlRow): InDoubt {
  const orNull = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  return {
    touch: String(row.touch_key),
    patient: String(row.patient_id),
    address: orNull("address"),
    step: String(row.step),
    channel: String(row.channel),
    digest: String(row.plan_digest),
    text: orNull("text_digest"),
  };
}

/** Takes the old claims back and claims anew whatever the judge still sends, in one transaction. */
async function claimAgain(
  running: Run,
  plan: PlanToRun,
  doubts: readonly InDoubt[],
): Promise<readonly Claimed[]> {
  const { db, judge, run, now } = running;
  const contacts = doubts.flatMap(({ patient, address }) => [
    `patient ${patient}`,
    ...(address === null ? [] : [`address ${address}`]),
  ]);
  await rememberContacts(db, contacts);
  return db.transaction(async (open) => {
    if (!(await holdRoster(open))) return [];
    await lockContacts(open, contacts, "wait");
    const { sql, values } = listOf(
      "key",
      doubts.map(({ touch }) => touch),
    );
    const old = await open.rows(
      `SELECT * FROM ledger WHERE touch_key IN (${sql}) AND state = 'claimed'`,
      values,
    );
    await open.run(`DELETE FROM ledger WHERE touch_key IN (${sql}) AND state = 'claimed'`, values);
    const at = now();
    const patients = [...new Set(doubts.map(({ patient }) => patient))];
    const decisions = await judge.again(open, plan.plan, at, plan.acceptsEntries, patients);
    const ours = new Map(doubts.map((doubt) => [doubt.touch, doubt]));
    const due = decisions.filter(
      ({ decision, touch_key }) => decision === "send" && ours.has(touch_key ?? ""),
    );
    const { messages } = await composeAll({ ...running, db: open }, plan, due);
    // A gateway knows a key by its words: others under the same key would be refused, or worse, sent.
    const same = messages.filter(({ message, decision }) => {
      const doubt = ours.get(message.touch);
      return doubt?.text === sha256(wordsOf(message)) && doubt.address === decision.address;
    });
    const touches = same.map(({ decision, message }) => ({
      decision,
      state: "claimed" as const,
      why: null,
      textDigest: sha256(wordsOf(message)),
    }));
    const written = await writeTouches(open, touches, { run, plan: plan.digest, now: at });
    await open.run(`DELETE FROM sent_words WHERE touch_key IN (${sql})`, values);
    await keepWords(open, same);
    // The others keep their row, to be parked.
    const kept = old.filter(({ touch_key }) => !written.has(String(touch_key)));
    const columns = Object.keys(kept[0] ?? {});
    await open.insert(
      "ledger",
      columns,
      kept.map((row) => columns.map((column) => row[column] ?? null)),
    );
    return same.filter(({ message }) => written.has(message.touch));
  });
}
