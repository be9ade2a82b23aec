import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { outcomeOf } from "./outcome.ts";

/** One row for each enrolment with what came of it: what every table of a report counts. */
export const FACTS = "report_facts";

const ENTRY = "e.entered_at";

/**
 * Makes `report_facts`. An outcome counts from the first message on, and for people who got none from entry on, within the
 * goal's days; `_from_entry` columns count from entry on for everybody, and what came back whether or not it answered a
 * message, so that those who were written to and those who were withheld are measured alike.
 *
 * @param asOf nothing after this instant is known
 */
export function factsSql(plan: Plan, asOf: string): string {
  const { identity, audience, measure } = plan;
  const campaigns = `(${[identity.campaign, ...identity.was].map(sqlText).join(", ")})`;
  const window = `INTERVAL '${measure.goal.within_days} days'`;
  const known = `CAST(${sqlText(asOf)} AS TIMESTAMP)`;
  const visit = (status: string, at: string, from: string) =>
    `EXISTS (SELECT 1 AS one FROM visits v WHERE ${newVisit(plan, known, "e", from)} AND v.status IN (${status})
    AND ${at} <= CAST(${from} + ${window} AS DATE))`;
  // What answers no message has no campaign: of those who were withheld nothing else comes back.
  const answers = (from: string) =>
    from === ENTRY ? `(v.campaign IS NULL OR v.campaign IN ${campaigns})` : `v.campaign IN ${campaigns}`;
  const event = (kinds: readonly string[], from: string) =>
    `EXISTS (SELECT 1 AS one FROM events v WHERE v.patient_id = e.patient_id AND v.kind IN (${kinds.map(sqlText).join(", ")})
    AND (v.anchor_id = e.anchor_id OR (v.anchor_id IS NULL AND ${answers(from)}))
    AND v."at" > ${from} AND v."at" <= ${known} AND v."at" <= ${from} + ${window})`;
  const booked = (from: string) =>
    `(${visit(WAS_BOOKED, "CAST(v.created_at AS DATE)", from)} OR ${event(["booked"], from)})`;
  const completed = (from: string) =>
    `(${visit("'completed'", "v.date", from)} OR ${event(["completed", "follow_up_completed"], from)})`;
  const reached = (goal: string, from: string) => {
    const kinds = outcomeOf(goal);
    if (kinds === "booked") return booked(from);
    return kinds === "completed" ? completed(from) : event(kinds, from);
  };
  // A segment may have a success of its own.
  const own = audience.segments.flatMap(({ id, success }) => (success === null ? [] : [{ id, success }]));
  const success = (from: string) =>
    own.length === 0
      ? reached(measure.goal.outcome, from)
      : `(CASE e.segment ${own.map((each) => `WHEN ${sqlText(each.id)} THEN ${reached(each.success, from)}`).join(" ")} ELSE ${reached(measure.goal.outcome, from)} END)`;
  return `CREATE TEMP TABLE ${FACTS} AS
SELECT e.*, ${booked("e.started_at")} AS booked, ${completed("e.started_at")} AS completed,
  ${event(["follow_up_completed"], "e.started_at")} AS follow_up_completed,
  ${success("e.started_at")} AS succeeded, ${success(ENTRY)} AS succeeded_from_entry
FROM (
  SELECT n.patient_id, n.anchor_id, n.entry, COALESCE(n.segment, 'everybody') AS segment, n.arm, n.entered_at,
    COALESCE(f.first_sent, n.entered_at) AS started_at, f.first_sent IS NOT NULL AS was_sent, own.type AS anchor_type
  FROM enrolments n
  LEFT JOIN (SELECT anchor_id, entry, MIN(claimed_at) AS first_sent FROM ledger
    WHERE campaign IN ${campaigns} AND state = 'sent' GROUP BY anchor_id, entry) f ON f.anchor_id = n.anchor_id AND f.entry = n.entry
  LEFT JOIN visits own ON own.visit_id = n.anchor_id
  WHERE n.campaign IN ${campaigns} AND n.entered_at <= ${known}
) e`;
}

/** A visit that was booked once, whatever came of it but a cancellation. */
export const WAS_BOOKED = "'booked', 'completed', 'missed'";

/**
 * A visit that was made after an instant: for this record, of the same type where the record is a visit, any at all where
 * people only asked for care.
 *
 * @param known nothing after it is known
 * @param e whose visit: the name of the enrolment
 */
export function newVisit({ audience }: Plan, known: string, e: string, from: string): string {
  const isAny = audience.anchor === "inquiry" || audience.anchor === "patient";
  const ours = isAny ? "" : ` AND (v.for_id = ${e}.anchor_id OR v.type = ${e}.anchor_type)`;
  return `v.patient_id = ${e}.patient_id AND v.visit_id <> ${e}.anchor_id${ours} AND v.created_at > ${from} AND v.created_at <= ${known}`;
}
