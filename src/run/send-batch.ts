import type { Database } from "../database/index.ts";
import { composerOf, type Message } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import { sha256 } from "../plan/index.ts";
import { type Composed, composeTouches } from "./compose-touches.ts";
import { type Batch, type Claimed, deliver } from "./deliver.ts";
import type { Instant } from "./instant.ts";
import { writeTouches } from "./ledger/claim.ts";
import { contactsOf, lockContacts, rememberContacts } from "./ledger/contacts.ts";
import { holdShares } from "./ledger/shares.ts";
import { isPaused } from "./pause.ts";
import { holdRoster } from "./received.ts";
import type { PlanToRun, Run } from "./run.ts";
import { giveToOwner, writeLeftOut } from "./skips.ts";

/**
 * Claims some touches together, sends them, and settles them.
 *
 * @returns how many touches are done with, and how many were left because somebody else holds them
 */
export async function sendBatch(running: Run, plan: PlanToRun, decisions: readonly Decision[]) {
  const composed = await composeAll(running, plan, decisions);
  const { batch, leftOut, heldByOthers } = await claim(running, plan, composed);
  return { moved: leftOut + (await deliver(running, plan.plan, batch)), heldByOthers };
}

/** The exact words of each touch under the plan that it runs by. */
export async function composeAll(
  { db, compose }: Run,
  { plan, digest }: PlanToRun,
  decisions: readonly Decision[],
): Promise<Composed> {
  return composeTouches(db, plan, compose.get(digest) ?? composerOf(plan), decisions);
}

/**
 * In one transaction, with every contact locked: everybody is judged once more, and only what is still to be sent, to the
 * same address, is claimed. An event that is imported before is seen; one that is imported after waits for the lock.
 */
async function claim(
  running: Run,
  { plan, digest, acceptsEntries }: PlanToRun,
  { messages, left }: Composed,
) {
  const { db, judge, run, tally } = running;
  const wanted = [...messages.map(({ decision }) => decision), ...left.map(({ decision }) => decision)];
  await rememberContacts(db, wanted.flatMap(contactsOf));
  return db.transaction(async (open) => {
    const batchOf = (claimed: readonly Claimed[], at: Instant): Batch => ({
      claimed,
      at,
      wereInDoubt: false,
    });
    const none = { batch: batchOf([], running.now()), leftOut: 0, heldByOthers: 0 };
    if (wanted.length === 0 || (await isPaused(open, plan.identity.campaign))) return none;
    await holdRoster(open);
    if (!running.isDry) await holdShares(open, plan);
    const ours = await lockContacts(open, wanted.flatMap(contactsOf), "skip");
    const free = wanted.filter((decision) => contactsOf(decision).every((contact) => ours.has(contact)));
    const freeKeys = new Set(free.map(({ touch_key }) => touch_key));
    const heldByOthers = wanted.length - free.length;
    if (free.length === 0) return { ...none, heldByOthers };
    const at = running.now();
    const patients = [...new Set(free.map(({ patient_id }) => patient_id))];
    const again = await judge.again(open, plan, at, acceptsEntries, patients);
    const standing = new Map(
      again.flatMap((decision) => (decision.decision === "send" ? [[decision.touch_key, decision]] : [])),
    );
    const stands = ({ touch_key, address, language, arm }: Decision) => {
      const now = standing.get(touch_key);
      return (
        freeKeys.has(touch_key) &&
        now !== undefined &&
        now.address === address &&
        now.language === language &&
        now.arm === arm
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
    return { batch: batchOf(won, at), leftOut: leftOut.size, heldByOthers };
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
