import { REPLY_KINDS } from "../model/index.ts";
import type { Plan } from "../plan/index.ts";
import { campaignIds, poolTable } from "./people-sql.ts";
import { anyRow, latest, NOW, sqlList, TODAY } from "./sql-words.ts";
import type { TickTable } from "./tick-table.ts";

/** A reply that a person must answer before anything more is sent; the others end the sequence, or are no reply. */
const ANSWERED_BY_PEOPLE = [
  "replied",
  ...REPLY_KINDS.filter((kind) => kind !== "booked" && kind !== "wrong_person" && kind !== "stop"),
];

/** Visits of the people in the pool beside the one that it is about, as yes (1) and no. */
export function visitFacts(plan: Plan): string {
  const other = "v.visit_id <> s.anchor_id";
  // Later by the calendar; of two on one day, the one that was recorded later.
  const later = `${other} AND v.type = s.anchor_type AND (v.date > s.anchor_date OR (v.date = s.anchor_date AND v.created_at > s.anchor_created))`;
  const since = `${other} AND v.created_at > s.entered_at`;
  return `SELECT s.patient_id AS patient_id, s.anchor_id AS anchor_id, s.enters AS enters,
  ${anyRow(`${later} AND v.status = 'booked'`)} AS same_booked,
  ${anyRow(`${later} AND v.status = 'completed'`)} AS same_completed,
  ${anyRow("v.for_id = s.anchor_id AND v.status = 'booked'")} AS for_booked,
  ${anyRow("v.for_id = s.anchor_id AND v.status = 'completed'")} AS for_completed,
  ${anyRow("v.for_id = s.anchor_id AND v.status = 'completed' AND v.created_at > s.entered_at")} AS for_completed_since,
  ${anyRow(`v.status = 'booked' AND v.date >= ${TODAY}`)} AS upcoming,
  ${anyRow(`${since} AND v.status IN ('booked', 'completed')`)} AS any_since
FROM ${poolTable(plan).name} s JOIN visits v ON v.patient_id = s.patient_id
GROUP BY s.patient_id, s.anchor_id, s.enters`;
}

/** What came back about the people in the pool. What a caregiver said is about the caregiver alone. */
export function eventFacts(plan: Plan): string {
  const ours = `(e.campaign IS NULL OR e.campaign IN ${campaignIds(plan)})`;
  const since = "e.at >= s.entered_at";
  // The booking of the very visit that was missed is no answer to our asking: only what came on its day or later is.
  const same =
    "(e.visit_id IS NULL OR e.visit_id <> s.anchor_id) AND e.at > s.anchor_created AND " +
    "(e.anchor_id = s.anchor_id OR (e.visit_type = s.anchor_type AND CAST(e.at AS DATE) >= s.anchor_date))";
  const about = "e.anchor_id = s.anchor_id";
  return `SELECT s.patient_id AS patient_id, s.anchor_id AS anchor_id, s.enters AS enters,
  ${latest("e.at", "e.kind = 'stop'")} AS stopped_at,
  ${anyRow("e.kind = 'wrong_person' AND (s.phone_confirmed_on IS NULL OR CAST(e.at AS DATE) >= s.phone_confirmed_on)")} AS wrong_person,
  ${anyRow("e.kind = 'moved_care'")} AS moved_care,
  ${anyRow(`e.kind = 'booked' AND ${same}`)} AS same_booked,
  ${anyRow(`e.kind = 'completed' AND ${same}`)} AS same_completed,
  ${anyRow(`e.kind = 'booked' AND ${about}`)} AS for_booked,
  ${anyRow(`e.kind IN ('completed', 'follow_up_completed') AND ${about}`)} AS for_completed,
  ${anyRow(`e.kind = 'booked' AND ${since}`)} AS any_booked,
  ${anyRow(`e.kind = 'therapy_restarted' AND ${since}`)} AS therapy_restarted,
  ${anyRow(`e.kind = 'test_completed' AND ${since}`)} AS test_completed,
  ${latest("e.at", `e.kind IN ${sqlList(ANSWERED_BY_PEOPLE)} AND ${since} AND ${ours}`)} AS replied_at,
  ${latest("e.at", "e.kind = 'task_opened'")} AS task_opened_at,
  ${latest("e.at", "e.kind = 'task_closed'")} AS task_closed_at
FROM ${poolTable(plan).name} s JOIN events e ON e.patient_id = s.patient_id
WHERE e.caregiver_id IS NULL AND e.at <= ${NOW}
GROUP BY s.patient_id, s.anchor_id, s.enters`;
}

/** What the people in the pool agreed to and took back: read once, asked twice. */
export const CONSENTS: TickTable = {
  name: "tick_consents",
  columns: [
    ["patient_id", "VARCHAR"],
    ["caregiver_id", "VARCHAR"],
    ["channel", "VARCHAR"],
    ["state", "VARCHAR"],
    ["recorded_at", "TIMESTAMP"],
    ["address", "VARCHAR"],
    ["scope", "VARCHAR"],
  ],
};

/** Its columns are those of the table, in order. */
export function consentsSql(plan: Plan): string {
  return `SELECT c.patient_id, c.caregiver_id, c.channel, c.state, c.recorded_at, c.address, c.scope
FROM consents c
WHERE c.recorded_at <= ${NOW} AND c.patient_id IN (SELECT patient_id FROM ${poolTable(plan).name})`;
}

/** When patients last agreed to anything, and when they last took everything back. */
export const CONSENT_FACTS = `SELECT c.patient_id AS patient_id,
  ${latest("c.recorded_at", "c.state = 'granted'")} AS granted_at,
  ${latest("c.recorded_at", "c.state = 'revoked' AND c.channel = 'all' AND c.scope IS NULL")} AS revoked_at
FROM tick_consents c
WHERE c.caregiver_id IS NULL
GROUP BY c.patient_id`;
