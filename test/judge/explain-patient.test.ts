import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/index.ts";
import { explainPatient, judgeTick, settleEnrolments, touchKey } from "../../src/judge/index.ts";
import { ENGINES } from "../database/engines.ts";
import { planOf } from "./any-plan.ts";
import { agreed, missed, person } from "./people.ts";
import { fill } from "./roster.ts";

const plan = planOf("missed-visit");
const TUESDAY = "2026-11-24 16:00:00";
const WEDNESDAY = "2026-11-25 16:00:00";
const WEDNESDAY_NIGHT = "2026-11-26 04:00:00";

describe.each(ENGINES)("on %s, somebody who asks why", (_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open("judge_explain_test");
    await fill(db, plan, {
      patients: [
        person("P1"),
        person("P2", {
          confidential_channel: "letter",
          address_line_1: "1 Oak St",
          city: "Springfield",
          postal_code: "62701",
        }),
        person("P3", { birth_date: "2015-01-01", moved_care: null }),
        person("P4"),
        person("P5"),
      ],
      visits: [
        missed("V1", "P1"),
        missed("V2", "P2"),
        missed("V3", "P3", "2026-10-01"),
        { ...missed("V5", "P5"), status: "booked" },
        missed("V6", "P5"),
        { ...missed("V7", "P5", "2026-12-01"), status: "booked" },
      ],
      consents: ["P1", "P2"].map(agreed),
    });
    await judgeTick(db, plan, TUESDAY);
    await settleEnrolments(db, plan, TUESDAY);
  });
  afterAll(() => db.close());

  const lines = async (patient: string, now = WEDNESDAY) =>
    (await explainPatient(db, plan, now, patient)).lines;

  it("hears what happens now, and what happened", async () => {
    expect(await lines("P1", TUESDAY)).toEqual([
      "P1 is in missed-visit since 2026-11-24 16:00:00 UTC (visit V1, segment recent, arm b).",
      "text-1: is not due yet: it comes 1 day after 2026-11-24 16:00:00 UTC.",
    ]);
    expect((await lines("P1")).at(-1)).toBe("text-1: is sent now by text message to +12175550001.");
    expect((await lines("P1", WEDNESDAY_NIGHT)).at(-1)).toBe(
      "text-1: waits until it may leave: now it is outside the window.",
    );
  });

  it("hears what was sent and left out before", async () => {
    const touch = {
      campaign: "missed-visit",
      anchor_id: "V1",
      entry: 1,
      step: "text-1",
      recipient: "patient",
    };
    const row = {
      ...touch,
      touch_key: touchKey(touch),
      step_no: 1,
      patient_id: "P1",
      channel: "sms",
      address: "+12175550001",
      team: "t",
      arm: "a",
      language: "en",
      state: "sent",
      claimed_at: WEDNESDAY,
      run_id: "r",
      plan_digest: "d",
    };
    await db.insert("ledger", Object.keys(row), [Object.values(row)]);
    expect(await lines("P1", "2026-11-25 17:00:00")).toEqual([
      "P1 is in missed-visit since 2026-11-24 16:00:00 UTC (visit V1, segment recent, arm b).",
      "text-1: sent by text message to +12175550001 at 2026-11-25 16:00:00 UTC.",
      "email-1: is not due yet: it comes 3 days after 2026-11-25 16:00:00 UTC.",
    ]);
  });

  it("hears that a way is closed", async () => {
    expect((await lines("P2")).at(-1)).toBe(
      "text-1: is left out: the person asked to be reached on another channel only.",
    );
  });

  it("hears every condition that keeps them out", async () => {
    expect(await lines("P3")).toEqual([
      "P3 is not in missed-visit.",
      "visit V3: this is not true: the visit's date was 1 to 14 days ago.",
      'visit V3: this is true, or not known: the patient is marked "moved care".',
      "visit V3: the patient is under 18, or has no date of birth.",
    ]);
    expect(await lines("P5")).toContain(
      'visit V6: this is true, or not known: the visit is marked "rebooked".',
    );
  });

  it("hears that there is nothing to be in the campaign for, and that nobody has that number", async () => {
    expect(await lines("P4")).toEqual([
      "P4 is not in missed-visit.",
      "There is no visit of this patient in the roster.",
    ]);
    expect(await lines("P9")).toEqual(["The roster has no patient P9."]);
  });
});
