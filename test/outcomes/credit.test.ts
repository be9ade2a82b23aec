import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDuckDb, openPostgres, type SqlValue } from "../../src/database/index.ts";
import { spokenCode } from "../../src/delivery/index.ts";
import { createRunnerTables, ENROLMENT_COLUMNS, LEDGER_COLUMNS } from "../../src/judge/index.ts";
import { CREDIT, creditSql } from "../../src/outcomes/credit-sql.ts";
import { factsSql } from "../../src/outcomes/facts-sql.ts";
import type { Plan } from "../../src/plan/index.ts";
import { maple, planOf } from "../simulate/plans.ts";
import { postgresUrl } from "../support/postgres.ts";

const { plan: compiled } = planOf(maple(), "missed-primary-care");
const CAMPAIGN = compiled.identity.campaign;
/** text-1 was hello-1 once, in a campaign of another name. */
const plan: Plan = {
  ...compiled,
  identity: { ...compiled.identity, was: ["missed-visits"] },
  steps: compiled.steps.map((step) =>
    step.id === "text-1" ? { ...step, when: { ...step.when, was: ["hello-1"] } } : step,
  ),
};
const PHONE = plan.respond.clinics[0]?.phone ?? "";

interface Booking {
  /** Day in December, at 10:00. */
  readonly day: number;
  readonly code?: string;
  readonly visit?: string;
  readonly campaign?: string | null;
}

interface Story {
  readonly says: string;
  /** Steps that were sent, each with its day in December, at 16:00. */
  readonly sent: readonly (readonly [step: string, day: number])[];
  readonly events?: readonly Booking[];
  /** Visits by the day on which they were made. */
  readonly visits?: readonly (readonly [visit: string, day: number])[];
  readonly credit: readonly string[];
}

const ALL = [
  ["text-1", 2],
  ["email-1", 5],
  ["call-1", 8],
] as const;
const code = (step: string, campaign = CAMPAIGN) => spokenCode(campaign, step);

const STORIES: readonly Story[] = [
  {
    says: "nothing is said: the last touch before it",
    sent: ALL,
    events: [{ day: 7 }],
    credit: ["email-1 last touch"],
  },
  { says: "a visit in the roster alone", sent: ALL, visits: [["a", 10]], credit: ["call-1 last touch"] },
  {
    says: "a code, in any writing",
    sent: ALL,
    events: [{ day: 9, code: ` ${code("text-1").toLowerCase()} ` }],
    credit: ["text-1 code said"],
  },
  {
    says: "a code of its former name, in the former campaign",
    sent: [
      ["hello-1", 2],
      ["email-1", 5],
    ],
    events: [{ day: 9, code: code("hello-1", "missed-visits") }],
    credit: ["hello-1 code said"],
  },
  {
    says: "the code of a step that was sent later, or to somebody else",
    sent: ALL.slice(0, 2),
    events: [{ day: 4, code: code("email-1") }],
    credit: ["text-1 last touch"],
  },
  {
    says: "a code of another campaign",
    sent: ALL,
    events: [{ day: 9, code: code("text-1", "other") }],
    credit: ["call-1 last touch"],
  },
  {
    says: "a link that two steps have: the later of them",
    sent: ALL,
    events: [{ day: 9, code: "https://MPL.example/r/?utm=1#top" }],
    credit: ["email-1 link followed"],
  },
  {
    says: "a link of one step alone",
    sent: ALL,
    events: [{ day: 9, code: "mpl.example/c" }],
    credit: ["email-1 link followed"],
  },
  {
    says: "a link that no step has",
    sent: ALL,
    events: [{ day: 9, code: "mpl.example/zz" }],
    credit: ["call-1 last touch"],
  },
  {
    says: "a number that messages tell, with and without the country",
    sent: ALL.slice(0, 2),
    events: [{ day: 9, code: PHONE.replace(/^\+1/, "") }],
    credit: ["email-1 number called"],
  },
  {
    says: "a number of nobody",
    sent: ALL,
    events: [{ day: 9, code: "+12175550999" }],
    credit: ["call-1 last touch"],
  },
  {
    says: "a visit and the event that tells of it, which count once",
    sent: ALL,
    visits: [["b", 6]],
    events: [{ day: 7, code: code("text-1"), visit: "b" }],
    credit: ["text-1 code said"],
  },
  {
    says: "two bookings of one person: the first",
    sent: ALL,
    events: [{ day: 4 }, { day: 9 }],
    credit: ["text-1 last touch"],
  },
  { says: "a booking before anything was sent", sent: [["text-1", 8]], events: [{ day: 4 }], credit: [] },
  { says: "a booking after the window", sent: [["text-1", -40]], events: [{ day: 9 }], credit: [] },
  {
    says: "a booking that answers another campaign",
    sent: ALL,
    events: [{ day: 9, campaign: "other" }],
    credit: [],
  },
];

