import type { Interval } from "../../src/evidence/index.ts";

const LISTS = ["bySegment", "byArm", "byStep", "byChannel", "attribution", "declines", "leftOut"];

/** The file of results of a campaign, of which only what it came to matters. */
export function resultsOf(campaign: string, people: number | null, rate: Interval | null): string {
  const told = { name: "told", people: 100, successes: 50, rate: null };
  return JSON.stringify({
    format: "recare.results/1",
    campaign,
    plan: `sha256:${"0".repeat(64)}`,
    asOf: "2026-11-20 12:00:00",
    goal: { outcome: "visit completed", withinDays: 30 },
    overall: { ...told, people, successes: null, rate },
    ...Object.fromEntries(["booked", "completed", "followUpCompleted"].map((name) => [name, told])),
    ...Object.fromEntries(LISTS.map((name) => [name, []])),
    holdout: null,
  });
}
