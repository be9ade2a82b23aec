import { type Instant, instantOf } from "../../run/index.ts";

/**
 * The clock of a command that writes to a ledger. It goes on from the session's instant as the computer's own clock does,
 * through hours in which the computer slept: a run that wakes up at night must know that it is night. It never goes back.
 *
 * @param clock milliseconds since 1970
 * @example const now = runClock(session.now); now() // "2026-11-24 16:00:00"
 */
export function runClock(start: Date, clock: () => number = Date.now): () => Instant {
  const began = clock();
  let latest = start.getTime();
  return () => {
    latest = Math.max(latest, start.getTime() + clock() - began);
    return instantOf(new Date(latest));
  };
}