const at = (day: number, time: string) =>
  `${new Date(Date.UTC(2026, 11, day)).toISOString().slice(0, 10)} ${time}`;
const row = (columns: readonly string[], values: Readonly<Record<string, SqlValue>>) =>
  columns.map((column) => values[column] ?? null);

async function fill(db: Database): Promise<void> {
  await createRunnerTables(db);
  await db.run(
    "CREATE TABLE visits (visit_id VARCHAR, patient_id VARCHAR, status VARCHAR, type VARCHAR, date DATE, created_at TIMESTAMP, for_id VARCHAR)",
  );
  await db.run(
    'CREATE TABLE events (event_id VARCHAR, patient_id VARCHAR, kind VARCHAR, "at" TIMESTAMP, campaign VARCHAR, anchor_id VARCHAR, visit_id VARCHAR, code VARCHAR)',
  );
  for (const [index, story] of STORIES.entries()) await tell(db, `${index}`, `P${index}`, story);
  // Two missed visits of one person, and one new visit that both could claim.
  const twice = { sent: ALL, visits: [], says: "", credit: [] };
  await tell(db, "twice-a", "P-twice", twice);
  await tell(db, "twice-b", "P-twice", { ...twice, visits: [["shared", 10]] });
}

async function tell(
  db: Database,
  name: string,
  patient: string,
  { sent, events = [], visits = [] }: Story,
): Promise<void> {
  const anchor = `V${name}`;
  const shared = {
    campaign: CAMPAIGN,
    patient_id: patient,
    anchor_id: anchor,
    entry: 1,
    segment: "recent",
    arm: "a",
    language: "en",
    plan_digest: "d",
  };
  await db.insert("enrolments", ENROLMENT_COLUMNS, [
    row(ENROLMENT_COLUMNS, { ...shared, entered_at: at(-45, "15:00:00"), state: "active" }),
  ]);
  await db.insert(
    "ledger",
    LEDGER_COLUMNS,
    sent.map(([step, day], index) =>
      row(LEDGER_COLUMNS, {
        ...shared,
        campaign: step === "hello-1" ? "missed-visits" : CAMPAIGN,
        touch_key: `${anchor}|${step}`,
        step,
        step_no: index + 1,
        recipient: "patient",
        channel: "sms",
        team: "t",
        state: "sent",
        claimed_at: at(day, "16:00:00"),
        run_id: "r",
      }),
    ),
  );
  await db.insert(
    "visits",
    ["visit_id", "patient_id", "status", "type", "date", "created_at"],
    [
      [anchor, patient, "missed", "primary-care", at(-50, ""), at(-90, "10:00:00")],
      ...visits.map(([visit, day]) => [
        `${name}-${visit}`,
        patient,
        "booked",
        "primary-care",
        at(day + 9, ""),
        at(day, "10:00:00"),
      ]),
    ],
  );
  await db.insert(
    "events",
    ["event_id", "patient_id", "kind", "at", "campaign", "visit_id", "code"],
    events.map(({ day, code: said = null, visit, campaign = CAMPAIGN }, index) => [
      `E${name}-${index}`,
      patient,
      "booked",
      at(day, "10:00:00"),
      campaign,
      visit === undefined ? null : `${name}-${visit}`,
      said,
    ]),
  );
}

describe.each([
  ["DuckDB", () => openDuckDb({ threads: 1 })],
  ["PostgreSQL", async () => openPostgres(await postgresUrl(), { schema: "credit_test" })],
] as const)("a booking gets its credit, in %s", (_, open) => {
  let db: Database;
  const credits = new Map<string, string[]>();
  beforeAll(async () => {
    db = await open();
    await fill(db);
    await db.run(factsSql(plan, "2026-12-31 12:00:00"));
    await db.run(creditSql(plan, "2026-12-31 12:00:00"));
    for (const { anchor_id, step, how } of await db.rows(`SELECT * FROM ${CREDIT} ORDER BY anchor_id`))
      credits.set(String(anchor_id), [...(credits.get(String(anchor_id)) ?? []), `${step} ${how}`]);
  }, 60_000);
  afterAll(() => db?.close());

  it.each(STORIES.map((story, index) => [story.says, index, story.credit] as const))(
    "%s",
    (_says, index, credit) => {
      expect(credits.get(`V${index}`) ?? []).toEqual(credit);
    },
  );

  it("once, where two enrolments could claim it", () => {
    expect([...(credits.get("Vtwice-a") ?? []), ...(credits.get("Vtwice-b") ?? [])]).toEqual([
      "call-1 last touch",
    ]);
  });
});
