import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDuckDb, openPostgres, type SqlValue } from "../../src/database/index.ts";
import { spokenCode } from "../../src/delivery/index.ts";
import { readEvidence } from "../../src/evidence/index.ts";
import { createRunnerTables, ENROLMENT_COLUMNS, LEDGER_COLUMNS } from "../../src/judge/index.ts";
import {
  type OutcomeReport,
  outcomeCsv,
  outcomeHtml,
  outcomeReport,
  resultsText,
} from "../../src/outcomes/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { maple, planOf } from "../simulate/plans.ts";
import { postgresUrl } from "../support/postgres.ts";

const { plan: compiled } = planOf(maple(), "missed-primary-care");
const plan: Plan = { ...compiled, assign: { ...compiled.assign, holdout: { salt: "s", below: "1999999a" } } };
const AS_OF = "2026-12-31 12:00:00";

interface Person {
  readonly arm?: string;
  readonly segment?: string;
  /** Steps that were sent, with the day in December. */
  readonly sent?: readonly (readonly [step: string, channel: string, day: number])[];
  /** Day on which a visit of the same type was booked, its own day, and how it went. */
  readonly visit?: readonly [booked: number, date: number, status: string];
  readonly event?: {
    readonly kind: string;
    readonly day: number;
    readonly code?: string;
    readonly reason?: string;
    /** It answers no message. */
    readonly unasked?: true;
  };
  readonly skipped?: string;
}

const TEXT = [["text-1", "sms", 2]] as const;
const day = (number: number) => `2026-12-${String(number).padStart(2, "0")}`;
const times = (count: number, person: Person) => Array.from({ length: count }, () => person);

/** 100 were written to and 40 were withheld. */
const PEOPLE: readonly Person[] = [
  ...times(30, { sent: TEXT, visit: [3, 10, "completed"] }),
  ...times(12, { sent: [...TEXT, ["email-1", "email", 5], ["text-2", "sms", 7]], visit: [6, 20, "booked"] }),
  ...times(3, { sent: TEXT, event: { kind: "booked", day: 4, code: "text-1" } }),
  ...times(9, { sent: TEXT, event: { kind: "booked", day: 4 } }),
  ...times(14, { sent: TEXT, event: { kind: "declined", day: 3, reason: "cost" } }),
  ...times(2, { sent: TEXT, event: { kind: "declined", day: 3, reason: "transport" } }),
  ...times(15, { segment: "later", sent: TEXT }),
  ...times(15, { segment: "later", skipped: "missing_field: patient.first_name: it is blank" }),
  ...times(28, { arm: "holdout" }),
  ...times(4, { arm: "holdout", visit: [5, 12, "completed"] }),
  ...times(8, { arm: "holdout", event: { kind: "completed", day: 12, unasked: true } }),
];

