import type { Decision } from "../judge/index.ts";
import { isSkip } from "../judge/index.ts";
import { isPaused } from "./pause.ts";
import { chunks } from "./placeholders.ts";
import { isOver, type PlanToRun, type Run, roomOf } from "./run.ts";
import { sendBatch } from "./send-batch.ts";
import { leaveOut } from "./skips.ts";

const BATCH = 200;
/** Of one tick so many are kept in memory; the next tick finds the rest, and judges what has changed meanwhile. */
const SENDS_AT_ONCE = 50_000;
const SKIPS_AT_ONCE = 200_000;
/** Rounds in which others held everything, before we believe that they do the rest. */
const PATIENT_ROUNDS = 20;

/**
 * Judges, writes who is left out, claims, sends and settles, until nothing more is due by any plan. A plan is done before one
 * of less priority begins: whatever it sends counts for the caps, the phones and the teams of the others.
 */
export async function carryOut(running: Run): Promise<void> {
  for (const plan of inPriority(running.plans)) await finish(running, plan);
}

/** Higher priority first; of equals, by name. */
export function inPriority<T extends Pick<PlanToRun, "plan">>(plans: readonly T[]): readonly T[] {
  return plans.toSorted(
    ({ plan: a }, { plan: b }) =>
      b.identity.priority - a.identity.priority || (a.identity.campaign < b.identity.campaign ? -1 : 1),
  );
}

/** What another dispatcher holds is its to send; we wait until it did. */
async function finish(running: Run, plan: PlanToRun): Promise<void> {
  let waited = 0;
  while (!isOver(running)) {
    const { moved, heldByOthers } = await round(running, plan);
    if (moved > 0) waited = 0;
    else if (heldByOthers > 0 && waited++ < PATIENT_ROUNDS)
      await new Promise((resolve) => setTimeout(resolve, 100));
    else return;
  }
}

async function round(running: Run, { plan, digest, acceptsEntries }: PlanToRun) {
  const { db, judge, tally } = running;
  const { campaign } = plan.identity;
  if (await isPaused(db, campaign)) {
    tally.halted.push(`${campaign} is paused: recare pause ${campaign} --resume lets it go on.`);
    return { moved: 0, heldByOthers: 0 };
  }
  const tick = await judge.tick(db, plan, running.now(), acceptsEntries);
  if (acceptsEntries) tally.decisions.set(campaign, tick.counts);
  const skipKinds = [...tick.counts.keys()].filter(isSkip);
  // No kinds at all would ask for every decision.
  const skips = skipKinds.length === 0 ? [] : await collect(tick.decisions(...skipKinds), SKIPS_AT_ONCE);
  const sends = await collect(tick.decisions("send"), SENDS_AT_ONCE);
  let moved = 0;
  let heldByOthers = 0;
  for (const some of chunks(skips, 1000)) moved += await leaveOut(running, plan, digest, some);
  const due = sends.filter(({ channel }) => channel !== null && !running.closed.has(channel));
  const total = tally.sent + due.length;
  for (const some of chunks(due, running.batch ?? BATCH)) {
    if (isOver(running)) break;
    const open = some.filter(({ channel }) => channel !== null && !running.closed.has(channel));
    const done = await sendBatch(running, { plan, digest, acceptsEntries }, open.slice(0, roomOf(running)));
    moved += done.moved;
    heldByOthers += done.heldByOthers;
    running.progress?.(tally.sent, total);
  }
  return { moved, heldByOthers };
}

async function collect(
  batches: AsyncIterable<readonly Decision[]>,
  most: number,
): Promise<readonly Decision[]> {
  const all: Decision[] = [];
  for await (const rows of batches) {
    all.push(...rows.slice(0, most - all.length));
    if (all.length >= most) break;
  }
  return all;
}
