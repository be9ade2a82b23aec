import { composerOf } from "../delivery/index.ts";
import { type Decision, isSkip } from "../judge/index.ts";
import { beginRun, endRun } from "./ledger/run-lease.ts";
import { isPaused } from "./pause.ts";
import { chunks } from "./placeholders.ts";
import { rateLimit } from "./rate.ts";
import { recover } from "./recover.ts";
import { type RunReport, Tally } from "./report.ts";
import { type Dispatch, isOver, type PlanToRun, type Run, roomOf } from "./run.ts";
import { sendBatch } from "./send-batch.ts";
import { leaveOut } from "./skips.ts";

const BATCH = 200;
/** Of one tick so many are kept in memory; the next tick finds the rest, and judges what has changed meanwhile. */
const SENDS_AT_ONCE = 50_000;
const SKIPS_AT_ONCE = 200_000;
/** Rounds in which others held everything, before we believe that they do the rest. */
const PATIENT_ROUNDS = 20;

/**
 * Runs plans until nothing more is due: recovers what a crash left, judges, writes who is left out, claims, sends,
 * settles. Whatever happens to the process, the ledger tells the next run where to go on.
 *
 * @throws DatabaseProblem where the database goes away or a load of the roster was broken off: nothing is sent without a claim
 * on disk, and whatever is claimed then is in doubt for the next run
 */
export async function dispatch(setting: Dispatch): Promise<RunReport> {
  const { db } = setting;
  const tally = new Tally();
  const run = await beginRun(db, setting.now());
  const compose = new Map(setting.plans.map(({ plan, digest }) => [digest, composerOf(plan)]));
  const running: Run = {
    ...setting,
    run,
    tally,
    compose,
    paceOf: rateLimit(setting.rate),
    closed: new Set(),
  };
  await closeBlockedChannels(running);
  await recover(running);
  let waited = 0;
  for (let isMoving = true; isMoving && !isOver(running); ) {
    let moved = 0;
    let heldByOthers = 0;
    for (const plan of inPriority(setting.plans)) {
      const round = await dispatchPlan(running, plan);
      moved += round.moved;
      heldByOthers += round.heldByOthers;
    }
    if (moved > 0) waited = 0;
    else if (heldByOthers > 0 && waited++ < PATIENT_ROUNDS)
      await new Promise((resolve) => setTimeout(resolve, 100));
    else isMoving = false;
  }
  await endRun(db, run, setting.now());
  return tally.report(run);
}

/** Higher priority first: what it claims counts for the caps of the others. */
function inPriority(plans: readonly PlanToRun[]): readonly PlanToRun[] {
  return plans.toSorted(
    ({ plan: a }, { plan: b }) =>
      b.identity.priority - a.identity.priority || (a.identity.campaign < b.identity.campaign ? -1 : 1),
  );
}

/** Asked before anything is claimed: a server that is down must not leave thousands in doubt. */
async function closeBlockedChannels({ channels, closed, tally }: Run): Promise<void> {
  for (const [name, channel] of channels) {
    const obstacle = await channel.obstacle?.();
    if (obstacle === undefined) continue;
    closed.add(name);
    tally.halted.push(obstacle);
  }
}

async function dispatchPlan(running: Run, { plan, digest, acceptsEntries }: PlanToRun) {
  const { db, judge, tally } = running;
  const { campaign } = plan.identity;
  const none = { moved: 0, heldByOthers: 0 };
  if (isOver(running)) return none;
  if (await isPaused(db, campaign)) {
    tally.halted.push(`${campaign} is paused: recare pause ${campaign} --resume lets it go on.`);
    return none;
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
