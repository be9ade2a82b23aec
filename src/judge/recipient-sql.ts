import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { languageSql, onlyIfSql } from "./enrolment-sql.ts";
import { CONSENTS } from "./facts-sql.ts";
import { campaignIds, type Reach, some } from "./people-sql.ts";
import { asksCaregiver, caregiverWords } from "./plan-fields.ts";
import { firstContacts, type SequenceStep, sequenceOf } from "./sequence.ts";
import { anyRow, hasCode, sqlList, TODAY } from "./sql-words.ts";
import { columnsOf, type TickTable } from "./tick-table.ts";
import { waitName } from "./waits.ts";

/** Where somebody is reached, on every channel that the campaign has; each is NULL where there is no usable address. */
function contactColumns(table: "p" | "g"): string {
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
  return Object.entries(own)
    .map(([channel, address]) => {
      const chosen =
        table === "p"
          ? `CASE WHEN p.confidential_channel = ${sqlText(channel)} THEN COALESCE(NULLIF(p.confidential_address, ''), ${address}) ELSE ${address} END`
          : address;
      return `${chosen} AS to_${channel}`;
    })
    .join(",\n  ");
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
  p.clinic_id AS patient_clinic, NULLIF(p.confidential_channel, '') AS only_channel, TRUE AS is_permitted,
  ${contactColumns("p")}
FROM enrolment e LEFT JOIN patients p ON p.patient_id = e.patient_id`;
  if (!toCaregivers) return patient;
  // An enrolment without anybody to write to still gets its decision, on the patient's row.
  const onlyWithout = toPatient
    ? ""
    : "\nWHERE NOT EXISTS (SELECT 1 AS one FROM caregivers g WHERE g.patient_id = e.patient_id)";
  return `${patient}${onlyWithout}
UNION ALL
SELECT e.*, ${ofCaregiver}g.caregiver_id AS recipient, ${languageSql(plan, "g.language")} AS reads, g.state AS home_state, g.time_zone AS home_zone,
  p.clinic_id AS patient_clinic, NULLIF(p.confidential_channel, '') AS only_channel, ${permissionSql(plan)} AS is_permitted,
  ${contactColumns("g")}
FROM enrolment e JOIN caregivers g ON g.patient_id = e.patient_id LEFT JOIN patients p ON p.patient_id = e.patient_id`;
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

/** A CASE over the step that is next. */
export function byStep(plan: Plan, value: (step: SequenceStep) => string, otherwise: string): string {
  const branches = sequenceOf(plan).map((step) => `WHEN ${step.no} THEN ${value(step)}`);
  return branches.length === 0 ? otherwise : `CASE n.step_no ${branches.join(" ")} ELSE ${otherwise} END`;
}

/** The table in which a tick keeps who is due; its columns are those of `dueSql`, in order. */
export function dueTable(): TickTable {
  const text = (...names: readonly string[]) => columnsOf("VARCHAR", ...names);
  return {
    name: "tick_due",
    columns: [
      ...text("patient_id", "anchor_id", "recipient"),
      ...columnsOf("INTEGER", "entry", "step_no", "last_step", "in_flight", "is_parked", "was_sent"),
      ...columnsOf("INTEGER", "unreachable"),
      ...columnsOf("BOOLEAN", "enters", "is_superseded", "is_permitted", "is_wanted", "can_be_called"),
      ...text("segment", "arm", "language", "reads", "stopped_by", "paused_by", "excluded_by"),
      ...text(
        "home_state",
        "only_channel",
        "clinic_id",
        "zone_name",
        "clinic_zone",
        "step",
        "channel",
        "wait",
      ),
      ...text("to_sms", "to_phone", "to_email", "to_letter", "to_portal"),
      ...columnsOf("TIMESTAMP", "entered_at", "waits_from", "due_before"),
    ],
  };
}

/** The next step with its channel, its wait and whether the wait has passed. */
export function dueSql(plan: Plan): string {
  const first = firstContacts(plan).map(
    ({ segment, wait }) => `WHEN n.segment = ${sqlText(segment)} THEN ${sqlText(waitName(wait))}`,
  );
  const wait = byStep(
    plan,
    ({ no, wait }) =>
      no === 1 && first.length > 0
        ? `CASE ${first.join(" ")} ELSE ${sqlText(waitName(wait))} END`
        : sqlText(waitName(wait)),
    "'none'",
  );
  const channel = byStep(plan, (step) => sqlText(step.channel), "CAST(NULL AS VARCHAR)");
  const columns = dueTable().columns.map(([name]) =>
    name === "due_before" ? "w.before AS due_before" : `m.${name}`,
  );
  return `SELECT ${columns.join(", ")}
FROM (
  SELECT n.*, ${byStep(plan, ({ id }) => sqlText(id), "CAST(NULL AS VARCHAR)")} AS step,
    ${channel} AS channel,
    ${wait} AS wait,
    ${byStep(plan, ({ no }) => `n.only_if_${no}`, "TRUE")} AS is_wanted,
    ${byStep(plan, ({ needsLines }) => (needsLines ? "n.lines_open" : "TRUE"), "TRUE")} AS can_be_called
  FROM upcoming n
) m
LEFT JOIN tick_waits w ON w.wait = m.wait AND w.time_zone = m.zone_name`;
}

/** Enrolments and recipients whose wait has passed and whom nothing keeps: consent and address are asked for these alone. */
export const READY = `SELECT d.*
FROM due d
WHERE d.stopped_by IS NULL AND d.excluded_by IS NULL AND NOT d.is_superseded AND d.arm <> 'holdout' AND d.paused_by IS NULL
  AND d.step_no IS NOT NULL AND d.unreachable = 0 AND d.in_flight = 0 AND d.is_parked = 0
  AND d.waits_from <= d.due_before AND d.is_wanted`;

/** One row for each channel that is left for a recipient who is ready, with the address there. */
export function lineSql(plan: Plan): string {
  const steps = sequenceOf(plan);
  // A sequence without steps has no lines, in the same shape.
  const channels = steps.length === 0 ? ["letter"] : [...new Set(steps.map(({ channel }) => channel))].sort();
  const lastNo = (channel: string, to: SequenceStep["to"]) =>
    Math.max(0, ...steps.filter((step) => step.channel === channel && step.to === to).map(({ no }) => no));
  const lines = channels.map(
    (
      channel,
    ) => `SELECT d.patient_id AS patient_id, d.anchor_id AS anchor_id, d.entry AS entry, d.recipient AS recipient,
  ${sqlText(channel)} AS channel, d.to_${channel} AS address,
  (d.is_permitted AND (d.only_channel IS NULL OR d.only_channel = ${sqlText(channel)})) AS is_open
FROM ready d
WHERE d.step_no <= CASE WHEN d.recipient = 'patient' THEN ${lastNo(channel, "patient")} ELSE ${lastNo(channel, "caregiver")} END`,
  );
  return lines.join("\nUNION ALL\n");
}

/** What people said about a channel: consents, and STOP, which takes back. */
export function saidSql(plan: Plan): string {
  const { identity, declarations } = plan;
  const scopes = sqlList([identity.campaign, ...identity.was, identity.scenario]);
  const reachesAll = (declarations.opt_out?.reaches ?? "every-channel") === "every-channel";
  return `SELECT c.patient_id AS patient_id, COALESCE(NULLIF(c.caregiver_id, ''), 'patient') AS recipient, c.channel AS channel,
  c.state AS state, c.recorded_at AS said_at, NULLIF(c.address, '') AS address
FROM ${CONSENTS.name} c
WHERE (c.scope IS NULL OR c.scope = '' OR c.scope IN ${scopes})
UNION ALL
SELECT v.patient_id, COALESCE(NULLIF(v.caregiver_id, ''), 'patient'), ${reachesAll ? "'all'" : "COALESCE(v.channel, 'all')"},
  'revoked', v.at, CAST(NULL AS VARCHAR)
FROM events v
WHERE v.kind IN ('stop', 'wrong_person') AND v.at <= CAST(:now AS TIMESTAMP) AND v.caregiver_id IS NOT NULL
UNION ALL
SELECT v.patient_id, 'patient', ${reachesAll ? "'all'" : "COALESCE(v.channel, 'all')"}, 'revoked', v.at, CAST(NULL AS VARCHAR)
FROM events v
WHERE v.kind = 'stop' AND v.at <= CAST(:now AS TIMESTAMP) AND v.caregiver_id IS NULL`;
}

/** Each open line with the last word of its owner on it. On one instant, what takes back counts. */
export function reachableSql(plan: Plan): string {
  const optIn = Object.entries(plan.consent.channels).flatMap(([channel, needs]) =>
    needs === "opt-in" ? [channel] : [],
  );
  const needsGrant = optIn.length === 0 ? "FALSE" : `l.channel IN ${sqlList(optIn.sort())}`;
  return `SELECT l.patient_id AS patient_id, l.anchor_id AS anchor_id, l.entry AS entry, l.recipient AS recipient, l.channel AS channel, l.address AS address,
  (l.is_open AND CASE WHEN ${needsGrant} THEN COALESCE(w.state, '') = 'granted' ELSE COALESCE(w.state, '') <> 'revoked' END) AS is_agreed,
  l.is_open AS is_open
FROM line l
LEFT JOIN (
  SELECT k.anchor_id AS anchor_id, k.entry AS entry, k.recipient AS recipient, k.channel AS channel, v.state AS state,
    ROW_NUMBER() OVER (PARTITION BY k.anchor_id, k.entry, k.recipient, k.channel
      ORDER BY v.said_at DESC, CASE WHEN v.state = 'revoked' THEN 0 ELSE 1 END) AS place
  FROM line k JOIN said v ON v.patient_id = k.patient_id AND v.recipient = k.recipient
    AND (v.channel = k.channel OR v.channel = 'all') AND (v.address IS NULL OR v.address = k.address)
) w ON w.anchor_id = l.anchor_id AND w.entry = l.entry AND w.recipient = l.recipient AND w.channel = l.channel AND w.place = 1`;
}
