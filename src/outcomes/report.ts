import type { Database } from "../database/index.ts";
import {
  type Cell,
  hideSmall,
  hideSmallRows,
  type Interval,
  type Told,
  tellApart,
  told,
} from "../evidence/index.ts";
import { canonicalJson, type Plan, sha256 } from "../plan/index.ts";
import { compareText } from "../source/index.ts";
import { CREDIT, creditSql } from "./credit-sql.ts";
import { FACTS, factsSql } from "./facts-sql.ts";
import { difference, wilson } from "./wilson.ts";

/** One row of a table: people, those who reached the goal, and their share where it may be told. */
export interface OutcomeRow {
  readonly name: string;
  readonly people: Told;
  readonly successes: Told;
  readonly rate: Interval | null;
}

export interface CountRow {
  readonly name: string;
  readonly people: Told;
}

/** What came of a campaign, with nothing in it by which a person could be found. */
export interface OutcomeReport {
  readonly campaign: string;
  readonly plan: string;
  readonly asOf: string;
  readonly goal: { readonly outcome: string; readonly withinDays: number };
  /** People who entered and were not withheld. */
  readonly overall: OutcomeRow;
  readonly booked: OutcomeRow;
  readonly completed: OutcomeRow;
  readonly followUpCompleted: OutcomeRow;
  readonly bySegment: readonly OutcomeRow[];
  readonly byArm: readonly OutcomeRow[];
  /** Of people who got a step: how many booked, with the credit to it. */
  readonly byStep: readonly OutcomeRow[];
  readonly byChannel: readonly OutcomeRow[];
  /** How many bookings got their credit by a code, a link or a number, and how many by the last touch before them. */
  readonly attribution: readonly CountRow[];
  /** Those who were withheld for comparison, all measured from entry; nothing where nobody was. */
  readonly holdout: {
    readonly written: OutcomeRow;
    readonly withheld: OutcomeRow;
    readonly difference: Interval | null;
  } | null;
  readonly declines: readonly CountRow[];
  /** Steps that were left out, and people whom no step reached, by why. */
  readonly leftOut: readonly CountRow[];
}

/**
 * Measures a campaign from its enrolments, its ledger and what came back, as of an instant. Counts below 11 are hidden, and
 * as many more as are needed so that they do not follow.
 *
 * @param db the ledger, with the roster beside it
 * @param asOf UTC, `2026-11-26 15:00:00`
 */
export async function outcomeReport(db: Database, plan: Plan, asOf: string): Promise<OutcomeReport> {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(asOf)) throw new RangeError(`"${asOf}" is no instant`);
  for (const name of [CREDIT, FACTS]) await db.run(`DROP TABLE IF EXISTS ${name}`);
  await db.run(factsSql(plan, asOf));
  await db.run(creditSql(plan, asOf));
  const written = "arm <> 'holdout'";
  const [overall, booked, completed, followUpCompleted] = apart([
    await one(db, plan.measure.goal.outcome, "succeeded", written),
    await one(db, "booked", "booked", written),
    await one(db, "completed", "completed", written),
    await one(db, "follow-up completed", "follow_up_completed", written),
  ]);
  const report: OutcomeReport = {
    campaign: plan.identity.campaign,
    plan: sha256(canonicalJson(plan)),
    asOf,
    goal: { outcome: plan.measure.goal.outcome, withinDays: plan.measure.goal.within_days },
    overall,
    booked,
    completed,
    followUpCompleted,
    bySegment: await grouped(db, "segment", written),
    byArm: plan.assign.test === null ? [] : await grouped(db, "arm", written),
    byStep: await credited(db, plan, "step"),
    byChannel: await credited(db, plan, "channel"),
    attribution: counts(
      await db.rows(`SELECT how AS name, COUNT(*) AS n FROM ${CREDIT} GROUP BY how ORDER BY how`),
    ),
    holdout: plan.assign.holdout === null ? null : await compared(db),
    declines: counts(await db.rows(DECLINES)),
    leftOut: await leftOut(db, plan),
  };
  for (const name of [CREDIT, FACTS]) await db.run(`DROP TABLE IF EXISTS ${name}`);
  return report;
}

type Four = readonly [OutcomeRow, OutcomeRow, OutcomeRow, OutcomeRow];

/** Outcomes of the same people, without those from which a small count would follow. */
function apart([overall, booked, completed, followUp]: Four): Four {
  const [, isBooked, isCompleted, isFollowUp] = tellApart(
    [overall, booked, completed, followUp].map(({ successes }) => successes),
  );
  const hide = (row: OutcomeRow, isTold: boolean | undefined): OutcomeRow =>
    isTold === false ? { ...row, successes: null, rate: null } : row;
  return [overall, hide(booked, isBooked), hide(completed, isCompleted), hide(followUp, isFollowUp)];
}

type Row = { readonly [column: string]: unknown };

function cellOf({ people, successes }: Row): Cell {
  return { people: Number(people ?? 0), successes: Number(successes ?? 0) };
}

async function one(db: Database, name: string, column: string, where: string): Promise<OutcomeRow> {
  const [row = {}] = await db.rows(
    `SELECT COUNT(*) AS people, COUNT(CASE WHEN ${column} THEN 1 END) AS successes FROM ${FACTS} WHERE ${where}`,
  );
  return rows([{ name, ...cellOf(row) }])[0] ?? { name, people: 0, successes: 0, rate: null };
}

