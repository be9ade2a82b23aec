import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDuckDb } from "../../src/database/index.ts";
import { nextDue } from "../../src/judge/index.ts";
import { planOf } from "./any-plan.ts";

/** Texts from 9 to 19, Monday to Saturday, not on Thanksgiving; the clocks of Chicago. */
const PLAN = planOf("missed-primary-care");

let db: Database;
beforeAll(async () => {
  db = await openDuckDb();
  await db.run(
    "CREATE TEMP TABLE tick_decisions (decision VARCHAR, reason VARCHAR, channel VARCHAR, waits_from TIMESTAMP)",
  );
});
afterAll(() => db.close());

async function after(now: string, ...rows: readonly (readonly [string, string, string, string])[]) {
  await db.run("DELETE FROM tick_decisions");
  await db.insert("tick_decisions", ["decision", "reason", "channel", "waits_from"], rows);
  return nextDue(db, PLAN, now);
}

it.each([
  [
    "a day after it began",
    "2026-11-23 16:20:00",
    ["wait", "1 day", "sms", "2026-11-23 16:20:00"],
    "2026-11-24 16:30:00",
  ],
  [
    "when the window opens",
    "2026-11-23 12:00:00",
    ["wait", "1 day", "sms", "2026-11-23 12:00:00"],
    "2026-11-24 15:00:00",
  ],
  [
    "after a holiday",
    "2026-11-25 16:00:00",
    ["wait", "1 day", "sms", "2026-11-25 16:00:00"],
    "2026-11-27 15:00:00",
  ],
  [
    "at any hour by letter",
    "2026-11-25 02:00:00",
    ["wait", "1 day", "letter", "2026-11-25 02:00:00"],
    "2026-11-26 02:00:00",
  ],
  [
    "when the night is over",
    "2026-11-25 02:00:00",
    ["hold:quiet_hours", "outside the window", "sms", "2026-11-24 02:00:00"],
    "2026-11-25 15:00:00",
  ],
] as const)("the next message falls due %s", async (_, now, row, due) => {
  expect(await after(now, row)).toBe(due);
});

it("is the first of all, and nothing where nobody waits for a time", async () => {
  const now = "2026-11-23 16:00:00";
  const [early, late] = ["2026-11-22 20:00:00", "2026-11-23 16:00:00"];
  expect(await after(now, ["wait", "1 day", "sms", late], ["wait", "1 day", "email", early])).toBe(
    "2026-11-23 20:00:00",
  );
  expect(await after(now, ["wait", "in flight", "sms", late])).toBeUndefined();
  // It is noon in Chicago: whoever is held for hours lives elsewhere.
  expect(await after(now, ["hold:quiet_hours", "outside the window", "sms", late])).toBeUndefined();
  expect(await after(now)).toBeUndefined();
});
