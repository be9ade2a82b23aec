import type { Database } from "../database/index.ts";
import type { Channel, DueTouch, Message, Sent } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import { type Plan, sha256 } from "../plan/index.ts";
import type { PlanToRun, Run } from "./dispatch.ts";
import { writeTouches } from "./ledger/claim.ts";
import { contactsOf, lockContacts, rememberContacts } from "./ledger/contacts.ts";
import { release, type Settlement, settle } from "./ledger/settle.ts";
import { isPaused } from "./pause.ts";
import { inParallel } from "./rate.ts";
import { holdRoster } from "./received.ts";
import { recordsOf } from "./records.ts";
import { giveToOwner, type LeftOut, writeLeftOut } from "./skips.ts";

/** A message whose claim is on disk. */
export interface Claimed {
  readonly decision: Decision;
  readonly message: Message;
}

interface Written {
  readonly messages: readonly Claimed[];
  readonly left: readonly LeftOut[];
}

/**
 * Claims some touches together, sends them, and settles them.
 *
 * @returns how many touches are done with, and how many were left because somebody else holds them
 */
export async function sendBatch(running: Run, plan: PlanToRun, decisions: readonly Decision[]) {
  const composed = await composeAll(running, plan, decisions);
  const claimed = await claim(running, plan, composed);
  const settled = await deliver(running, plan.plan, claimed.messages);
  return { moved: claimed.leftOut + settled, heldByOthers: claimed.heldByOthers };
}

/** The exact words of each touch, or why there are none. Whoever left the roster meanwhile is judged again later. */
export async function composeAll(
  { db, compose }: Run,
  { plan, digest }: PlanToRun,
  decisions: readonly Decision[],
): Promise<Written> {
  const records = await recordsOf(db, plan, decisions);
  const messages: Claimed[] = [];
  const left: LeftOut[] = [];
  for (const decision of decisions) {
    const record = records.get(decision.touch_key ?? "");
    const touch = dueTouch(decision);
    if (record === undefined || touch === undefined) continue;
    const made = compose.get(digest)?.(touch, record);
    if (made === undefined) continue;
    if (made.kind === "message") messages.push({ decision, message: made.message });
    else left.push({ decision, why: `${made.decision.replace("skip:", "")}: ${made.why}` });
  }
  return { messages, left };
}

function dueTouch({ touch_key, step, ...rest }: Decision): DueTouch | undefined {
  return touch_key === null || step === null ? undefined : { ...rest, touch_key, step };
}

/**
 * In one transaction, with every contact locked: everybody is judged once more, and only what is still to be sent, to the
 * same address, is claimed. An event that is imported before is seen; one that is imported after waits for the lock.
 */
async function claim(running: Run, { plan, digest, acceptsEntries }: PlanToRun, { messages, left }: Written) {
  const { db, judge, run, tally, now } = running;
  const wanted = [...messages.map(({ decision }) => decision), ...left.map(({ decision }) => decision)];
  await rememberContacts(db, wanted.flatMap(contactsOf));
  return db.transaction(async (open) => {
    const none = { messages: [] as readonly Claimed[], leftOut: 0, heldByOthers: 0 };
    if (wanted.length === 0 || (await isPaused(open, plan.identity.campaign))) return none;
    if (!(await holdRoster(open))) {
      tally.halted.push(
        "Loading the roster was broken off: run again with --roster. Nothing is claimed before.",
      );
      return none;
    }
    const ours = await lockContacts(open, wanted.flatMap(contactsOf), "skip");
    const free = wanted.filter((decision) => contactsOf(decision).every((contact) => ours.has(contact)));
    const heldByOthers = wanted.length - free.length;
    if (free.length === 0) return { ...none, heldByOthers };
    const at = now();
    const patients = [...new Set(free.map(({ patient_id }) => patient_id))];
    const again = await judge.again(open, plan, at, acceptsEntries, patients);
    const standing = new Map(
      again.flatMap((decision) => (decision.decision === "send" ? [[decision.touch_key, decision]] : [])),
    );
    const stands = ({ touch_key, address, language, arm }: Decision) => {
      const now = standing.get(touch_key);
      const isFree = free.some((decision) => decision.touch_key === touch_key);
      return (
        isFree && now !== undefined && now.address === address && now.language === language && now.arm === arm
      );
    };
    const stamp = { run, plan: digest, now: at };
    const claims = messages.filter(({ decision }) => stands(decision));
    const touches = claims.map(({ decision, message }) => ({
      decision,
      state: "claimed" as const,
      why: null,
      textDigest: sha256(wordsOf(message)),
    }));
    const written = await writeTouches(open, touches, stamp);
    const won = claims.filter(({ message }) => written.has(message.touch));
    await keepWords(open, won);
    const skipped = left.filter(({ decision }) => stands(decision));
    const leftOut = await writeLeftOut(open, skipped, stamp);
    const fresh = skipped.filter(({ decision }) => leftOut.has(decision.touch_key ?? ""));
    for (const { why } of fresh) tally.skip(why.split(":")[0] ?? why);
    tally.tasks += await giveToOwner(open, plan, fresh, at);
    return { messages: won, leftOut: leftOut.size, heldByOthers };
  });
}