async function grouped(
  db: Database,
  column: "segment" | "arm",
  where: string,
): Promise<readonly OutcomeRow[]> {
  const found = await db.rows(
    `SELECT ${column} AS name, COUNT(*) AS people, COUNT(CASE WHEN succeeded THEN 1 END) AS successes FROM ${FACTS} WHERE ${where} GROUP BY ${column} ORDER BY ${column}`,
  );
  return rows(found.map((row) => ({ name: String(row.name), ...cellOf(row) })));
}

/** People who got a step, or anything on a channel, and those among them whose booking it gets the credit for. */
async function credited(db: Database, plan: Plan, by: "step" | "channel"): Promise<readonly OutcomeRow[]> {
  const campaigns = [plan.identity.campaign, ...plan.identity.was];
  const names = Object.fromEntries(campaigns.map((campaign, index) => [`campaign_${index}`, campaign]));
  const ours = `campaign IN (${Object.keys(names)
    .map((name) => `:${name}`)
    .join(", ")})`;
  const found = await db.rows(
    `SELECT name, COUNT(*) AS people, SUM(credit) AS successes
FROM (
  SELECT s.${by} AS name, MAX(CASE WHEN c.step IS NOT NULL THEN 1 ELSE 0 END) AS credit
  FROM ledger s
  JOIN ${FACTS} f ON f.anchor_id = s.anchor_id AND f.entry = s.entry
  LEFT JOIN ${CREDIT} c ON c.anchor_id = s.anchor_id AND c.entry = s.entry AND c.step = s.step
  WHERE s.state = 'sent' AND s.${ours}
  GROUP BY s.${by}, s.anchor_id, s.entry
) people
GROUP BY name ORDER BY name`,
    names,
  );
  const order = plan.steps.map((step) => (by === "step" ? step.id : step.channel));
  // A step that the plan no longer has comes last.
  const place = ({ name }: Row) =>
    order.indexOf(String(name)) + (order.includes(String(name)) ? 0 : Infinity);
  const sorted = [...found].sort((a, b) => place(a) - place(b));
  return rows(sorted.map((row) => ({ name: String(row.name), ...cellOf(row) })));
}

async function compared(db: Database): Promise<OutcomeReport["holdout"]> {
  const found = await db.rows(
    `SELECT CASE WHEN arm = 'holdout' THEN 1 ELSE 0 END AS withheld, COUNT(*) AS people, COUNT(CASE WHEN succeeded_from_entry THEN 1 END) AS successes FROM ${FACTS} GROUP BY 1 ORDER BY 1`,
  );
  const of = (withheld: number) => cellOf(found.find((row) => Number(row.withheld) === withheld) ?? {});
  const [written, withheld] = [of(0), of(1)];
  const [toldWritten, toldWithheld] = rows([
    { name: "written to", ...written },
    { name: "withheld", ...withheld },
  ]);
  if (toldWritten === undefined || toldWithheld === undefined) return null;
  const canTell = toldWritten.rate !== null && toldWithheld.rate !== null;
  return {
    written: toldWritten,
    withheld: toldWithheld,
    difference: canTell
      ? difference([written.successes, written.people], [withheld.successes, withheld.people])
      : null,
  };
}

const DECLINES = `SELECT COALESCE(v.reason, 'not said') AS name, COUNT(DISTINCT v.patient_id) AS n
FROM events v JOIN ${FACTS} f ON f.patient_id = v.patient_id
WHERE v.kind = 'declined' AND (v.anchor_id = f.anchor_id OR v.anchor_id IS NULL) AND v."at" >= f.entered_at
GROUP BY COALESCE(v.reason, 'not said') ORDER BY 2 DESC, 1`;

async function leftOut(db: Database, { identity }: Plan): Promise<readonly CountRow[]> {
  const found = await db.rows(
    "SELECT why AS name, COUNT(DISTINCT patient_id) AS n FROM ledger WHERE campaign = :campaign AND state = 'skipped' GROUP BY why ORDER BY 2 DESC, 1",
    { campaign: identity.campaign },
  );
  // The reason may name a field, whose value it never holds; people are counted by the reason alone.
  const byReason = new Map<string, number>();
  for (const { name, n } of found) {
    const reason = String(name ?? "left out").split(":")[0] ?? "";
    byReason.set(reason, (byReason.get(reason) ?? 0) + Number(n));
  }
  return counts([...byReason].map(([name, n]) => ({ name, n })));
}

function rows(cells: readonly (Cell & { readonly name: string })[]): readonly OutcomeRow[] {
  const hidden = hideSmallRows(cells);
  return cells.map(({ name, people, successes }, index) => {
    const { people: toldPeople = null, successes: toldSuccesses = null } = hidden[index] ?? {};
    const rate =
      toldPeople === null || toldSuccesses === null || people === 0 ? null : wilson(successes, people);
    return { name, people: toldPeople, successes: toldSuccesses, rate };
  });
}

function counts(found: readonly Row[]): readonly CountRow[] {
  const hidden =
    found.length === 1 ? [told(Number(found[0]?.n))] : hideSmall(found.map(({ n }) => Number(n)));
  const rows = found.map(({ name }, index) => ({ name: String(name), people: hidden[index] ?? null }));
  // The most first; of what is untold not even the order tells anything.
  return rows.sort((a, b) => (b.people ?? -1) - (a.people ?? -1) || compareText(a.name, b.name));
}
