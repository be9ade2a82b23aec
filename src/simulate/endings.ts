import { addDays, daysBetween, type IsoDate } from "../calendar/index.ts";
import type { Database } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Failure } from "./failure.ts";

/** Everybody of a campaign who is under way got one decision at its last tick, and only one. */
export async function decidedOnce(
  db: Database,
  { identity }: Plan,
  day: IsoDate,
): Promise<readonly Failure[]> {
  const broken = await db.rows(
    `SELECT e.patient_id AS patient_id, 'no decision' AS what FROM enrolments e
WHERE e.campaign = :campaign AND e.state = 'active'
  AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions d WHERE d.anchor_id = e.anchor_id AND d.entry = e.entry)
UNION ALL
SELECT MIN(d.patient_id), 'several decisions' FROM tick_decisions d GROUP BY d.anchor_id, d.entry, d.recipient HAVING COUNT(*) > 1
LIMIT 20`,
    { campaign: identity.campaign },
  );
  return broken.map(({ patient_id, what }) => ({
    property: "one decision for everybody at every tick",
    day,
    patient: String(patient_id),
    step: null,
    what: `the tick has ${what} for an enrolment that is under way`,
    pointer: "/audience",
  }));
}

/** Beyond the last wait, so many days are left for holidays, holds and answers. */
const GRACE_DAYS = 14;

/**
 * Whoever began long ago has come to an end at the campaign's last tick, unless a limit of its own keeps them waiting, or a
 * person has to answer them first.
 */
export async function everyoneEnds(db: Database, plan: Plan, last: IsoDate): Promise<readonly Failure[]> {
  const longest = plan.steps.reduce(
    (sum, { when }) =>
      sum + Math.ceil(when.wait.unit === "hour" ? when.wait.count / 24 : when.wait.count * 1.5),
    0,
  );
  const begunBy = addDays(last, -(longest + GRACE_DAYS));
  const stuck = await db.rows(
    `SELECT e.patient_id AS patient_id, MIN(d.decision) AS decision, MAX(d.step) AS step, e.entered_at AS entered_at
FROM enrolments e JOIN tick_decisions d ON d.anchor_id = e.anchor_id AND d.entry = e.entry
WHERE e.campaign = :campaign AND e.state = 'active' AND e.entered_at < CAST(:begun AS TIMESTAMP)
  AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions h WHERE h.anchor_id = e.anchor_id AND h.entry = e.entry AND h.decision IN ('hold:pace', 'hold:capacity', 'wait', 'pause', 'parked'))
  -- Whoever shares a phone waits for the other one, who may wait for the pace.
  AND NOT EXISTS (SELECT 1 AS one FROM tick_decisions o WHERE o.address = d.address AND o.decision IN ('hold:pace', 'hold:capacity'))
  AND NOT EXISTS (SELECT 1 AS one FROM ledger l WHERE l.campaign = :campaign AND l.anchor_id = e.anchor_id AND l.entry = e.entry AND l.claimed_at >= CAST(:begun AS TIMESTAMP))
GROUP BY e.patient_id, e.entered_at ORDER BY e.patient_id LIMIT 20`,
    { campaign: plan.identity.campaign, begun: `${begunBy} 00:00:00` },
  );
  return stuck.map(({ patient_id, decision, step, entered_at }) => ({
    property: "everyone ends somewhere",
    day: last,
    patient: String(patient_id),
    step: step === null || step === undefined ? null : String(step),
    what: `entered on ${String(entered_at).slice(0, 10)} and is still at "${decision}", ${daysBetween(String(entered_at).slice(0, 10), last)} days later`,
    pointer: "/steps",
  }));
}

/** How a campaign's enrolments ended, the most first, and how many are under way. */
export async function endsOf(db: Database, { identity }: Plan): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows(
    "SELECT COALESCE(ended_why, 'under way') AS why, COUNT(*) AS n FROM enrolments WHERE campaign = :campaign GROUP BY 1 ORDER BY 2 DESC, 1",
    { campaign: identity.campaign },
  );
  return new Map(rows.map(({ why, n }) => [String(why), Number(n)]));
}
