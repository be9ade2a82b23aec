import { sqlText } from "../database/index.ts";
import { spokenCode } from "../delivery/index.ts";
import type { Plan, PlanStep } from "../plan/index.ts";
import { FACTS, newVisit, WAS_BOOKED } from "./facts-sql.ts";

/** Which step gets the credit for each booking, and by what. */
export const CREDIT = "report_credit";

/** By what somebody who comes back is tied to a step. */
type Sign = "code said" | "link followed" | "number called";

/** How a sign is told apart from the others in what an event holds, whatever it is written like. */
const AS_WRITTEN: Readonly<Record<Sign, (code: string) => string>> = {
  "code said": (code) => `UPPER(TRIM(${code}))`,
  "link followed": (code) =>
    `REGEXP_REPLACE(REGEXP_REPLACE(LOWER(TRIM(${code})), '^https?://|[?#].*$', '', 'g'), '/+$', '')`,
  // Systems write numbers with and without the country.
  "number called": (code) => `RIGHT(REGEXP_REPLACE(${code}, '[^0-9]', '', 'g'), 10)`,
};

/**
 * Makes `report_credit`: one row for each booking, with the step that gets the credit. It is a step that was sent before the
 * visit was booked, to the person and about the record that the booking is of: the last one whose code, link or number
 * came back with the booking, else the last one of all. A booking counts once, also where two enrolments could claim it.
 *
 * @param asOf nothing after this instant is known
 */
export function creditSql(plan: Plan, asOf: string): string {
  const { identity, measure } = plan;
  const campaigns = `(${[identity.campaign, ...identity.was].map(sqlText).join(", ")})`;
  const known = `CAST(${sqlText(asOf)} AS TIMESTAMP)`;
  const window = `INTERVAL '${measure.goal.within_days} days'`;
  const signs = signsOf(plan).map((cells) => `(${cells.map(sqlText).join(", ")})`);
  const comesBack = Object.entries(AS_WRITTEN).map(
    ([sign, written]) => `(s.sign = ${sqlText(sign)} AND s.is_written = ${written("n.code")})`,
  );
  return `CREATE TEMP TABLE ${CREDIT} AS
WITH signs (sign, is_written, step) AS (VALUES ${signs.join(", ")}),
bookings AS (
  SELECT x.anchor_id, x.entry, COALESCE(v.visit_id, v.event_id) AS booking, v."at" AS booked_at, v.code
  FROM ${FACTS} x JOIN events v ON v.patient_id = x.patient_id AND v.kind = 'booked' AND v."at" > x.started_at AND v."at" <= ${known}
    AND v."at" <= x.started_at + ${window} AND (v.anchor_id = x.anchor_id OR (v.anchor_id IS NULL AND v.campaign IN ${campaigns}))
  WHERE x.booked
  UNION ALL
  SELECT x.anchor_id, x.entry, v.visit_id AS booking, v.created_at AS booked_at, CAST(NULL AS VARCHAR) AS code
  FROM ${FACTS} x JOIN visits v ON ${newVisit(plan, known, "x", "x.started_at")} AND v.status IN (${WAS_BOOKED})
  WHERE x.booked
),
firsts AS (SELECT b.*, ROW_NUMBER() OVER (PARTITION BY b.anchor_id, b.entry ORDER BY b.booked_at, b.booking) AS nth FROM bookings b),
named AS (SELECT b.*, ROW_NUMBER() OVER (PARTITION BY b.anchor_id, b.entry ORDER BY b.booked_at, b.code) AS nth FROM bookings b WHERE b.code IS NOT NULL),
touches AS (
  SELECT f.anchor_id, f.entry, l.step, COALESCE(s.sign, 'last touch') AS how, ROW_NUMBER() OVER (PARTITION BY f.booking
    ORDER BY CASE WHEN s.sign IS NULL THEN 1 ELSE 0 END, l.claimed_at DESC, l.step_no DESC, f.anchor_id, f.entry, s.sign) AS nth
  FROM firsts f
  JOIN ledger l ON l.campaign IN ${campaigns} AND l.state = 'sent' AND l.anchor_id = f.anchor_id AND l.entry = f.entry AND l.claimed_at <= f.booked_at
  LEFT JOIN named n ON n.anchor_id = f.anchor_id AND n.entry = f.entry AND n.nth = 1
  LEFT JOIN signs s ON s.step = l.step AND (${comesBack.join(" OR ")})
  WHERE f.nth = 1
)
SELECT anchor_id, entry, step, how FROM touches WHERE nth = 1`;
}

/** What each step is known by, under every name that it and the campaign ever had. */
function signsOf({ identity, steps, respond }: Plan): readonly (readonly [Sign, string, string])[] {
  const campaigns = [identity.campaign, ...identity.was];
  const phones = respond.clinics.map(({ phone }) => phone);
  const nurses = respond.clinics.flatMap(({ nurse_line }) => nurse_line ?? []);
  return steps.flatMap((step) => {
    const numbers = [
      ...(says(step, "clinic.phone") ? phones : []),
      ...(says(step, "clinic.nurse_line") ? nurses : []),
    ];
    const links = step.content.actions.flatMap(({ link }) => link ?? []);
    return [step.id, ...step.when.was].flatMap((name) => [
      ...campaigns.map((campaign) => ["code said", spokenCode(campaign, name), name] as const),
      ...links.map((link) => ["link followed", link.toLowerCase(), name] as const),
      ...numbers.map((number) => ["number called", number.replace(/\D/g, "").slice(-10), name] as const),
    ]);
  });
}

function says({ content }: PlanStep, field: string): boolean {
  return Object.hasOwn(content.fields, field);
}
