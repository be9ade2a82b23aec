import { addDays, daysBetween, type IsoDate } from "../calendar/index.ts";
import type { Database } from "../database/index.ts";
import type { Assumed } from "../evidence/index.ts";
import {
  createRunnerTables,
  type Decision,
  type Instant,
  isSkip,
  type JudgedTick,
  judgeTick,
  LEDGER_COLUMNS,
  settleEnrolments,
} from "../judge/index.ts";
import { canonicalJson, type Plan, sha256 } from "../plan/index.ts";
import { keepTables } from "../roster/index.ts";
import type { Failure } from "./failure.ts";
import { Inspector } from "./inspector.ts";
import { responseModel } from "./response-model.ts";
import { Responses } from "./responses.ts";
import { countBy } from "./tally.ts";
import { bestTickTime } from "./tick-time.ts";
import { witnesses } from "./witness.ts";

export interface SimulateOptions {
  readonly from: IsoDate;
  readonly days: number;
  readonly seed: string;
  /** By default that of the plan's scenario. */
  readonly model?: Assumed;
  /** Called after each day. */
  progress?(day: number): void;
}

/** What one day brought. */
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

export interface Simulation {
  readonly campaign: string;
  readonly days: readonly SimulatedDay[];
  /** UTC, of every day. */
  readonly tickTime: string;
  /** People who were written to at least once. */
  readonly people: number;
  readonly touches: number;
  /** How enrolments ended, and how many are under way. */
  readonly ends: ReadonlyMap<string, number>;
  readonly responses: ReadonlyMap<string, number>;
  readonly model: Assumed;
  readonly seed: string;
  readonly failures: readonly Failure[];
}

/**
 * Runs a plan's judge day by day over a loaded roster, with a clock that is set and people who answer as the model says;
 * every touch is looked at from outside. Words are not composed and nothing is sent.
 *
 * @param db with the roster loaded; it is used up
 */
