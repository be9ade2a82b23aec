import type { Database } from "../../src/database/index.ts";
import { type Decision, ENROLMENT_COLUMNS, touchKey } from "../../src/judge/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import type { Instant, Judge } from "../../src/run/index.ts";

/**
 * A judge of few rules, so that tests of the dispatcher say what is due in one line: every patient with a visit gets the
 * next step at once, unless an event stopped them, the last one is not settled, or they had two messages to one address
 * that day (`mostADay`).
 */
export function plainJudge(mostADay = 100): Judge {
  return {
    async tick(db, plan, now, acceptsEntries) {
      await enrol(db, plan, now, acceptsEntries);
      const all = await judged(db, plan, now, undefined, mostADay);
      const counts = new Map<Decision["decision"], number>();
      for (const { decision } of all) counts.set(decision, (counts.get(decision) ?? 0) + 1);
      return {
        counts,
        async *decisions(...kinds) {
          yield all.filter(({ decision }) => kinds.length === 0 || kinds.includes(decision));
        },
      };
    },
    again: (db, plan, now, _acceptsEntries, patients) => judged(db, plan, now, new Set(patients), mostADay),
  };
}

async function enrol(db: Database, plan: Plan, now: Instant, acceptsEntries: boolean): Promise<void> {
  if (!acceptsEntries) return;
  const { campaign } = plan.identity;
  const rows = await db.rows(
    `SELECT v.patient_id AS patient_id, v.visit_id AS visit_id, p.language AS language FROM visits v JOIN patients p ON p.patient_id = v.patient_id
WHERE NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.campaign = :campaign AND e.anchor_id = v.visit_id) ORDER BY v.visit_id`,
    { campaign },
  );
  const row = (
    patient: unknown,
    visit: unknown,
    language: unknown,
  ): Record<string, string | number | null> => ({
    campaign,
    patient_id: String(patient),
    anchor_id: String(visit),
    entry: 1,
    plan_digest: "plan",
    entered_at: now,
    segment: null,
    arm: "a",
    language: String(language),
    state: "active",
    ended_at: null,
    ended_why: null,
  });
  const all = rows.map(({ patient_id, visit_id, language }) => row(patient_id, visit_id, language));
  const values = all.map((each) => ENROLMENT_COLUMNS.map((column) => each[column] ?? null));
  if (db.kind === "duckdb") return db.insert("enrolments", ENROLMENT_COLUMNS, values);
  await db.run("CREATE TEMP TABLE IF NOT EXISTS entering (LIKE enrolments)");
  await db.run("DELETE FROM entering");
  await db.insert("entering", ENROLMENT_COLUMNS, values);
  await db.run("INSERT INTO enrolments SELECT * FROM entering ON CONFLICT DO NOTHING");
}

async function judged(
  db: Database,
  plan: Plan,
  now: Instant,
  patients: ReadonlySet<string> | undefined,
  mostADay: number,
): Promise<readonly Decision[]> {
  const { campaign } = plan.identity;
  const only =
    patients === undefined ? "" : ` AND e.patient_id IN (${[...patients].map((id) => `'${id}'`).join(", ")})`;
  const rows = await db.rows(
    `SELECT e.patient_id AS patient_id, e.anchor_id AS anchor_id, e.language AS language, p.phone AS phone, p.email AS email,
  (SELECT COUNT(*) FROM ledger l WHERE l.anchor_id = e.anchor_id AND l.campaign = :campaign AND l.state IN ('sent', 'skipped')) AS done,
  (SELECT COUNT(*) FROM ledger l WHERE l.anchor_id = e.anchor_id AND l.campaign = :campaign AND l.state IN ('claimed', 'parked')) AS open,
  (SELECT COUNT(*) FROM ledger l WHERE l.address = p.phone AND l.state <> 'skipped') AS texts,
  (SELECT COUNT(*) FROM received_events r WHERE r.patient_id = e.patient_id AND r.kind = 'stop') AS stopped
FROM enrolments e JOIN patients p ON p.patient_id = e.patient_id
WHERE e.campaign = :campaign AND e.state = 'active'${only} ORDER BY e.anchor_id`,
    { campaign },
  );
  return rows.map((row): Decision => {
    const step = plan.steps[Number(row.done)];
    const channel = step?.channel ?? null;
    const anchor_id = String(row.anchor_id);
    const touch = { campaign, anchor_id, entry: 1, recipient: "patient" };
    const address = channel === "email" ? row.email : row.phone;
    return {
      ...touch,
      patient_id: String(row.patient_id),
      step: step?.id ?? null,
      step_no: step === undefined ? null : Number(row.done) + 1,
      channel,
      address: address === null || address === undefined ? null : String(address),
      language: String(row.language),
      arm: "a",
      segment: null,
      team: plan.respond.owner,
      clinic_id: null,
      decision: decisionOf(row, step !== undefined, channel === "sms" && Number(row.texts) >= mostADay),
      reason: null,
      waits_from: now,
      entered_at: now,
      enters: false,
      touch_key: step === undefined ? null : touchKey({ ...touch, step: step.id }),
    };
  });
}

function decisionOf(
  row: Readonly<Record<string, unknown>>,
  hasStep: boolean,
  isCapped: boolean,
): Decision["decision"] {
  if (Number(row.stopped) > 0) return "exit:opted out";
  if (!hasStep) return "done";
  if (Number(row.open) > 0) return "parked";
  if (row.phone === null && Number(row.done) === 0) return "skip:no_address";
  return isCapped ? "hold:cap" : "send";
}
