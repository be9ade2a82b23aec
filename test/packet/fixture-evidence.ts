import type { LaunchLine, PacketReach, PacketSimulation } from "../../src/packet/index.ts";

/** What was measured of the hand-made packet: a team that keeps up, one that does not, and small counts. */

const days = Array.from({ length: 21 }, (_, index) =>
  new Date(Date.UTC(2026, 10, 23 + index)).toISOString().slice(0, 10),
);
const none = days.map(() => 0);
const daily = (of: (day: number) => number) => days.map((_, day) => of(day));

export const SIMULATION: PacketSimulation = {
  standing: "of this plan",
  path: "results/missed-primary-care.simulation.json",
  from: "2026-11-23",
  to: "2026-12-13",
  whom: "2,000 invented people (seed 1)",
  assumed: "Assumed, not measured: of a hundred touches, visits are booked by sms 7 %.",
  reached: 166,
  touches: 363,
  failures: 0,
  days,
  touchesDaily: daily((day) => (day * 17) % 41),
  loads: [
    {
      team: "north_scheduling",
      work: "calls",
      limit: 40,
      daily: daily((day) => Math.min(40, day * 4)),
      waiting: daily((day) => Math.max(0, day * 4 - 40)),
    },
    { team: "north_scheduling", work: "bookings", limit: 60, daily: daily((day) => day % 9), waiting: none },
    {
      team: "care_coordination",
      work: "bookings",
      limit: null,
      daily: daily((day) => day % 5),
      waiting: none,
    },
  ],
  findings: [
    {
      message:
        "Calls of north_scheduling waited on 10 of 21 days, up to 40 of them on one day: it makes 40 a day.",
      remedy: "Let 25 people begin in a day, or give the team more calls.",
    },
  ],
};

export const REACH: PacketReach = {
  path: "results/missed-primary-care.reach.json",
  countedAt: "2026-11-20 16:00:00",
  people: "roster",
  counts: {
    enter: 1234,
    segments: [
      { name: "recent", people: 1234 },
      { name: "later", people: 0 },
    ],
    firstStep: [
      { name: "due now", people: 1180 },
      { name: "have no usable address for this channel", people: null },
    ],
  },
};

export const LAUNCH: readonly LaunchLine[] = [
  {
    what: "Words, facts, claims and times keep to the rules",
    evidence: "measured",
    detail: "recare check finds no error, as of 2026-11-23.",
  },
  { what: "The teams can keep up", evidence: "missing", detail: "Calls waited on 10 of 21 days." },
  { what: "Facts that only people know are stated", evidence: "stated", detail: "14 facts." },
  {
    what: "Sign-off of timing",
    evidence: "signed",
    detail: "Compliance: Lee Park on 2026-11-20, until 2027-05-19.",
  },
  {
    what: "Enough people signed, and nobody their own work",
    evidence: "not known",
    detail: "Nobody knows who wrote this change.",
  },
];