export async function simulate(db: Database, plan: Plan, options: SimulateOptions): Promise<Simulation> {
  const { from, days, seed, model = responseModel(plan.identity.scenario) } = options;
  await createRunnerTables(db);
  await keepTables(db, ["patients", "visits", "consents", "events", "caregivers"]);
  const tickTime = await bestTickTime(db, plan, from);
  const inspector = new Inspector(plan);
  const responses = new Responses(db, plan, model, seed);
  const digest = sha256(canonicalJson(plan));
  await responses.begin(`${from} 00:00:00`);
  const simulated: SimulatedDay[] = [];
  let touches = 0;
  for (let index = 0; index < days; index += 1) {
    const day = addDays(from, index);
    const now: Instant = `${day} ${tickTime}`;
    const bookings = await responses.arrive(day, now);
    const tick = await judgeTick(db, plan, now);
    await oneDecisionEach(db, day, inspector);
    const { entered, left } = await settleEnrolments(db, plan, now);
    const sends = await collected(tick, ["send"]);
    const waiting = await collected(tick, tick.counts.has("hold:capacity") ? ["hold:capacity"] : []);
    const skips = await collected(tick, [...tick.counts.keys()].filter(isSkip));
    const began = inspector.inspect(
      day,
      now,
      sends,
      sends.length === 0 ? new Map() : await witnesses(db, sends, now),
    );
    await write(db, sends, skips, { now, digest });
    await responses.answer(day, now, sends);
    touches += sends.length;
    simulated.push({
      day,
      entered,
      left,
      began,
      touches: countBy(sends, ({ channel }) => channel ?? ""),
      calls: countBy(
        sends.filter(({ channel }) => channel === "phone"),
        ({ team }) => team,
      ),
      callsWaiting: countBy(waiting, ({ team }) => team),
      bookings,
      heldForPace: tick.counts.get("hold:pace") ?? 0,
    });
    options.progress?.(index + 1);
  }
  await everyoneEnds(db, plan, addDays(from, days - 1), inspector);
  return {
    campaign: plan.identity.campaign,
    days: simulated,
    tickTime,
    people: inspector.people,
    touches,
    ends: await ends(db),
    responses: responses.drawn,
    model,
    seed,
    failures: inspector.failures,
  };
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

/** Rows of the ledger as a run would leave them: sent at once, or left out. */
async function write(
  db: Database,
  sends: readonly Decision[],
  skips: readonly Decision[],
  { now, digest }: { readonly now: Instant; readonly digest: string },
): Promise<void> {
  const row = (touch: Decision, state: "sent" | "skipped", why: string | null) => {
    const all: Readonly<Record<string, string | number | null>> = {
      touch_key: touch.touch_key,
      campaign: touch.campaign,
      patient_id: touch.patient_id,
      anchor_id: touch.anchor_id,
      entry: touch.entry,
      step: touch.step,
      step_no: touch.step_no,
      recipient: touch.recipient,
      channel: touch.channel,
      address: touch.address,
      team: touch.team,
      arm: touch.arm,
      segment: touch.segment,
      language: touch.language,
      state,
      why,
      claimed_at: now,
      settled_at: now,
      provider_ref: state === "sent" ? "simulated" : null,
      run_id: "simulation",
      plan_digest: digest,
      text_digest: null,
    };
    return LEDGER_COLUMNS.map((column) => all[column] ?? null);
  };
  const withStep = skips.filter(({ step }) => step !== null);
  await db.insert("ledger", LEDGER_COLUMNS, [
    ...sends.map((touch) => row(touch, "sent", null)),
    ...withStep.map((touch) => row(touch, "skipped", touch.decision.replace(/^(?:skip|task):/, ""))),
  ]);
}

/** Everybody who is under way got one decision, and only one. */
async function oneDecisionEach(db: Database, day: IsoDate, inspector: Inspector): Promise<void> {
  const broken = await db.rows(
    `SELECT e.patient_id AS patient_id, 'no decision' AS what FROM enrolments e
WHERE e.state = 'active' AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions d WHERE d.anchor_id = e.anchor_id AND d.entry = e.entry)
UNION ALL
SELECT MIN(d.patient_id), 'several decisions' FROM tick_decisions d GROUP BY d.anchor_id, d.entry, d.recipient HAVING COUNT(*) > 1
LIMIT 20`,
  );
  for (const { patient_id, what } of broken) {
    inspector.failures.push({
      property: "one decision for everybody at every tick",
      day,
      patient: String(patient_id),
      step: null,
      what: `the tick has ${what} for an enrolment that is under way`,
      pointer: "/audience",
    });
  }
}

/** Beyond the last wait, so many days are left for holidays, holds and answers. */
const GRACE_DAYS = 14;

/** Whoever began long ago has come to an end, unless a limit of the campaign's own keeps them waiting, or a person has to answer them first. */
async function everyoneEnds(db: Database, plan: Plan, last: IsoDate, inspector: Inspector): Promise<void> {
  const longest = plan.steps.reduce(
    (sum, { when }) =>
      sum + Math.ceil(when.wait.unit === "hour" ? when.wait.count / 24 : when.wait.count * 1.5),
    0,
  );
  const begunBy = addDays(last, -(longest + GRACE_DAYS));
  const stuck = await db.rows(
    `SELECT e.patient_id AS patient_id, MIN(d.decision) AS decision, MAX(d.step) AS step, e.entered_at AS entered_at
FROM enrolments e JOIN tick_decisions d ON d.anchor_id = e.anchor_id AND d.entry = e.entry
WHERE e.state = 'active' AND e.entered_at < CAST(:begun AS TIMESTAMP)
  AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions h WHERE h.anchor_id = e.anchor_id AND h.entry = e.entry AND h.decision IN ('hold:pace', 'hold:capacity', 'wait', 'pause', 'parked'))
  -- Whoever shares a phone waits for the other one, who may wait for the pace.
  AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions o WHERE o.address = d.address AND o.decision IN ('hold:pace', 'hold:capacity'))
  AND NOT EXISTS (SELECT 1 AS one FROM ledger l WHERE l.anchor_id = e.anchor_id AND l.entry = e.entry AND l.claimed_at >= CAST(:begun AS TIMESTAMP))
GROUP BY e.patient_id, e.entered_at ORDER BY e.patient_id LIMIT 20`,
    { begun: `${begunBy} 00:00:00` },
  );
  for (const { patient_id, decision, step, entered_at } of stuck) {
    inspector.failures.push({
      property: "everyone ends somewhere",
      day: last,
      patient: String(patient_id),
      step: step === null || step === undefined ? null : String(step),
      what: `entered on ${String(entered_at).slice(0, 10)} and is still at "${decision}", ${daysBetween(String(entered_at).slice(0, 10), last)} days later`,
      pointer: "/steps",
    });
  }
}

async function ends(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows(
    "SELECT COALESCE(ended_why, 'under way') AS why, COUNT(*) AS n FROM enrolments GROUP BY 1 ORDER BY 2 DESC, 1",
  );
  return new Map(rows.map(({ why, n }) => [String(why), Number(n)]));
}
