import type { Simulated } from "../evidence/index.ts";
import type { CompiledPlan, Plan } from "../plan/index.ts";
import type { Failure } from "./failure.ts";
import type { SimulatedDay, Simulation } from "./simulate.ts";

/** A failure with the line that it is about, where that is known. */
export interface PlacedFailure extends Failure {
  readonly at: string | undefined;
}

/** Who the people of a simulation were. */
export interface SimulatedPeople {
  readonly of: Simulated["people"]["of"];
  readonly inAll: number;
}

/** What a simulation found as `recare.simulation/1`, with the digests of the plan that it ran. */
export function simulationFile(
  { plan, digest, concerns, provenance }: CompiledPlan,
  simulation: Simulation,
  people: SimulatedPeople,
  failures: readonly PlacedFailure[],
): Simulated {
  const teams = owners(plan);
  return {
    format: "recare.simulation/1",
    synthetic: true,
    campaign: simulation.campaign,
    plan: digest,
    concerns,
    compiler: provenance.compiler,
    seed: simulation.seed,
    people: { of: people.of, in_all: people.inAll, reached: simulation.people },
    judged_daily_at_utc: simulation.tickTime,
    assumed: simulation.model,
    touches: simulation.touches,
    ends: Object.fromEntries(simulation.ends),
    answers: Object.fromEntries(simulation.responses),
    left_out: Object.fromEntries([...simulation.leftOut].sort(([a], [b]) => (a < b ? -1 : 1))),
    pace_per_day: plan.pace.per_day,
    teams: teams.map(({ id, calls_a_day, bookings_a_day }) => ({ id, calls_a_day, bookings_a_day })),
    days: simulation.days.map((day) => ({
      day: day.day,
      began: day.began,
      touches: sum(day.touches),
      held_for_pace: day.heldForPace,
      teams: teams.map(({ id }) => workOf(id, day)),
    })),
    failures: failures.map(({ at = null, ...failure }) => ({ ...failure, at })),
  };
}

/** The team that owns the campaign, and those that own its segments, in the plan's order. */
function owners({ respond, audience }: Plan): Plan["respond"]["teams"] {
  const named = new Set([respond.owner, ...audience.segments.flatMap(({ owner }) => owner ?? [])]);
  return respond.teams.filter(({ id }) => named.has(id));
}

function workOf(team: string, { calls, callsWaiting, bookings }: SimulatedDay) {
  return {
    calls: calls.get(team) ?? 0,
    waiting: callsWaiting.get(team) ?? 0,
    bookings: bookings.get(team) ?? 0,
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
