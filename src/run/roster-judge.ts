import type { Database } from "../database/index.ts";
import { judgeAgain, judgeTick, settleEnrolments } from "../judge/index.ts";
import type { Judge } from "./judge.ts";
import { holdRoster } from "./received.ts";

/** The judge over a database that is thrown away: nobody else is there, and nobody waits for it. */
export const scratchJudge: Judge = {
  async tick(db, plan, now, acceptsEntries) {
    const tick = await judgeTick(db, plan, now, { acceptsEntries });
    await settleEnrolments(db, plan, now);
    return tick;
  },
  again: (db, plan, now, acceptsEntries, patients) => judgeAgain(db, plan, now, patients, { acceptsEntries }),
};

/**
 * The judge over a roster's tables, for the dispatcher: a tick is judged and who enters and leaves is written in one
 * transaction. Of two dispatchers on one server, the second judges when the first has written.
 */
export const rosterJudge: Judge = {
  tick: (db, plan, now, acceptsEntries) =>
    db.transaction(async (open) => {
      await oneAtATime(open);
      await holdRoster(open);
      return scratchJudge.tick(open, plan, now, acceptsEntries);
    }),
  again: scratchJudge.again,
};

/** The lock of all ticks; it goes with the transaction. */
async function oneAtATime(open: Database): Promise<void> {
  if (open.kind === "postgres") await open.rows("SELECT pg_advisory_xact_lock(7323, 1)");
}
