import type { Simulated } from "./simulated.ts";

/** What a simulation shows of work: of one campaign, or of several together. */
export type Work = Pick<Simulated, "teams" | "days" | "pace_per_day">;

/** One kind of work of one team over the days of a simulation. */
export interface Load {
  readonly team: string;
  readonly work: "calls" | "bookings";
  /** What the team declares for a day; null where it declares nothing. */
  readonly limit: number | null;
  /** In the order of the days. */
  readonly daily: readonly number[];
  /** Calls that found no room, day by day; bookings never wait. */
  readonly waiting: readonly number[];
}

/** What each team does day by day, in the order of the teams; work that it neither has nor declares is left out. */
export function loadsOf({ teams, days }: Work): readonly Load[] {
  return teams
    .flatMap(({ id, calls_a_day, bookings_a_day }, index): Load[] => {
      const own = days.map(({ teams: each }) => each[index] ?? { calls: 0, waiting: 0, bookings: 0 });
      return [
        {
          team: id,
          work: "calls",
          limit: calls_a_day,
          daily: own.map(({ calls }) => calls),
          waiting: own.map(({ waiting }) => waiting),
        },
        {
          team: id,
          work: "bookings",
          limit: bookings_a_day,
          daily: own.map(({ bookings }) => bookings),
          waiting: own.map(() => 0),
        },
      ];
    })
    .filter(({ limit, daily, waiting }) => limit !== null || Math.max(0, ...daily, ...waiting) > 0);
}

/** The most of some days; 0 where there are none. */
export function most(daily: readonly number[]): number {
  return Math.max(0, ...daily);
}

/** A limit that the campaign comes up against, and the pace that would fit. */
export interface CapacityFinding {
  readonly kind: "calls wait" | "too many bookings" | "pace holds back";
  /** Null where it is about the pace. */
  readonly team: string | null;
  readonly message: string;
  readonly remedy: string;
  /** People who may begin in a day, so that it fits; null where no pace was worked out. */
  readonly pace: number | null;
  readonly pointer: string;
}

/** What the days show about capacity. What is said rests on what was assumed, and is as true as that is. */
export function capacityFindings(simulated: Work): readonly CapacityFinding[] {
  return [
    ...loadsOf(simulated).flatMap((load) => (load.work === "calls" ? callsWait : tooMany)(load, simulated)),
    ...paceHoldsBack(simulated),
  ];
}

function callsWait({ team, limit, daily, waiting }: Load, simulated: Work): readonly CapacityFinding[] {
  const held = waiting.filter((count) => count > 0);
  if (held.length === 0) return [];
  const wanted = daily.flatMap((count, day) =>
    (waiting[day] ?? 0) > 0 ? [count + (waiting[day] ?? 0)] : [],
  );
  const pace = fittingPace(limit, most(wanted), simulated);
  return [
    {
      kind: "calls wait",
      team,
      message: `Calls of ${team} waited on ${held.length} of ${daily.length} days, up to ${most(held)} of them on one day: it makes ${limit} a day.`,
      remedy:
        pace === null
          ? "Give the team more calls a day, or leave the call out."
          : `Let ${pace} people begin in a day, or give the team more calls.`,
      pace,
      pointer: "/pace/per_day",
    },
  ];
}

function tooMany({ team, limit, daily }: Load, simulated: Work): readonly CapacityFinding[] {
  const over = limit === null ? [] : daily.filter((count) => count > limit);
  if (over.length === 0) return [];
  const pace = fittingPace(limit, most(over), simulated);
  return [
    {
      kind: "too many bookings",
      team,
      message: `On ${over.length} of ${daily.length} days more visits were booked than ${team} can take, up to ${most(over)}: it takes ${limit} a day.`,
      remedy:
        pace === null
          ? "Give the team more bookings a day."
          : `Let ${pace} people begin in a day, or give the team more bookings.`,
      pace,
      pointer: "/pace/per_day",
    },
  ];
}

function paceHoldsBack({ days, pace_per_day }: Work): readonly CapacityFinding[] {
  const waiting = days.at(-1)?.held_for_pace ?? 0;
  if (waiting === 0) return [];
  return [
    {
      kind: "pace holds back",
      team: null,
      message: `On the last day ${waiting} people still waited to begin: more enter than the pace of ${pace_per_day} a day lets begin.`,
      remedy: "A higher pace reaches them sooner where the team has room; else fewer should enter.",
      pace: null,
      pointer: "/pace/per_day",
    },
  ];
}

/** Work follows beginners in proportion: the pace at which the worst day would have been as full as the limit. */
function fittingPace(limit: number | null, worst: number, { pace_per_day, days }: Work): number | null {
  if (limit === null || worst <= limit) return null;
  const begun = pace_per_day ?? most(days.map(({ began }) => began));
  return Math.max(1, Math.floor((begun * limit) / worst));
}
