import { addDays, type IsoDate } from "../calendar/index.ts";
import type { Database } from "../database/index.ts";
import type { Assumed } from "../evidence/index.ts";
import { createRunnerTables, type Instant } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { keepTables } from "../roster/index.ts";
import { inPriority } from "../run/index.ts";
import { endsOf } from "./endings.ts";
import type { Failure } from "./failure.ts";
import { Responses } from "./responses.ts";
import { SeenTouches } from "./seen-touches.ts";
import { SimulatedCampaign } from "./simulated-campaign.ts";
import { bestTickTime } from "./tick-time.ts";

export interface SimulateOptions {
  readonly from: IsoDate;
  readonly days: number;
  readonly seed: string;
  /** By default that of each plan's scenario. */
  readonly model?: Assumed;
  /** Called after each day. */
  progress?(day: number): void;
}

/** What one day brought to a campaign. */
export interface SimulatedDay {
  readonly day: IsoDate;
  readonly entered: number;
  readonly left: number;
  /** People who were written to for the first time. */
  readonly began: number;
  /** Touches by channel. */
  readonly touches: ReadonlyMap<string, number>;
  /** Calls by team, and those for which it had no more room. */
  readonly calls: ReadonlyMap<string, number>;
  readonly callsWaiting: ReadonlyMap<string, number>;
  /** Visits that were booked in answer to a touch since the day before, by team. */
  readonly bookings: ReadonlyMap<string, number>;
  /** People who waited for the pace to let them begin. */
  readonly heldForPace: number;
}

/** What a simulation showed of one campaign. */
export interface Simulation {
  readonly campaign: string;
  readonly days: readonly SimulatedDay[];
  /** UTC, of every day. */
  readonly tickTime: string;
  /** People who were written to at least once. */
  readonly people: number;
  readonly touches: number;
  /** Steps that were left out, by decision. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** How enrolments ended, and how many are under way. */
  readonly ends: ReadonlyMap<string, number>;
  readonly responses: ReadonlyMap<string, number>;
  readonly model: Assumed;
  readonly seed: string;
  readonly failures: readonly Failure[];
}

/**
 * Runs the judge of plans day by day over a loaded roster, with a clock that is set and people who answer as the model says;
 * every touch is composed, and looked at from outside. Several plans share one ledger, as in a run: the higher priority is
 * carried out first, and caps, phones and teams are those of all. Nothing is sent.
 *
 * @param db with the roster loaded; it is used up
 * @returns a simulation for each plan, by priority
 */
export async function simulate(
  db: Database,
  plans: readonly Plan[],
  { from, days, seed, model, progress }: SimulateOptions,
): Promise<readonly Simulation[]> {
  await createRunnerTables(db);
  await keepTables(db, ["patients", "visits", "consents", "events", "caregivers"]);
  const seen = new SeenTouches();
  const campaigns = inPriority(plans.map((plan) => ({ plan }))).map(
    ({ plan }) => new SimulatedCampaign(plan, seen, model),
  );
  const tickTime = await bestTickTime(db, plans, from);
  const responses = new Responses(db, seed);
  await responses.begin(`${from} 00:00:00`);
  for (let index = 0; index < days; index += 1) {
    const day = addDays(from, index);
    const now: Instant = `${day} ${tickTime}`;
    const bookings = await responses.arrive(day, now);
    for (const campaign of campaigns) {
      const sends = await campaign.judge(db, day, now, bookings(campaign.plan.identity.campaign));
      await responses.answer(campaign, day, now, sends);
      if (index === days - 1) await campaign.end(db, day);
    }
    progress?.(index + 1);
  }
  return Promise.all(
    campaigns.map(async (campaign) => ({
      campaign: campaign.plan.identity.campaign,
      days: campaign.days,
      tickTime,
      people: campaign.inspector.people,
      touches: campaign.touches,
      leftOut: campaign.leftOut,
      ends: await endsOf(db, campaign.plan),
      responses: campaign.drawn,
      model: campaign.model,
      seed,
      failures: campaign.inspector.failures,
    })),
  );
}