async function fill(db: Database): Promise<void> {
  await createRunnerTables(db);
  await db.run(
    "CREATE TABLE visits (visit_id VARCHAR, patient_id VARCHAR, status VARCHAR, type VARCHAR, date DATE, created_at TIMESTAMP, for_id VARCHAR)",
  );
  await db.run(
    'CREATE TABLE events (event_id VARCHAR, patient_id VARCHAR, kind VARCHAR, "at" TIMESTAMP, campaign VARCHAR, anchor_id VARCHAR, code VARCHAR, reason VARCHAR, visit_id VARCHAR)',
  );
  const campaign = plan.identity.campaign;
  const enrolments: SqlValue[][] = [];
  const ledger: SqlValue[][] = [];
  const visits: SqlValue[][] = [];
  const events: SqlValue[][] = [];
  for (const [
    index,
    { arm = "a", segment = "recent", sent = [], visit, event, skipped },
  ] of PEOPLE.entries()) {
    const [patient, anchor] = [`P${index}`, `V${index}`];
    const row = (columns: readonly string[], values: Readonly<Record<string, SqlValue>>) =>
      columns.map((column) => values[column] ?? null);
    enrolments.push(
      row(ENROLMENT_COLUMNS, {
        campaign,
        patient_id: patient,
        anchor_id: anchor,
        entry: 1,
        plan_digest: "d",
        entered_at: `${day(1)} 15:00:00`,
        segment,
        arm,
        language: "en",
        state: "active",
      }),
    );
    visits.push([anchor, patient, "missed", "primary-care", "2026-11-28", "2026-11-01 10:00:00", null]);
    const touch = (step: string, channel: string, at: number, state: string, why: string | null) =>
      row(LEDGER_COLUMNS, {
        touch_key: `${anchor}|${step}`,
        campaign,
        patient_id: patient,
        anchor_id: anchor,
        entry: 1,
        step,
        step_no: at,
        recipient: "patient",
        channel,
        team: "t",
        arm,
        segment,
        language: "en",
        state,
        why,
        claimed_at: `${day(at)} 16:00:00`,
        run_id: "r",
        plan_digest: "d",
      });
    for (const [step, channel, at] of sent) ledger.push(touch(step, channel, at, "sent", null));
    if (skipped !== undefined) ledger.push(touch("text-1", "sms", 2, "skipped", skipped));
    if (visit)
      visits.push([
        `${anchor}-next`,
        patient,
        visit[2],
        "primary-care",
        day(visit[1]),
        `${day(visit[0])} 10:00:00`,
        null,
      ]);
    if (event)
      events.push([
        `E${index}`,
        patient,
        event.kind,
        `${day(event.day)} 10:00:00`,
        event.unasked ? null : campaign,
        event.unasked ? null : anchor,
        event.code ? spokenCode(campaign, event.code).toLowerCase() : null,
        event.reason ?? null,
      ]);
  }
  await db.insert("enrolments", ENROLMENT_COLUMNS, enrolments);
  await db.insert("ledger", LEDGER_COLUMNS, ledger);
  await db.insert(
    "visits",
    ["visit_id", "patient_id", "status", "type", "date", "created_at", "for_id"],
    visits,
  );
  await db.insert(
    "events",
    ["event_id", "patient_id", "kind", "at", "campaign", "anchor_id", "code", "reason"],
    events,
  );
}

const brief = (rows: OutcomeReport["bySegment"]) =>
  rows.map(({ name, successes, people, rate }) => [
    name,
    successes,
    people,
    rate === null ? null : Math.round(rate.share * 100),
  ]);