/** The words as they leave, to show later what somebody received. */
export function wordsOf(message: Message): string {
  return JSON.stringify(message, (key, value) => (key === "html" || key === "body" ? undefined : value));
}

export async function keepWords(db: Database, claimed: readonly Claimed[]): Promise<void> {
  await db.insert(
    "sent_words",
    ["touch_key", "words"],
    claimed.map(({ message }) => [message.touch, wordsOf(message)]),
  );
}

/**
 * Sends what is claimed, has the channels' files on disk, and settles.
 *
 * @returns how many are done with; the others were not accepted, and their claims are taken back
 */
export async function deliver(running: Run, plan: Plan, claimed: readonly Claimed[]): Promise<number> {
  const { db, channels, run, tally, now } = running;
  const outcomes = await inParallel(claimed, running.atATime ?? 8, async ({ decision, message }) => ({
    decision,
    touch: message.touch,
    channel: message.channel,
    sent: await send(running, channels.get(message.channel), message),
  }));
  for (const name of new Set(outcomes.map(({ channel }) => channel))) await channels.get(name)?.flush?.();
  const settlements: Settlement[] = [];
  const back: string[] = [];
  const refused: LeftOut[] = [];
  for (const { decision, touch, channel, sent } of outcomes) {
    switch (sent.outcome) {
      case "sent":
        settlements.push({ touch, state: "sent", why: null, reference: sent.reference });
        tally.sent++;
        break;
      case "refused":
        settlements.push({ touch, state: "skipped", why: `refused: ${sent.why}`, reference: null });
        refused.push({ decision, why: "refused" });
        tally.skip("refused");
        break;
      case "later":
        back.push(touch);
        tally.later++;
        break;
      case "unknown":
        // Where the other side knows the key, the next run asks again under it.
        if (channels.get(channel)?.deduplicates) tally.inDoubt++;
        else {
          settlements.push({ touch, state: "parked", why: `in doubt: ${sent.why}`, reference: null });
          tally.parked++;
        }
        break;
    }
  }
  await db.transaction(async (open) => {
    await settle(open, settlements, now());
    await release(open, back, run);
    tally.tasks += await giveToOwner(open, plan, refused, now());
  });
  return outcomes.length - back.length;
}

async function send(running: Run, channel: Channel | undefined, message: Message): Promise<Sent> {
  const { closed, tally } = running;
  if (channel === undefined || closed.has(message.channel))
    return { outcome: "later", why: `nothing is sent by ${message.channel} in this run` };
  await running.paceOf();
  if (closed.has(message.channel)) return { outcome: "later", why: `${message.channel} has stopped` };
  const sent = await channel.send(message, message.touch);
  if (sent.outcome === "later" && sent.halts) {
    closed.add(message.channel);
    tally.halted.push(`Nothing more goes by ${message.channel} in this run: ${sent.why}.`);
  }
  return sent;
}
