import type { Message, Sent } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { dateOf, type Instant } from "./instant.ts";
import { release, type Settlement, settle } from "./ledger/settle.ts";
import { inParallel } from "./rate.ts";
import type { Run } from "./run.ts";
import { giveToOwner, type LeftOut } from "./skips.ts";

/** A message whose claim is on disk. */
export interface Claimed {
  readonly decision: Decision;
  readonly message: Message;
}

/** Messages that were claimed together, and when. */
export interface Batch {
  readonly claimed: readonly Claimed[];
  readonly at: Instant;
  /** They may have left already, in a run that died: what is not taken now stays in doubt. */
  readonly wereInDoubt: boolean;
}

/** Seconds after its claim in which a message may begin to leave. A computer that slept meanwhile judges anew. */
const LONGEST_CLAIM = 300;
/** Milliseconds that a way may take to answer, with all its own time-outs and attempts. */
const ANSWER_WITHIN = 240_000;

interface Outcome extends Claimed {
  readonly sent: Sent;
}

/**
 * Sends what is claimed, has the channels' files on disk, and settles.
 *
 * @returns how many are done with; the others were not accepted, and their claims are taken back
 * @throws what a way could not do on this computer, such as write to a full disk, when all else is settled; what was to go
 * that way is in doubt
 */
export async function deliver(running: Run, plan: Plan, batch: Batch): Promise<number> {
  const { db, run, now, tally } = running;
  const failures = new Map<string, unknown>();
  const outcomes = await inParallel(
    batch.claimed,
    running.atATime ?? 8,
    async (claimed): Promise<Outcome> => {
      const { channel } = claimed.message;
      const sent = await send(running, claimed.message, batch.at).catch((error: unknown): Sent => {
        failures.set(channel, error);
        running.closed.add(channel);
        return { outcome: "unknown", why: "this computer failed" };
      });
      return { ...claimed, sent };
    },
  );
  await flush(running, new Set(batch.claimed.map(({ message }) => message.channel)), failures);
  const known = outcomes.filter(
    ({ message, sent }) => sent.outcome === "later" || !failures.has(message.channel),
  );
  const { settlements, back, refused } = endings(running, known, batch.wereInDoubt);
  await db.transaction(async (open) => {
    await settle(open, settlements, { runs: [run], now: now() });
    await release(open, back, run);
    tally.tasks += await giveToOwner(open, plan, refused, now());
  });
  const [failure] = failures.values();
  if (failure !== undefined) throw failure;
  return outcomes.length - back.length;
}

async function send(running: Run, message: Message, claimedAt: Instant): Promise<Sent> {
  const { closed, tally, channels } = running;
  const channel = channels.get(message.channel);
  if (channel === undefined || closed.has(message.channel))
    return { outcome: "later", why: `nothing is sent by ${message.channel} in this run` };
  await running.paceOf();
  if (closed.has(message.channel)) return { outcome: "later", why: `${message.channel} has stopped` };
  if (secondsBetween(claimedAt, running.now()) > LONGEST_CLAIM)
    return { outcome: "later", why: "its claim is too old" };
  const sent = await inTime(channel.send(message, message.touch), running.answerWithin ?? ANSWER_WITHIN);
  if (sent.outcome === "later" && sent.halts) {
    closed.add(message.channel);
    tally.halted.push(`Nothing more goes by ${message.channel} in this run: ${sent.why}.`);
  }
  return sent;
}

function secondsBetween(from: Instant, to: Instant): number {
  return (dateOf(to).getTime() - dateOf(from).getTime()) / 1000;
}

/** A way that never answers must not hold a run for ever. */
async function inTime(sending: Promise<Sent>, milliseconds: number): Promise<Sent> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sent>((resolve) => {
    timer = setTimeout(resolve, milliseconds, { outcome: "unknown", why: "no answer came in time" });
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function flush(
  { channels }: Run,
  names: ReadonlySet<string>,
  failures: Map<string, unknown>,
): Promise<void> {
  for (const name of names) {
    await channels
      .get(name)
      ?.flush?.()
      .catch((error: unknown) => failures.set(name, error));
  }
}

/** What is written down of each message, and counted. */
function endings({ channels, tally }: Run, outcomes: readonly Outcome[], wereInDoubt: boolean) {
  const settlements: Settlement[] = [];
  const back: string[] = [];
  const refused: LeftOut[] = [];
  const park = (touch: string, why: string) => {
    settlements.push({ touch, state: "parked", why: `in doubt: ${why}`, reference: null });
    tally.parked++;
  };
  for (const { decision, message, sent } of outcomes) {
    const { touch } = message;
    tally.later.delete(touch);
    switch (sent.outcome) {
      case "sent":
        settlements.push({ touch, state: "sent", why: null, reference: sent.reference });
        tally.sent++;
        break;
      case "refused":
        // What may have left before was not refused then.
        if (wereInDoubt) park(touch, `asked again under the same key, and refused: ${sent.why}`);
        else {
          settlements.push({ touch, state: "skipped", why: `refused: ${sent.why}`, reference: null });
          refused.push({ decision, why: "refused" });
          tally.skip("refused");
        }
        break;
      case "later":
        if (wereInDoubt) tally.inDoubt++;
        else {
          back.push(touch);
          tally.later.add(touch);
        }
        break;
      case "unknown":
        // Where the other side knows the key, the next run asks again under it.
        if (channels.get(message.channel)?.deduplicates) tally.inDoubt++;
        else park(touch, sent.why);
        break;
    }
  }
  return { settlements, back, refused };
}
