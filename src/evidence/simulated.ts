import type { Concern } from "../plan/index.ts";

/** `recare.simulation/1`: what a simulation found. Field names are the format's. */
export interface Simulated {
  readonly format: "recare.simulation/1";
  /** Nobody in it exists, and how people answer is assumed. */
  readonly synthetic: true;
  readonly campaign: string;
  /** Digest of the plan that was run, and of each of its concerns. */
  readonly plan: string;
  readonly concerns: Readonly<Record<Concern, string>>;
  readonly compiler: string;
  readonly seed: string;
  readonly people: {
    readonly of: "invented" | "roster";
    readonly in_all: number;
    readonly reached: number;
  };
  readonly judged_daily_at_utc: string;
  readonly assumed: Assumed;
  readonly touches: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  /** Steps that were left out, by decision. */
  readonly left_out: Readonly<Record<string, number>>;
  readonly pace_per_day: number | null;
  /** Those that own the campaign or a segment, with what they declare. */
  readonly teams: readonly {
    readonly id: string;
    readonly calls_a_day: number | null;
    readonly bookings_a_day: number | null;
  }[];
  readonly days: readonly DayOfLoad[];
  readonly failures: readonly {
    readonly property: string;
    readonly day: string;
    readonly patient: string | null;
    readonly step: string | null;
    readonly what: string;
    readonly pointer: string;
    readonly at: string | null;
  }[];
}

/** What somebody does about one touch. */
export const ANSWERS = ["books", "asks", "declines", "stops", "wrong person"] as const;
export type Answer = (typeof ANSWERS)[number];

/** How people are assumed to answer. None of it is measured: it is stated beside every result. */
export interface Assumed {
  /** Of a hundred touches of a channel, so many get each answer; the rest get none. */
  readonly channels: Readonly<Record<string, Readonly<Record<Answer, number>>>>;
  /** Of a hundred booked visits, so many take place; the rest are missed. */
  readonly kept: number;
  /** Answers come within so many hours of the touch. */
  readonly withinHours: number;
  /** A visit is booked for so many days ahead, at most. */
  readonly bookedWithinDays: number;
  /** A team closes what it was asked within so many hours. */
  readonly answeredWithinHours: number;
}

/** Work of one day. */
export interface DayOfLoad {
  readonly day: string;
  /** People who were written to for the first time. */
  readonly began: number;
  readonly touches: number;
  readonly held_for_pace: number;
  /** In the order of the teams. */
  readonly teams: readonly TeamDay[];
}

export interface TeamDay {
  readonly calls: number;
  /** Calls for which the team had no more room. */
  readonly waiting: number;
  /** Visits that were booked in answer to a touch. */
  readonly bookings: number;
}

/** "over 2,000 invented people (seed 1)". */
export function whomInWords({ people, seed }: Simulated): string {
  const whom = people.of === "invented" ? "invented people" : "people of a roster";
  return `${people.in_all.toLocaleString("en-US")} ${whom} (seed ${seed})`;
}

/** What the simulation rests on, in a sentence that stands beside everything that it shows. */
export function assumedInWords({ assumed: { channels, kept, withinHours } }: Simulated): string {
  const rates = Object.entries(channels).map(([channel, { books }]) => `${channel} ${books} %`);
  return `Assumed, not measured: of a hundred touches, visits are booked by ${rates.join(", ")}; ${kept} % of visits are kept; answers come within ${withinHours} hours.`;
}
