import type { IsoDate } from "../calendar/index.ts";
import type { Database } from "../database/index.ts";
import type { Assumed } from "../evidence/index.ts";
import {
  type Decision,
  type Instant,
  isSkip,
  type JudgedTick,
  judgeTick,
  settleEnrolments,
} from "../judge/index.ts";
import { canonicalJson, type Plan, sha256 } from "../plan/index.ts";
import { decisionOf, type LeftOut, reasonOf, recordsOf } from "../run/index.ts";
import { decidedOnce, everyoneEnds } from "./endings.ts";
import { Inspector } from "./inspector.ts";
import { responseModel } from "./response-model.ts";
import type { Answering } from "./responses.ts";
import type { SeenTouches } from "./seen-touches.ts";
import type { SimulatedDay } from "./simulate.ts";
import { writeLedger } from "./simulated-ledger.ts";
import { countBy } from "./tally.ts";
import { Unsaid } from "./unsaid.ts";
import { witnesses } from "./witness.ts";

/** One campaign of a simulation: what it did so far. */
export class SimulatedCampaign implements Answering {
  readonly model: Assumed;
  readonly inspector: Inspector;
  readonly drawn = new Map<string, number>();
  readonly days: SimulatedDay[] = [];
  /** Steps that were left out, by decision. */
  readonly leftOut = new Map<string, number>();
  touches = 0;
  private readonly unsaid: Unsaid;
  private readonly digest: string;

  constructor(
    readonly plan: Plan,
    seen: SeenTouches,
    model: Assumed | undefined,
  ) {
    this.model = model ?? responseModel(plan.identity.scenario);
    this.inspector = new Inspector(plan, seen);
    this.unsaid = new Unsaid(plan);
    this.digest = sha256(canonicalJson(plan));
  }

  /**
   * Judges everybody, makes their messages, and writes down what is sent and left out; every touch is looked at from outside.
   *
   * @param bookings visits that were booked since the day before, by team
   * @returns the touches
   */
  async judge(
    db: Database,
    day: IsoDate,
    now: Instant,
    bookings: ReadonlyMap<string, number>,
  ): Promise<readonly Decision[]> {
    const { plan, inspector } = this;
    const tick = await judgeTick(db, plan, now);
    inspector.failures.push(...(await decidedOnce(db, plan, day)));
    const { entered, left } = await settleEnrolments(db, plan, now);
    const callsWaiting = await waitingByTeam(db);
    const { sends, skips } = await this.composed(db, tick);
    const people = sends.length === 0 ? new Map() : await witnesses(db, sends, now);
    const began = inspector.inspect(day, now, sends, people);
    await writeLedger(db, sends, skips, { now, digest: this.digest });
    this.touches += sends.length;
    for (const [kind, count] of countBy(skips, ({ why }) => decisionOf(why)))
      this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + count);
    const calls = sends.filter(({ channel }) => channel === "phone");
    this.days.push({
      day,
      entered,
      left,
      began,
      touches: countBy(sends, ({ channel }) => channel ?? ""),
      calls: countBy(calls, ({ team }) => team),
      callsWaiting,
      bookings,
      heldForPace: tick.counts.get("hold:pace") ?? 0,
    });
    return sends;
  }

  /** Looks whether everybody came to an end; asked after the last tick, before another campaign is judged. */
  async end(db: Database, last: IsoDate): Promise<void> {
    this.inspector.failures.push(...(await everyoneEnds(db, this.plan, last)));
  }

  /** What is due, with those for whom there are no words left out: by the same composer that a run has. */
  private async composed(db: Database, tick: JudgedTick) {
    const judged = await collected(tick, [...tick.counts.keys()].filter(isSkip));
    const due = await collected(tick, ["send"]);
    const unsaid = this.unsaid.among(due, await recordsOf(db, this.plan, due));
    const without = new Set(unsaid.map(({ decision }) => decision));
    const skips: readonly LeftOut[] = [
      ...judged.map((decision) => ({ decision, why: reasonOf(decision) })),
      ...unsaid,
    ];
    return { sends: due.filter((decision) => !without.has(decision)), skips };
  }
}

/** Calls of the last tick for which a team had no more room. */
async function waitingByTeam(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows(
    "SELECT team, COUNT(*) AS n FROM tick_decisions WHERE decision = 'hold:capacity' GROUP BY team ORDER BY team",
  );
  return new Map(rows.map(({ team, n }) => [String(team), Number(n)]));
}

async function collected(
  tick: JudgedTick,
  kinds: readonly Decision["decision"][],
): Promise<readonly Decision[]> {
  // No kinds at all would ask for every decision.
  if (kinds.length === 0) return [];
  const all: Decision[] = [];
  for await (const rows of tick.decisions(...kinds)) all.push(...rows);
  return all;
}
