import { carryOut } from "./carry-out.ts";
import { beginRun, endRun } from "./ledger/run-lease.ts";
import { recover } from "./recover.ts";
import type { RunReport } from "./report.ts";
import { type Dispatch, type Run, runOf } from "./run.ts";

/**
 * Runs plans until nothing more is due: recovers what a crash left, then carries out what is judged. Whatever happens to the
 * process, the ledger tells the next run where to go on.
 *
 * @throws DatabaseProblem where the database goes away or a load of the roster was broken off: nothing is sent without a claim
 * on disk, and whatever is claimed then is in doubt for the next run
 */
export async function dispatch(setting: Dispatch): Promise<RunReport> {
  const { db, now } = setting;
  const run = await beginRun(db, now());
  const running = runOf(setting, run);
  await closeBlockedChannels(running);
  await recover(running);
  await carryOut(running);
  await endRun(db, run, now());
  return running.tally.report(run);
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
