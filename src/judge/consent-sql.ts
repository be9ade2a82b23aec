import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { dueTable, toChannel } from "./due-sql.ts";
import { channelsOf, type SequenceStep, sequenceOf } from "./sequence.ts";
import { latest, NOW, sqlList } from "./sql-words.ts";

/** What people said about a channel: consents, and STOP, which takes back. */
export function saidSql(plan: Plan): string {
  const { identity, declarations } = plan;
  const scopes = sqlList([identity.campaign, ...identity.was, identity.scenario]);
  const reachesAll = (declarations.opt_out?.reaches ?? "every-channel") === "every-channel";
  return `SELECT c.patient_id AS patient_id, COALESCE(NULLIF(c.caregiver_id, ''), 'patient') AS recipient, c.channel AS channel,
  c.state AS state, c.recorded_at AS said_at, NULLIF(c.address, '') AS address
FROM tick_consents c
WHERE (c.scope IS NULL OR c.scope = '' OR c.scope IN ${scopes})
UNION ALL
SELECT v.patient_id, COALESCE(NULLIF(v.caregiver_id, ''), 'patient'), ${reachesAll ? "'all'" : "COALESCE(v.channel, 'all')"},
  'revoked', v.at, CAST(NULL AS VARCHAR)
FROM events v
WHERE v.kind IN ('stop', 'wrong_person') AND v.at <= ${NOW} AND v.caregiver_id IS NOT NULL
UNION ALL
SELECT v.patient_id, 'patient', ${reachesAll ? "'all'" : "COALESCE(v.channel, 'all')"}, 'revoked', v.at, CAST(NULL AS VARCHAR)
FROM events v
WHERE v.kind = 'stop' AND v.at <= ${NOW} AND v.caregiver_id IS NULL`;
}

function needsGrant({ consent }: Plan, channel: string): boolean {
  return consent.channels[channel] === "opt-in";
}

/**
 * When each recipient who is ready last said what lets us use a channel, and what does not. Where consent is asked for,
 * anything but "granted" does not; elsewhere only what takes back.
 */
export function heardSql(plan: Plan): string {
  const columns = channelsOf(plan).flatMap((channel) => {
    const isAbout = `v.channel IN ${sqlList([channel, "all"])} AND (v.address IS NULL OR v.address = d.${toChannel(channel)})`;
    const lets = needsGrant(plan, channel)
      ? "COALESCE(v.state, '') = 'granted'"
      : "COALESCE(v.state, '') <> 'revoked'";
    return [
      `${latest("v.said_at", `${isAbout} AND ${lets}`)} AS yes_${channel}`,
      `${latest("v.said_at", `${isAbout} AND NOT (${lets})`)} AS no_${channel}`,
    ];
  });
  const list = ["d.anchor_id AS anchor_id", "d.entry AS entry", "d.recipient AS recipient", ...columns];
  return `SELECT ${list.join(",\n  ")}
FROM ${dueTable(plan).name} d JOIN said v ON v.patient_id = d.patient_id AND v.recipient = d.recipient
WHERE d.is_ready
GROUP BY d.anchor_id, d.entry, d.recipient`;
}

/** Whether something holds of the channel of the step that is next. */
function ofChannel(plan: Plan, holds: (channel: string) => string): string {
  const branches = channelsOf(plan).map((channel) => `WHEN ${sqlText(channel)} THEN ${holds(channel)}`);
  return branches.length === 0 ? "FALSE" : `CASE d.channel ${branches.join(" ")} ELSE FALSE END`;
}

/** The channel may be used at all: a caregiver is permitted, and nobody asked for another channel alone. */
export function isOpenSql(plan: Plan): string {
  return ofChannel(plan, isOpen);
}

/** The channel may be used, and the last word on it lets us. On one instant, what takes back counts. */
export function isAgreedSql(plan: Plan): string {
  return ofChannel(plan, (channel) => isAgreed(plan, channel));
}

function isOpen(channel: string): string {
  return `(d.is_permitted AND (d.only_channel IS NULL OR d.only_channel = ${sqlText(channel)}))`;
}

function isAgreed(plan: Plan, channel: string): string {
  const [yes, no] = [`h.yes_${channel}`, `h.no_${channel}`];
  const unlessHeard = needsGrant(plan, channel) ? `(${yes} IS NOT NULL AND ${no} IS NULL)` : `${no} IS NULL`;
  return `(${isOpen(channel)} AND COALESCE(${yes} > ${no}, ${unlessHeard}))`;
}

/** Some channel is left that the recipient agreed to and has an address for, at the next step or later. */
export function anyWaySql(plan: Plan): string {
  const lastNo = (channel: string, to: SequenceStep["to"]) =>
    Math.max(
      0,
      ...sequenceOf(plan)
        .filter((step) => step.channel === channel && step.to === to)
        .map(({ no }) => no),
    );
  const ways = channelsOf(plan).map(
    (channel) =>
      `(${isAgreed(plan, channel)} AND d.${toChannel(channel)} IS NOT NULL AND d.step_no <= CASE WHEN d.recipient = 'patient' THEN ${lastNo(channel, "patient")} ELSE ${lastNo(channel, "caregiver")} END)`,
  );
  return ways.length === 0 ? "FALSE" : `(${ways.join("\n    OR ")})`;
}
