import type { Database } from "../database/index.ts";
import { canonicalJson, type Plan, sha256 } from "../plan/index.ts";
import type { Instant } from "./instant.ts";
import { campaignIds } from "./people-sql.ts";
import { withHashJoins } from "./planner.ts";

/** How many people entered and left. */
export interface Settled {
  readonly entered: number;
  readonly left: number;
}

/**
 * Writes down what the last tick decided about enrolments: who enters, with what is kept from then on, and who leaves and
 * why. Call it after `judgeTick` and on the same database, in the transaction in which the tick is acted upon.
 *
 * An enrolment is over when a stop rule, an exclusion or a newer anchor ended it, when its people are withheld for
 * comparison, and when nothing is left to do for any of its recipients.
 */
export function settleEnrolments(db: Database, plan: Plan, now: Instant): Promise<Settled> {
  return withHashJoins(db, () => settled(db, plan, now));
}

async function settled(db: Database, plan: Plan, now: Instant): Promise<Settled> {
  const campaign = plan.identity.campaign;
  const digest = sha256(canonicalJson(plan));
  const entered = await db.run(
    `INSERT INTO enrolments (campaign, patient_id, anchor_id, entry, plan_digest, entered_at, segment, arm, language, state)
SELECT :campaign, d.patient_id, d.anchor_id, d.entry, :digest, d.entered_at, d.segment, d.arm, MAX(d.enrolled_language), 'active'
FROM tick_decisions d
WHERE d.enters
GROUP BY d.patient_id, d.anchor_id, d.entry, d.entered_at, d.segment, d.arm`,
    { campaign, digest },
  );
  const left = await db.run(
    `UPDATE enrolments SET state = 'ended', ended_at = CAST(:now AS TIMESTAMP), ended_why = over.decision
FROM (
  SELECT d.anchor_id AS anchor_id, d.entry AS entry, MIN(d.decision) AS decision
  FROM tick_decisions d
  GROUP BY d.anchor_id, d.entry
  HAVING MIN(CASE WHEN ${OVER} THEN 1 ELSE 0 END) = 1
) over
WHERE enrolments.campaign IN ${campaignIds(plan)} AND enrolments.state = 'active'
  AND enrolments.anchor_id = over.anchor_id AND enrolments.entry = over.entry`,
    { now },
  );
  return { entered, left };
}

/** Nothing is left to do for a recipient. A task that has a step is first written to the ledger, as a step left out. */
const OVER =
  "d.decision LIKE 'exit:%' OR d.decision IN ('holdout', 'done') OR (d.decision = 'task:unreachable' AND d.step IS NULL)";
