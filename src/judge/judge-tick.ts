import { createHash } from "node:crypto";
import type { Database, SqlRow, SqlValues } from "../database/index.ts";
import { placeholdersOf } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Decision, DecisionKind } from "./decision.ts";
import type { Instant } from "./instant.ts";
import { judgeQuestion, type TickQuestion } from "./judge-sql.ts";
import { emptied, lookedAt, withHashJoins } from "./planner.ts";
import { openTick, type TickOptions } from "./tick.ts";
import { columnsOf, type Filling, insertSql, type TickTable } from "./tick-table.ts";
import { touchKey } from "./touch-key.ts";

/** What was decided at a tick. The rows stay in the database until the next tick; they need not fit in memory. */
export interface JudgedTick {
  readonly campaign: string;
  readonly now: Instant;
  /** How many recipients got each decision. */
  readonly counts: ReadonlyMap<DecisionKind, number>;
  /** The decisions of the given kinds, or all, in the order in which touches are due. */
  decisions(...kinds: readonly DecisionKind[]): AsyncIterable<readonly Decision[]>;
  /** Count and MD5 over `touch_key|decision|arm` of all decisions, in the order of patients: equal on every engine. */
  fingerprint(): Promise<string>;
}

/** `reason` and everything else that a decision tells, as columns. */
const DECISIONS: TickTable = {
  name: "tick_decisions",
  columns: [
    ...columnsOf("VARCHAR", "patient_id", "anchor_id"),
    ["entry", "INTEGER"],
    ["enters", "BOOLEAN"],
    ...columnsOf("VARCHAR", "recipient", "step"),
    ["step_no", "INTEGER"],
    ...columnsOf("VARCHAR", "channel", "address", "language", "enrolled_language", "arm", "segment", "team"),
    ["clinic_id", "VARCHAR"],
    ...columnsOf("TIMESTAMP", "waits_from", "entered_at"),
    ...columnsOf("VARCHAR", "decision", "reason"),
  ],
};

/**
 * Judges everybody of a campaign at an instant. Nothing is written but the tick's own temporary relations: who enters and
 * who leaves is written by `settleEnrolments`, what is sent by the runner.
 *
 * @param now UTC, `2026-11-26 15:00:00`
 * @example const tick = await judgeTick(db, plan, "2026-11-26 15:00:00"); tick.counts.get("send") // 12
 */
export async function judgeTick(
  db: Database,
  plan: Plan,
  now: Instant,
  options: TickOptions = {},
): Promise<JudgedTick> {
  const values = await openTick(db, plan, now, options);
  await withHashJoins(db, async () => {
    const { before, question } = judgeQuestion(plan);
    await fillAll(db, [...before, { table: DECISIONS, sql: question }], values);
    for (const { table } of before) await emptied(db, table);
  });
  const counted = await db.rows("SELECT decision, COUNT(*) AS n FROM tick_decisions GROUP BY decision");
  const { campaign } = plan.identity;
  const list = DECISIONS.columns.map(([name]) => name).join(", ");
  return {
    campaign,
    now,
    counts: new Map(
      counted
        .map(({ decision, n }): [DecisionKind, number] => [String(decision) as DecisionKind, Number(n)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    async *decisions(...kinds) {
      const wanted = Object.fromEntries(kinds.map((kind, at) => [`kind_${at}`, kind]));
      const names = Object.keys(wanted).map((name) => `:${name}`);
      const where = kinds.length === 0 ? "" : `WHERE decision IN (${names.join(", ")})`;
      const order = 'waits_from, patient_id COLLATE "C", anchor_id COLLATE "C", recipient COLLATE "C"';
      const all = db.batches(`SELECT ${list} FROM tick_decisions ${where} ORDER BY ${order}`, wanted);
      for await (const rows of all) yield rows.map((row) => decisionOf(campaign, row));
    },
    async fingerprint() {
      const hash = createHash("md5");
      let count = 0;
      const order = 'patient_id COLLATE "C", anchor_id COLLATE "C", entry, recipient COLLATE "C"';
      for await (const rows of db.batches(`SELECT ${list} FROM tick_decisions ORDER BY ${order}`)) {
        for (const row of rows) {
          const { touch_key, decision, arm } = decisionOf(campaign, row);
          hash.update(`${touch_key ?? ""}|${decision}|${arm}\n`);
          count++;
        }
      }
      return `${count} ${hash.digest("hex")}`;
    },
  };
}

/**
 * Judges some patients once more, inside the transaction that claims their touches: what changed since the tick counts.
 *
 * @param db the database of the open transaction
 */
export async function judgeAgain(
  db: Database,
  plan: Plan,
  now: Instant,
  patients: readonly string[],
  options: TickOptions = {},
): Promise<readonly Decision[]> {
  const values = await openTick(db, plan, now, options, [...new Set(patients)]);
  const rows = await answered(db, judgeQuestion(plan, "some"), values);
  return rows.map((row) => decisionOf(plan.identity.campaign, row)).sort(inOrder);
}

/** The rows that answer a question. */
export async function answered(
  db: Database,
  { before, question }: TickQuestion,
  values: SqlValues,
): Promise<readonly SqlRow[]> {
  await fillAll(db, before, values);
  return db.rows(question, valuesFor(question, values));
}

async function fillAll(db: Database, fillings: readonly Filling[], values: SqlValues): Promise<void> {
  for (const filling of fillings) {
    await emptied(db, filling.table);
    const statement = insertSql(filling);
    await db.run(statement, valuesFor(statement, values));
    await lookedAt(db, filling.table);
  }
}

function inOrder(a: Decision, b: Decision): number {
  const key = ({ waits_from, patient_id, anchor_id, recipient }: Decision) =>
    [waits_from, patient_id, anchor_id, recipient].join("\u0000");
  return key(a) < key(b) ? -1 : 1;
}

/** A text names only the values that its plan needs. */
function valuesFor(sql: string, values: SqlValues): SqlValues {
  const named = placeholdersOf(sql);
  return Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name)));
}

function decisionOf(campaign: string, row: SqlRow): Decision {
  const text = (name: string) => String(row[name]);
  const orNull = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  const touch = {
    campaign,
    anchor_id: text("anchor_id"),
    entry: Number(row.entry),
    recipient: text("recipient"),
  };
  const step = orNull("step");
  return {
    ...touch,
    patient_id: text("patient_id"),
    step,
    step_no: row.step_no === null ? null : Number(row.step_no),
    channel: orNull("channel"),
    address: orNull("address"),
    language: text("language"),
    arm: text("arm") as Decision["arm"],
    segment: orNull("segment"),
    team: text("team"),
    clinic_id: orNull("clinic_id"),
    decision: text("decision") as DecisionKind,
    reason: orNull("reason"),
    waits_from: text("waits_from"),
    entered_at: text("entered_at"),
    enters: row.enters === true,
    touch_key: step === null ? null : touchKey({ ...touch, step }),
  };
}
