import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { anyWaySql, isAgreedSql, isOpenSql } from "./consent-sql.ts";
import { dueTable } from "./due-sql.ts";
import { campaignIds } from "./people-sql.ts";
import { sequenceOf, TIMED, VOICED } from "./sequence.ts";
import { anyRow, bytes, sqlList } from "./sql-words.ts";

/** Everybody who is due, with what they said about the channel of their step and the clocks that count for it. */
export function askedSql(plan: Plan): string {
  const { windows } = plan;
  const states = windows.states.map(({ state }) => state);
  const stateKey =
    states.length === 0
      ? "'unknown'"
      : `CASE WHEN d.home_state IN ${sqlList(states)} THEN d.home_state ELSE 'unknown' END`;
  const window = windows.clock === "clinic" ? "d.clinic_zone" : "d.zone_name";
  return `SELECT d.*, ${isAgreedSql(plan)} AS is_agreed, ${isOpenSql(plan)} AS is_open,
  ${anyWaySql(plan)} AS any_way,
  z.is_known AS zone_is_known, o.is_open AS window_is_open, COALESCE(t.is_open, TRUE) AS state_is_open
FROM ${dueTable(plan).name} d
LEFT JOIN heard h ON h.anchor_id = d.anchor_id AND h.entry = d.entry AND h.recipient = d.recipient
LEFT JOIN tick_zones z ON z.time_zone = d.zone_name
LEFT JOIN tick_zones o ON o.time_zone = ${window}
LEFT JOIN tick_states t ON t.time_zone = d.zone_name AND t.state = ${stateKey} AND d.channel IN ${sqlList(VOICED)}`;
}

/** What left for a person in the last days, over all campaigns. A day is one of the person's own calendar. */
export function personSpentSql(plan: Plan): string {
  return spentSql(plan, "l.patient_id = d.patient_id AND l.recipient = d.recipient");
}

/** What left for an address, whoever it was for, and whether somebody else had something there today. */
export function addressSpentSql(plan: Plan): string {
  const byAnother =
    "l.claimed_at >= z.day_start AND (l.patient_id <> d.patient_id OR l.recipient <> d.recipient)";
  return spentSql(plan, "l.address = d.address", `${anyRow(byAnother)} AS by_another`);
}

function spentSql(plan: Plan, same: string, ...further: readonly string[]): string {
  const columns = [
    "d.anchor_id AS anchor_id",
    "d.entry AS entry",
    "d.recipient AS recipient",
    "SUM(CASE WHEN l.claimed_at >= z.day_start THEN 1 ELSE 0 END) AS in_day",
    "COUNT(*) AS in_week",
    ...further,
  ];
  return `SELECT ${columns.join(", ")}
FROM ${dueTable(plan).name} d JOIN tick_zones z ON z.time_zone = d.zone_name JOIN ledger l ON ${same}
WHERE d.is_ready AND l.state <> 'skipped' AND l.claimed_at >= CAST(:week_floor AS TIMESTAMP) AND l.claimed_at >= z.week_start
GROUP BY d.anchor_id, d.entry, d.recipient`;
}

/**
 * One decision for each recipient of each enrolment, before those who are ready are held against one another. What is not
 * surely true keeps a message back: no NULL that slips into a condition can let one through.
 */
