import { difference, type OutcomeReport, type OutcomeRow, wilson } from "../../src/outcomes/index.ts";

function row(name: string, people: number, successes: number): OutcomeRow {
  return { name, people, successes, rate: wilson(successes, people) };
}

const HIDDEN: OutcomeRow = { name: "later", people: 40, successes: null, rate: null };

/** A hand-made report in which every table has something to print, hidden counts among it. */
export const REPORT: OutcomeReport = {
  campaign: "missed-visit",
  plan: `sha256:${"7d".repeat(32)}`,
  asOf: "2026-12-31 12:00:00",
  goal: { outcome: "visit completed", withinDays: 30 },
  overall: row("visit completed", 400, 96),
  booked: row("booked", 400, 150),
  completed: row("completed", 400, 96),
  followUpCompleted: row("follow-up completed", 400, 0),
  bySegment: [row("recent", 360, 90), HIDDEN],
  byArm: [row("a", 200, 60), row("b", 200, 36)],
  byStep: [row("text-1", 380, 60), row("email-1", 300, 40), row("call-1", 120, 50)],
  byChannel: [row("sms", 380, 60), row("email", 300, 40), row("phone", 120, 50)],
  attribution: [
    { name: "last touch", people: 110 },
    { name: "code said", people: null },
  ],
  holdout: {
    written: row("written to", 400, 100),
    withheld: row("withheld", 100, 12),
    difference: difference([100, 400], [12, 100]),
  },
  declines: [
    { name: "not_now", people: 31 },
    { name: "side_effects", people: null },
  ],
  leftOut: [{ name: "no_consent", people: 83 }],
};
