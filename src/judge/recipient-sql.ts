import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { enrolmentTable, languageSql, onlyIfSql } from "./enrolment-sql.ts";
import { campaignIds, type Reach, some } from "./people-sql.ts";
import { asksCaregiver, caregiverWords } from "./plan-fields.ts";
import { channelsOf, type SequenceStep, sequenceOf } from "./sequence.ts";
import { anyRow, hasCode, TODAY } from "./sql-words.ts";

/** Where somebody is reached, on every channel that the campaign has; each is NULL where there is no usable address. */
function contactColumns(plan: Plan, table: "p" | "g"): string {
  const usable = (condition: string, address: string) =>
    `CASE WHEN ${condition} THEN NULLIF(${address}, '') END`;
  const street = ["address_line_1", "city", "state", "postal_code"].map((name) => `${table}.${name}`);
  const own: Readonly<Record<string, string>> = {
    sms: `NULLIF(${table}.phone, '')`,
    phone: `NULLIF(${table}.phone, '')`,
    email: usable(`${table}.email_bounced IS NOT TRUE`, `${table}.email`),
    letter: usable(
      `${table}.address_returned IS NOT TRUE AND ${street.map((column) => `${column} <> ''`).join(" AND ")}`,
      `${street[0]} || COALESCE(', ' || NULLIF(${table}.address_line_2, ''), '') || ', ' || ${street[1]} || ', ' || ${street[2]} || ' ' || ${street[3]}`,
    ),
    portal: table === "p" ? "NULLIF(p.portal_id, '')" : "CAST(NULL AS VARCHAR)",
  };
  const columns = channelsOf(plan).map((channel) => {
    const address = own[channel] ?? "CAST(NULL AS VARCHAR)";
    const chosen =
      table === "p"
        ? `CASE WHEN p.confidential_channel = ${sqlText(channel)} THEN COALESCE(NULLIF(p.confidential_address, ''), ${address}) ELSE ${address} END`
        : address;
    return `,\n  ${chosen} AS to_${channel}`;
  });
  return columns.join("");
}

/** Everybody who is written to in an enrolment: the patient, and caregivers; one row each. */
export function recipientSql(plan: Plan): string {
  const steps = sequenceOf(plan);
  const toCaregivers = steps.some(({ to }) => to === "caregiver");
  const toPatient = steps.some(({ to }) => to === "patient");
  const asked = plan.steps.flatMap((step, at) => (asksCaregiver(step) ? [{ step, no: at + 1 }] : []));
  const ofPatient = asked.map(({ no }) => `FALSE AS only_if_${no}, `).join("");
  const words = caregiverWords(plan);
  const ofCaregiver = asked.map(({ step, no }) => `${onlyIfSql(step, words)} AS only_if_${no}, `).join("");
  const patient = `SELECT e.*, ${ofPatient}'patient' AS recipient, e.language AS reads, p.state AS home_state, p.time_zone AS home_zone,
  p.clinic_id AS patient_clinic, NULLIF(p.confidential_channel, '') AS only_channel, TRUE AS is_permitted${contactColumns(plan, "p")}
FROM ${enrolmentTable(plan).name} e LEFT JOIN patients p ON p.patient_id = e.patient_id`;
  if (!toCaregivers) return patient;
  // An enrolment without anybody to write to still gets its decision, on the patient's row.
  const onlyWithout = toPatient
    ? ""
    : "\nWHERE NOT EXISTS (SELECT 1 AS one FROM caregivers g WHERE g.patient_id = e.patient_id)";
  return `${patient}${onlyWithout}
UNION ALL
SELECT e.*, ${ofCaregiver}g.caregiver_id AS recipient, ${languageSql(plan, "g.language")} AS reads, g.state AS home_state, g.time_zone AS home_zone,
  p.clinic_id AS patient_clinic, NULLIF(p.confidential_channel, '') AS only_channel, ${permissionSql(plan)} AS is_permitted${contactColumns(plan, "g")}
FROM ${enrolmentTable(plan).name} e JOIN caregivers g ON g.patient_id = e.patient_id LEFT JOIN patients p ON p.patient_id = e.patient_id`;
}