export function verdictSql(plan: Plan): string {
  const { per_day: perDay, per_week: perWeek } = plan.caps;
  const timed = `d.channel IN ${sqlList(TIMED)}`;
  const voiced = `d.channel IN ${sqlList(VOICED)}`;
  const toPatient = sequenceOf(plan).some(({ to }) => to === "patient");
  // A caregiver who cannot be reached is left out; the owner is asked only where nobody else is written to.
  const hasTask = toPatient ? "d.recipient = 'patient'" : "TRUE";
  const usable = "d.is_agreed AND d.address IS NOT NULL";
  const branches: readonly (readonly [when: string, decision: string, reason: string])[] = [
    ["d.stopped_by IS NOT NULL", "'exit:' || d.stopped_by", "NULL"],
    ["d.excluded_by IS NOT NULL", "'exit:excluded'", "d.excluded_by"],
    ["d.is_superseded", "'exit:superseded'", "NULL"],
    ["d.arm = 'holdout'", "'holdout'", "NULL"],
    ["d.is_parked = 1", "'parked'", "NULL"],
    ["d.unreachable = 1", "'done'", "'unreachable'"],
    ["d.step_no IS NULL AND d.last_step > 0", "'done'", "NULL"],
    ["d.step_no IS NULL", "'task:unreachable'", "'nobody to write to'"],
    ["d.paused_by IS NOT NULL", "'pause'", "d.paused_by"],
    ["d.in_flight = 1", "'wait'", "'in flight'"],
    ["d.due_before IS NULL OR d.waits_from > d.due_before", "'wait'", "d.wait"],
    ["d.is_wanted IS NOT TRUE", "'skip:only_if'", "NULL"],
    [
      `(${usable}) IS NOT TRUE AND d.any_way IS NOT TRUE AND d.was_sent = 0 AND ${hasTask}`,
      "'task:unreachable'",
      "CASE WHEN d.is_agreed THEN 'no address' ELSE 'no consent' END",
    ],
    [
      "d.is_agreed IS NOT TRUE",
      "'skip:no_consent'",
      "CASE WHEN d.is_open THEN 'not agreed' WHEN d.is_permitted THEN 'confidential channel' ELSE 'no permission' END",
    ],
    ["d.address IS NULL", "'skip:no_address'", "NULL"],
    [`${timed} AND d.zone_is_known IS NOT TRUE`, "'hold:zone_unknown'", "NULL"],
    [`${timed} AND d.window_is_open IS NOT TRUE`, "'hold:quiet_hours'", "'outside the window'"],
    [`${voiced} AND d.state_is_open IS NOT TRUE`, "'hold:quiet_hours'", "'outside the hours of the state'"],
    ["d.can_be_called IS NOT TRUE", "'hold:quiet_hours'", "'the lines are closed'"],
    [`COALESCE(ps.in_day, 0) >= ${perDay}`, "'hold:cap'", "'person, day'"],
    [`COALESCE(ps.in_week, 0) >= ${perWeek}`, "'hold:cap'", "'person, week'"],
    [`${timed} AND COALESCE(xs.by_another, 0) = 1`, "'suppress:shared_contact'", "'earlier today'"],
    [`COALESCE(xs.in_day, 0) >= ${perDay}`, "'hold:cap'", "'address, day'"],
    [`COALESCE(xs.in_week, 0) >= ${perWeek}`, "'hold:cap'", "'address, week'"],
  ];
  const decisions = branches.map(([when, decision]) => `WHEN ${when} THEN ${decision}`);
  const reasons = branches.map(([when, , reason]) => `WHEN ${when} THEN ${reason}`);
  return `SELECT d.patient_id AS patient_id, d.anchor_id AS anchor_id, d.entry AS entry, d.enters AS enters, d.recipient AS recipient,
  d.step AS step, d.step_no AS step_no, d.channel AS channel, d.address AS address, d.reads AS language, d.language AS enrolled_language, d.arm AS arm,
  d.segment AS segment, ${teamSql(plan)} AS team, d.clinic_id AS clinic_id, d.waits_from AS waits_from, d.entered_at AS entered_at,
  CASE ${decisions.join("\n    ")}
    ELSE 'send' END AS decision,
  CASE ${reasons.join("\n    ")}
    END AS reason,
  CASE WHEN f.first_sent IS NULL THEN 1 ELSE 0 END AS is_first
FROM asked d
LEFT JOIN person_spent ps ON ps.anchor_id = d.anchor_id AND ps.entry = d.entry AND ps.recipient = d.recipient
LEFT JOIN address_spent xs ON xs.anchor_id = d.anchor_id AND xs.entry = d.entry AND xs.recipient = d.recipient
LEFT JOIN first_sent f ON f.anchor_id = d.anchor_id AND f.entry = d.entry`;
}

/** The team that owns the enrolment: its segment's, else the campaign's. */
function teamSql({ audience, respond }: Plan): string {
  const owned = audience.segments.flatMap(({ id, owner }) =>
    owner === null ? [] : [`WHEN d.segment = ${sqlText(id)} THEN ${sqlText(owner)}`],
  );
  return owned.length === 0
    ? sqlText(respond.owner)
    : `CASE ${owned.join(" ")} ELSE ${sqlText(respond.owner)} END`;
}

const ORDER = `v.waits_from, ${bytes("v.patient_id")}, ${bytes("v.anchor_id")}, ${bytes("v.recipient")}`;

