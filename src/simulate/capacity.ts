import type { Plan } from "../plan/index.ts";
import type { SimulatedDay, Simulation } from "./simulate.ts";

/** Work of one day against what a team can do; nothing where it declared no limit. */
export interface DailyLoad {
  readonly day: string;
  readonly touches: number;
  readonly calls: number;
  readonly callLimit: number | null;
  readonly bookings: number;
  readonly bookingLimit: number | null;
  /** People who were held back because the callers had no more room. */
  readonly heldForCapacity: number;
  readonly heldForPace: number;
}

/** The work of each day, for the team that owns the campaign and those that own its segments. */
export function dailyLoads(plan: Plan, { days }: Pick<Simulation, "days">): readonly DailyLoad[] {
  const owners = new Set([plan.respond.owner, ...plan.audience.segments.flatMap(({ owner }) => owner ?? [])]);
  const limit = (of: "calls_a_day" | "bookings_a_day") => {
    const limits = plan.respond.teams.filter(({ id }) => owners.has(id)).flatMap((team) => team[of] ?? []);
    return limits.length === 0 ? null : limits.reduce((sum, each) => sum + each, 0);
  };
  const [callLimit, bookingLimit] = [limit("calls_a_day"), limit("bookings_a_day")];
  return days.map((each) => ({
    day: each.day,
    touches: sum(each.touches),
    calls: sum(each.calls),
    callLimit,
    bookings: each.bookings,
    bookingLimit,
    heldForCapacity: each.decisions.get("hold:capacity") ?? 0,
    heldForPace: each.decisions.get("hold:pace") ?? 0,
  }));
}

/** A limit that the campaign comes up against, and the pace that would fit. */
export interface CapacityFinding {
  readonly kind: "calls wait" | "too many bookings" | "pace holds back";
  readonly message: string;
  readonly remedy: string;
  /** People who may begin in a day, so that it fits; nothing where no pace was worked out. */
  readonly pace: number | null;
  readonly pointer: string;
}

/** What the days show about capacity. What is said rests on the response model, and is as true as that is. */
export function capacityFindings(plan: Plan, { days }: Pick<Simulation, "days">): readonly CapacityFinding[] {
  const loads = dailyLoads(plan, { days });
  const findings: CapacityFinding[] = [];
  const held = loads.filter(({ heldForCapacity }) => heldForCapacity > 0);
  const [first] = loads;
  const begun = plan.pace.per_day ?? Math.max(0, ...days.map(({ began }) => began));
  // Work follows beginners in proportion: the pace at which the worst day would have been as full as the limit.
  const fitting = (limit: number | null | undefined, worst: number) =>
    limit === null || limit === undefined || worst <= limit
      ? null
      : Math.max(1, Math.floor((begun * limit) / worst));
  if (held.length > 0) {
    const most = Math.max(...held.map(({ heldForCapacity }) => heldForCapacity));
    const pace = fitting(
      first?.callLimit,
      Math.max(...held.map(({ calls, heldForCapacity }) => calls + heldForCapacity)),
    );
    findings.push({
      kind: "calls wait",
      message: `Calls waited on ${held.length} of ${loads.length} days, up to ${most} of them on one day: the callers make ${first?.callLimit} a day.`,
      remedy:
        pace === null
          ? "Give the team more calls a day, or leave the call out."
          : `Let ${pace} people begin in a day, or give the team more calls.`,
      pace,
      pointer: "/pace/per_day",
    });
  }
  const over = loads.filter(({ bookings, bookingLimit }) => bookingLimit !== null && bookings > bookingLimit);
  if (over.length > 0) {
    const most = Math.max(...over.map(({ bookings }) => bookings));
    const pace = fitting(first?.bookingLimit, most);
    findings.push({
      kind: "too many bookings",
      message: `On ${over.length} of ${loads.length} days more visits were booked than the team can take, up to ${most}: it takes ${first?.bookingLimit} a day.`,
      remedy:
        pace === null
          ? "Give the team more bookings a day."
          : `Let ${pace} people begin in a day, or give the team more bookings.`,
      pace,
      pointer: "/pace/per_day",
    });
  }
  const waiting = loads.at(-1)?.heldForPace ?? 0;
  if (waiting > 0) {
    findings.push({
      kind: "pace holds back",
      message: `On the last day ${waiting} people still waited to begin: more enter than the pace of ${plan.pace.per_day} a day lets begin.`,
      remedy: "A higher pace reaches them sooner where the team has room; else fewer should enter.",
      pace: null,
      pointer: "/pace/per_day",
    });
  }
  return findings;
}

function sum(counts: SimulatedDay["touches"]): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