/** The patient's own permission, of the kind that the campaign asks for, in force today. */
function permissionSql({ consent }: Plan): string {
  const kind = /permission to (\w+)/.exec(consent.caregiver ?? "")?.[1] ?? consent.caregiver ?? "";
  return [
    `(${hasCode("g.permission", kind)}`,
    "COALESCE(g.permission_given_by, '') = 'patient'",
    `(g.permission_from IS NULL OR g.permission_from <= ${TODAY})`,
    `(g.permission_until IS NULL OR g.permission_until >= ${TODAY}))`,
  ].join(" AND ");
}

/** How far each recipient has come: the last step that was sent or left out, and what is not settled. */
export function progressSql(plan: Plan, reach: Reach): string {
  const numbers = plan.steps.flatMap(({ id, when }, at) =>
    [id, ...when.was].map((known) => `WHEN ${sqlText(known)} THEN ${at + 1}`),
  );
  const stepNo = numbers.length === 0 ? "0" : `CASE l.step ${numbers.join(" ")} ELSE 0 END`;
  const settled = "l.state IN ('sent', 'skipped')";
  return `SELECT l.anchor_id AS anchor_id, l.entry AS entry, l.recipient AS recipient,
  MAX(CASE WHEN ${settled} THEN ${stepNo} ELSE 0 END) AS last_step,
  MAX(CASE WHEN ${settled} THEN COALESCE(l.settled_at, l.claimed_at) END) AS last_at,
  ${anyRow("l.state = 'claimed'")} AS in_flight,
  ${anyRow("l.state = 'parked'")} AS is_parked,
  ${anyRow("l.state = 'sent'")} AS was_sent,
  ${anyRow("l.why = 'unreachable'")} AS unreachable
FROM ledger l
WHERE l.campaign IN ${campaignIds(plan)}${some(reach, "l.patient_id")}
GROUP BY l.anchor_id, l.entry, l.recipient`;
}

/** Each recipient with the number of the step that is next, in the zone and at the clinic that count. */
export function nextSql(plan: Plan): string {
  const steps = sequenceOf(plan);
  const next = (to: SequenceStep["to"]) => {
    const branches = steps
      .filter((step) => step.to === to)
      .map(({ no }) => `WHEN COALESCE(g.last_step, 0) < ${no} THEN ${no}`);
    return branches.length === 0 ? "CAST(NULL AS INTEGER)" : `CASE ${branches.join(" ")} END`;
  };
  return `SELECT r.*,
  CASE WHEN r.recipient = 'patient' THEN ${next("patient")} ELSE ${next("caregiver")} END AS step_no,
  COALESCE(g.last_step, 0) AS last_step,
  COALESCE(g.last_at, r.entered_at) AS waits_from,
  COALESCE(g.in_flight, 0) AS in_flight, COALESCE(g.is_parked, 0) AS is_parked,
  COALESCE(g.was_sent, 0) AS was_sent, COALESCE(g.unreachable, 0) AS unreachable,
  COALESCE(r.anchor_clinic, r.patient_clinic) AS clinic_id,
  COALESCE(z.time_zone, c.time_zone, ${sqlText(UNKNOWN_ZONE)}) AS zone_name,
  COALESCE(c.time_zone, ${sqlText(UNKNOWN_ZONE)}) AS clinic_zone,
  COALESCE(c.lines_open, TRUE) AS lines_open
FROM recipient r
LEFT JOIN progress g ON g.anchor_id = r.anchor_id AND g.entry = r.entry AND g.recipient = r.recipient
LEFT JOIN tick_clinics c ON c.clinic_id = COALESCE(r.anchor_clinic, r.patient_clinic)
LEFT JOIN tick_zones z ON z.time_zone = r.home_zone`;
}

/** The zone of people of whom nobody knows where they are: all of the organisation's zones at once. */
export const UNKNOWN_ZONE = "unknown";