/** Of those who could be sent to, the first at each address: never two to one phone on a day. */
export const BY_CONTACT = `SELECT v.patient_id, v.anchor_id, v.entry, v.recipient, v.channel, v.team, v.waits_from, v.entered_at, v.is_first,
  ROW_NUMBER() OVER (PARTITION BY CASE WHEN v.channel IN ${sqlList(TIMED)} THEN v.address
    ELSE v.channel || '|' || v.patient_id || '|' || v.recipient END ORDER BY ${ORDER}) AS at_contact
FROM verdict v
WHERE v.decision = 'send'`;

/** Of those, how many people would begin today before each. */
export const BY_PACE = `SELECT v.*, DENSE_RANK() OVER (PARTITION BY v.is_first
  ORDER BY v.entered_at, ${bytes("v.patient_id")}, ${bytes("v.anchor_id")}) AS at_pace
FROM by_contact v
WHERE v.at_contact = 1`;

/** Enrolments whose first message left today. The ledger is asked about the day, and not about all that ever left. */
export function begunSql(plan: Plan): string {
  const ours = (row: string) => `${row}.campaign IN ${campaignIds(plan)} AND ${row}.state <> 'skipped'`;
  const today = "CAST(:day_start AS TIMESTAMP)";
  return `SELECT l.anchor_id AS anchor_id, l.entry AS entry
FROM ledger l
WHERE ${ours("l")} AND l.claimed_at >= ${today} AND NOT EXISTS (
  SELECT 1 AS one FROM ledger b
  WHERE b.patient_id = l.patient_id AND b.anchor_id = l.anchor_id AND b.entry = l.entry AND ${ours("b")} AND b.claimed_at < ${today})
GROUP BY l.anchor_id, l.entry`;
}

/** Of those, how many calls each team would have before each. */
export function byCapacity(plan: Plan): string {
  return `SELECT v.*, ROW_NUMBER() OVER (PARTITION BY v.team, v.channel ORDER BY ${ORDER}) AS at_capacity
FROM by_pace v
WHERE ${withinPace(plan, "v")}`;
}

function withinPace({ pace }: Plan, row: string): string {
  if (pace.per_day === null) return "TRUE";
  return `(${row}.is_first = 0 OR ${row}.at_pace <= ${pace.per_day} - (SELECT COUNT(*) FROM begun))`;
}

/** Calls that each team was given today, by all campaigns. */
export const CALLS_TODAY = `SELECT l.team AS team, COUNT(*) AS calls
FROM ledger l
WHERE l.channel = 'phone' AND l.state <> 'skipped' AND l.claimed_at >= CAST(:day_start AS TIMESTAMP)
GROUP BY l.team`;

/** The decisions, with what those who are ready take from one another. */
export function decidedSql(plan: Plan): string {
  const limits = plan.respond.teams.flatMap(({ id, calls_a_day }) =>
    calls_a_day === null ? [] : [`WHEN v.team = ${sqlText(id)} THEN ${calls_a_day}`],
  );
  const overCapacity =
    limits.length === 0
      ? "FALSE"
      : `(v.channel = 'phone' AND c.at_capacity > CASE ${limits.join(" ")} END - COALESCE(t.calls, 0))`;
  const key = (left: string) =>
    `${left}.anchor_id = v.anchor_id AND ${left}.entry = v.entry AND ${left}.recipient = v.recipient`;
  return `SELECT v.patient_id AS patient_id, v.anchor_id AS anchor_id, v.entry AS entry, v.enters AS enters, v.recipient AS recipient,
  v.step AS step, v.step_no AS step_no, v.channel AS channel, v.address AS address, v.language AS language, v.enrolled_language AS enrolled_language, v.arm AS arm,
  v.segment AS segment, v.team AS team, v.clinic_id AS clinic_id, v.waits_from AS waits_from, v.entered_at AS entered_at,
  CASE WHEN v.decision <> 'send' THEN v.decision
    WHEN p.at_contact IS NULL THEN 'suppress:shared_contact'
    WHEN c.at_capacity IS NULL THEN 'hold:pace'
    WHEN ${overCapacity} THEN 'hold:capacity'
    ELSE 'send' END AS decision,
  CASE WHEN v.decision = 'send' AND p.at_contact IS NULL THEN 'the same hour' ELSE v.reason END AS reason
FROM verdict v
LEFT JOIN by_pace p ON ${key("p")}
LEFT JOIN by_capacity c ON ${key("c")}
LEFT JOIN calls_today t ON t.team = v.team`;
}