describe("the report of a campaign", () => {
  let db: Database;
  let report: OutcomeReport;
  beforeAll(async () => {
    db = await openDuckDb({ threads: 1 });
    await fill(db);
    report = await outcomeReport(db, plan, AS_OF);
  }, 60_000);
  afterAll(() => db.close());

  it("counts who reached the goal, who booked and who came", () => {
    expect(report.goal).toEqual({ outcome: "visit completed", withinDays: 30 });
    expect(brief([report.overall, report.booked, report.completed])).toEqual([
      ["visit completed", 30, 100, 30],
      ["booked", 54, 100, 54],
      ["completed", 30, 100, 30],
    ]);
  });

  it("divides them by segment and arm, and credits bookings to steps and channels", () => {
    expect(brief(report.bySegment)).toEqual([
      ["later", 0, 30, 0],
      ["recent", 30, 70, 43],
    ]);
    expect(brief(report.byStep)).toEqual([
      ["text-1", 42, 85, 49],
      ["email-1", 12, 12, 100],
      // It came after the visit was booked, and the plan knows it no more.
      ["text-2", 0, 12, 0],
    ]);
    expect(report.byChannel.map(({ name, people }) => [name, people])).toEqual([
      ["sms", 85],
      ["email", 12],
    ]);
  });

  it("does not tell two outcomes whose difference is a small count", async () => {
    await db.run("UPDATE visits SET status = 'completed' WHERE status = 'booked'");
    await db.run(
      `INSERT INTO events SELECT event_id || '-c', patient_id, 'completed', "at", campaign, anchor_id, NULL, NULL, NULL FROM events WHERE kind = 'booked' ORDER BY event_id LIMIT 6`,
    );
    const near = await outcomeReport(db, plan, AS_OF);
    await db.run("UPDATE visits SET status = 'booked' WHERE date = DATE '2026-12-20'");
    await db.run("DELETE FROM events WHERE event_id LIKE '%-c'");
    expect([near.overall.successes, near.booked.successes]).toEqual([48, null]);
  });

  it("tells credit by code and by last touch, and hides both where one is small", () => {
    expect(report.attribution).toEqual([
      { name: "code said", people: null },
      { name: "last touch", people: null },
    ]);
  });

  it("compares with people who were withheld, who answer no message", () => {
    expect(report.holdout?.withheld).toMatchObject({ people: 40, successes: 12, rate: { share: 0.3 } });
    expect(report.holdout?.written).toMatchObject({ people: 100, successes: 30, rate: { share: 0.3 } });
    expect(report.holdout?.difference?.share).toBe(0);
  });

  it("compares nothing where too few came", async () => {
    await db.run("DELETE FROM events WHERE kind = 'completed'");
    const { holdout } = await outcomeReport(db, plan, AS_OF);
    expect(holdout?.withheld).toEqual({ name: "withheld", people: 40, successes: null, rate: null });
    expect(holdout?.difference).toBeNull();
  });

  it("tells why people declined and what was left out, without a small count", () => {
    expect(report.declines).toEqual([
      { name: "cost", people: null },
      { name: "transport", people: null },
    ]);
    expect(report.leftOut).toEqual([{ name: "missing_field", people: 15 }]);
  });

  it("counts nothing that came after the window, or after the instant that is asked about", async () => {
    const early = await outcomeReport(db, plan, "2026-12-03 09:00:00");
    expect([early.booked.successes, early.overall.successes]).toEqual([0, 0]);
    const short: Plan = {
      ...plan,
      measure: { ...plan.measure, goal: { outcome: "visit booked", within_days: 3 } },
    };
    const found = await outcomeReport(db, short, AS_OF);
    expect(found.overall.successes).toBe(42);
  });

  it("is the same on PostgreSQL", async () => {
    const postgres = await openPostgres(await postgresUrl(), { schema: "outcomes" });
    await fill(postgres);
    expect(await outcomeReport(postgres, plan, AS_OF)).toEqual(report);
    await postgres.close();
  }, 60_000);

  it("is kept without a small count in it, and read back for the next check", () => {
    const text = resultsText(report);
    expect(readEvidence(text)).toEqual({ value: JSON.parse(text) });
    expect(readEvidence(text).value).toMatchObject({
      campaign: "missed-primary-care",
      asOf: AS_OF,
      goal: { outcome: "visit completed", withinDays: 30 },
      overall: { people: 100, successes: 30, rate: report.overall.rate },
    });
    const counts = [...text.matchAll(/"(?:people|successes)": (\d+)/g)].map(([, count]) => Number(count));
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter((count) => count > 0 && count < 11)).toEqual([]);
  });

  it("is a table for spreadsheets and a page that stands alone", () => {
    const csv = outcomeCsv({ ...report, declines: [{ name: '=HYPERLINK("x")', people: 20 }] });
    expect(csv).toContain("overall,visit completed,100,30,0.3000,0.2189,0.3958\r\n");
    expect(csv).toContain(`decline,"'=HYPERLINK(""x"")",20,,,,\r\n`);
    const html = outcomeHtml({ ...report, declines: [{ name: "<script>", people: 20 }] }, "A & B");
    expect(html).toContain("<title>Results of A &amp; B</title>");
    expect(html).not.toMatch(/<script|https?:|src=/);
    expect(html).toContain("30 % (22 to 40 %)");
  });
});
