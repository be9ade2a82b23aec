import { type Instant, isSkip, nextDue } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { carryOut, inPriority } from "./carry-out.ts";
import type { Judge, Tick } from "./judge.ts";
import { scratchJudge } from "./roster-judge.ts";
import { type Dispatch, isOver, type Run, runOf } from "./run.ts";
import { decisionOf } from "./skips.ts";

/** What a run would do now with one campaign. */
export interface DryRun {
  readonly campaign: string;
  /** How many recipients got each decision, in all rounds of the run; who waits is counted once. */
  readonly decisions: ReadonlyMap<string, number>;
  /** Messages written, by channel. */
  readonly written: ReadonlyMap<string, number>;
  /** About when the next message falls due; nothing where nobody waits for a day or an hour. */
  readonly nextDue: Instant | undefined;
}

export interface DryRuns {
  /** By priority, as they ran. */
  readonly runs: readonly DryRun[];
  /** Why a campaign would be stopped, in sentences. */
  readonly halted: readonly string[];
}

/** What the ticks of one plan said. */
interface Seen {
  /** Decisions of the first tick, without those that the ledger tells of. */
  readonly first: ReadonlyMap<string, number>;
  /** Still due at the last tick: what a limit or a pause holds back. */
  readonly due: number;
  readonly nextDue: Instant | undefined;
}

const RUN = "dry run";
/** No crash leaves anything in doubt here, so that many may be claimed together. */
const BATCH = 5_000;

/**
 * Does what a run would do now, with the same judge, the same words and the same caps across campaigns, in a database that is
 * thrown away. What an earlier run left in doubt is left alone.
 *
 * @param setting its database is written to; its ways lead to files
 */
export async function dryRun(setting: Omit<Dispatch, "judge" | "batch">): Promise<DryRuns> {
  const seen = new Map<Plan, Seen>();
  const running = runOf({ ...setting, judge: watching(seen), batch: BATCH }, RUN, true);
  await carryOut(running);
  const plans = inPriority(setting.plans);
  // Whom a pause or a limit keeps is shown too.
  for (const { plan, acceptsEntries } of plans)
    if (!seen.has(plan) || isOver(running))
      await running.judge.tick(setting.db, plan, setting.now(), acceptsEntries);
  const campaigns = new Set(plans.map(({ plan }) => plan.identity.campaign));
  const runs: DryRun[] = [];
  for (const campaign of campaigns) {
    const own = plans.flatMap(({ plan }) =>
      plan.identity.campaign === campaign ? (seen.get(plan) ?? []) : [],
    );
    runs.push(await told(running, campaign, own));
  }
  return { runs, halted: running.tally.report(RUN).halted };
}

/** The judge, with somebody who writes down what it says of each plan. */
function watching(seen: Map<Plan, Seen>): Judge {
  return {
    ...scratchJudge,
    async tick(db, plan, now, acceptsEntries) {
      const tick = await scratchJudge.tick(db, plan, now, acceptsEntries);
      seen.set(plan, {
        first: seen.get(plan)?.first ?? (await standing(tick)),
        due: tick.counts.get("send") ?? 0,
        nextDue: await nextDue(db, plan, now),
      });
      return tick;
    },
  };
}

/** What is not done by the run: who waits, leaves, or has nobody to write to. */
async function standing({ counts, decisions }: Tick): Promise<ReadonlyMap<string, number>> {
  const rest = new Map<string, number>([...counts].filter(([kind]) => kind !== "send" && !isSkip(kind)));
  let tasks = 0;
  if (counts.has("task:unreachable"))
    for await (const rows of decisions("task:unreachable"))
      tasks += rows.filter(({ step }) => step === null).length;
  if (tasks > 0) rest.set("task:unreachable", tasks);
  return rest;
}

async function told({ db }: Run, campaign: string, seen: readonly Seen[]): Promise<DryRun> {
  const decisions = new Map<string, number>();
  const written = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, by: number) => {
    if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const { first, due } of seen) {
    for (const [decision, count] of first) add(decisions, decision, count);
    add(decisions, "send", due);
  }
  const rows = await db.rows(
    "SELECT channel, state, why, COUNT(*) AS n FROM ledger WHERE run_id = :run AND campaign = :campaign GROUP BY channel, state, why ORDER BY channel, state, why",
    { run: RUN, campaign },
  );
  for (const { channel, state, why, n } of rows) {
    add(decisions, state === "skipped" ? decisionOf(String(why)) : "send", Number(n));
    if (state !== "skipped") add(written, String(channel), Number(n));
  }
  const sorted = new Map([...decisions].sort(([a], [b]) => (a < b ? -1 : 1)));
  const [next] = seen.flatMap(({ nextDue: due }) => due ?? []).sort();
  return { campaign, decisions: sorted, written, nextDue: next };
}
