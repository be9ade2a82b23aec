import { type SqlWords, sqlFalse, sqlTrue } from "../audience/index.ts";
import { quotedName, sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { typedColumns } from "./field-columns-sql.ts";
import { campaignIds, poolTable, type Reach, some } from "./people-sql.ts";
import {
  askedBesideCaregiver,
  asksCaregiver,
  conditionOf,
  conditionWords,
  type Derivation,
  fieldPlaces,
} from "./plan-fields.ts";
import { bytes } from "./sql-words.ts";
import { pauseRules, stopRules } from "./stop-rules.ts";
import { columnsOf, type TickTable, tickTable } from "./tick-table.ts";

const DERIVED: Readonly<Record<Derivation, string>> = {
  "later-visit-of-same-type":
    "(COALESCE(vf.same_booked, 0) + COALESCE(vf.same_completed, 0) + COALESCE(ef.same_booked, 0) + COALESCE(ef.same_completed, 0) > 0)",
  "upcoming-visit": "(COALESCE(vf.upcoming, 0) > 0)",
  "visit-booked-for-it":
    "(COALESCE(vf.for_booked, 0) + COALESCE(vf.for_completed, 0) + COALESCE(ef.for_booked, 0) > 0)",
};

/** The pool with what had to be calculated: derived fields, the stop rule that holds, why it is paused. */
export function knownSql(plan: Plan): string {
  const derived = fieldPlaces(plan).flatMap(({ derived, field }) =>
    derived === undefined ? [] : [`${DERIVED[derived]} AS ${quotedName(field.path)}`],
  );
  const stops = stopRules(plan).map(({ name, sql }) => `WHEN ${sql} THEN ${sqlText(name)}`);
  const pauses = pauseRules(plan).map(({ name, sql }) => `WHEN ${sql} THEN ${sqlText(name)}`);
  const columns = [
    "s.*",
    ...derived,
    `${cases([...stops, "WHEN CAST(:has_ended AS BOOLEAN) THEN 'campaign ended'"])} AS stopped_by`,
    `${cases(pauses)} AS paused_by`,
  ];
  return `SELECT ${columns.join(",\n  ")}
FROM ${poolTable(plan).name} s
LEFT JOIN visit_facts vf ON vf.patient_id = s.patient_id AND vf.anchor_id = s.anchor_id AND vf.enters = s.enters
LEFT JOIN event_facts ef ON ef.patient_id = s.patient_id AND ef.anchor_id = s.anchor_id AND ef.enters = s.enters
LEFT JOIN consent_facts cf ON cf.patient_id = s.patient_id`;
}

/** What the conditions say of each: whether somebody may enter, what ends and pauses an enrolment, segment, arm, language. */
export function standingSql(plan: Plan): string {
  const words = conditionWords(plan);
  const { include, exclude, segments } = plan.audience;
  const isTrue = (conditions: readonly Parameters<typeof conditionOf>[0][]) =>
    conditions.map((condition) => sqlTrue(conditionOf(condition), words));
  const isFalse = (conditions: readonly Parameters<typeof conditionOf>[0][]) =>
    conditions.map((condition) => sqlFalse(conditionOf(condition), words));
  const stopWhen = isFalse(plan.stop.when).map(
    (sql, at) => `WHEN NOT ${sql} THEN ${sqlText(`stop_when ${at + 1}`)}`,
  );
  const pauseWhen = isFalse(plan.pause.when).map(
    (sql, at) => `WHEN NOT ${sql} THEN ${sqlText(`pause_when ${at + 1}`)}`,
  );
  const excluded = [
    "WHEN s.found_patient IS NULL OR s.found_id IS NULL THEN 'record gone'",
    "WHEN s.record_status IS NOT NULL AND s.record_status <> 'active' THEN 'record not in use'",
    "WHEN s.birth_date IS NULL OR s.birth_date > CAST(:adults_born_by AS DATE) THEN 'minor'",
    ...isFalse(exclude).map((sql, at) => `WHEN NOT ${sql} THEN ${sqlText(`exclude ${at + 1}`)}`),
  ];
  const segmentOf = segments.map(({ id, when }) =>
    when === null ? `ELSE ${sqlText(id)}` : `WHEN ${sqlTrue(conditionOf(when), words)} THEN ${sqlText(id)}`,
  );
  const beside = askedBesideCaregiver(plan).map(({ field }) => `s.${quotedName(field.path)}`);
  const onlyIf = plan.steps.flatMap((step, at) =>
    asksCaregiver(step) ? [] : [`${onlyIfSql(step, words)} AS only_if_${at + 1}`],
  );
  return `SELECT s.patient_id, s.anchor_id, s.enters, s.entry, s.entered_at, s.anchor_date, s.anchor_created, s.anchor_clinic,
  COALESCE(s.stopped_by, ${cases(stopWhen)}) AS stopped_by,
  COALESCE(s.paused_by, ${cases(pauseWhen)}) AS paused_by,
  ${cases(excluded)} AS excluded_by,
  CASE WHEN s.enters THEN ${segments.length === 0 ? "CAST(NULL AS VARCHAR)" : cases(segmentOf)} ELSE s.kept_segment END AS segment,
  CASE WHEN s.enters THEN ${armSql(plan)} ELSE s.kept_arm END AS arm,
  CASE WHEN s.enters THEN ${languageSql(plan, "s.spoken")} ELSE s.kept_language END AS language,
  ${[...onlyIf, ...beside].map((column) => `${column},`).join("\n  ")}
  (${["s.enters", ...isTrue(include)].join(" AND ")}) AS may_enter
FROM known s`;
}

/** Whether a step is for somebody. */
export function onlyIfSql({ when }: Plan["steps"][number], words: SqlWords): string {
  return when.only_if === null ? "TRUE" : sqlTrue(conditionOf(when.only_if), words);
}

/** Withheld people first, then the arms of a test; both by hash, so that nobody changes sides. */
function armSql({ assign }: Plan): string {
  const { holdout, test } = assign;
  const below = ({ salt, below: threshold }: { salt: string; below: string }) =>
    // The threshold of everybody has one digit more than a hash.
    threshold.length > 8
      ? "TRUE"
      : `SUBSTR(MD5(${sqlText(`${salt}|`)} || s.patient_id), 1, 8) < ${sqlText(threshold)} COLLATE "C"`;
  const whens = [
    ...(holdout === null ? [] : [`WHEN ${below(holdout)} THEN 'holdout'`]),
    ...(test === null ? [] : [`WHEN NOT (${below(test)}) THEN 'b'`]),
  ];
  return whens.length === 0 ? "'a'" : `CASE ${whens.join(" ")} ELSE 'a' END`;
}

/** The language that a person speaks where the campaign has it, else the campaign's first. */
export function languageSql({ languages }: Plan, spoken: string): string {
  const [first = "en"] = languages;
  const list = languages.map(sqlText).join(", ");
  return languages.length === 0
    ? sqlText(first)
    : `CASE WHEN ${spoken} IN (${list}) THEN ${spoken} ELSE ${sqlText(first)} END`;
}

/** Of each patient who may enter, the latest anchor; ties by id. Whom a stop rule holds already does not enter. */
export const ENTRANT = `SELECT s.*
FROM (
  SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t.patient_id
    ORDER BY t.anchor_date DESC NULLS LAST, t.anchor_created DESC NULLS LAST, ${bytes("t.anchor_id")}) AS place
  FROM standing t
  WHERE t.may_enter AND t.excluded_by IS NULL
) s
WHERE s.place = 1 AND s.stopped_by IS NULL`;

/** The campaign's earlier enrolments of the people who may enter, whatever plan they began with. */
export function historySql(plan: Plan): string {
  return `SELECT h.patient_id AS patient_id,
  MAX(CASE WHEN h.state = 'active' THEN 1 ELSE 0 END) AS has_active,
  MAX(CASE WHEN h.state = 'active' AND h.plan_digest <> :plan_digest THEN 1 ELSE 0 END) AS on_other_plan,
  MAX(COALESCE(f.first_sent, h.entered_at)) AS last_began
FROM entrant n
JOIN enrolments h ON h.patient_id = n.patient_id AND h.campaign IN ${campaignIds(plan)}
LEFT JOIN first_sent f ON f.anchor_id = h.anchor_id AND f.entry = h.entry
GROUP BY h.patient_id`;
}

/** When the first message of each enrolment left: a goal's window counts from it. */
export function firstSentSql(plan: Plan, reach: Reach): string {
  return `SELECT l.anchor_id AS anchor_id, l.entry AS entry, MIN(l.claimed_at) AS first_sent
FROM ledger l
WHERE l.campaign IN ${campaignIds(plan)} AND l.state <> 'skipped'${some(reach, "l.patient_id")}
GROUP BY l.anchor_id, l.entry`;
}

/**
 * Who enters at this tick: whoever was never in the campaign, whose goal window is over, or whose enrolment under way is
 * about an older anchor, which then ends.
 */
export function admittedSql(plan: Plan): string {
  const { audience } = plan;
  const again =
    audience.re_enter === "never"
      ? "FALSE"
      : `(h.has_active = 0 AND h.last_began <= CAST(:goal_window_began AS TIMESTAMP))
  OR (h.has_active = 1 AND h.on_other_plan = 0 AND n.anchor_id <> s.anchor_id AND (s.anchor_date IS NULL AND s.anchor_created IS NULL
    OR n.anchor_date > s.anchor_date
    OR ((n.anchor_date = s.anchor_date OR (n.anchor_date IS NULL AND s.anchor_date IS NULL)) AND (n.anchor_created > s.anchor_created
      OR (n.anchor_created = s.anchor_created AND ${bytes("n.anchor_id")} < ${bytes("s.anchor_id")})))))`;
  return `SELECT n.*, COALESCE(b.entries, 0) + 1 AS next_entry
FROM entrant n
LEFT JOIN history h ON h.patient_id = n.patient_id
LEFT JOIN standing s ON s.patient_id = n.patient_id AND NOT s.enters
LEFT JOIN (
  SELECT anchor_id, MAX(entry) AS entries
  FROM enrolments
  WHERE campaign IN ${campaignIds(plan)}
  GROUP BY anchor_id
) b ON b.anchor_id = n.anchor_id
WHERE h.patient_id IS NULL
  OR ${again}`;
}

/** The table in which a tick keeps its enrolments: patients, ten times as many, are then joined to it and not it to them. */
export function enrolmentTable(plan: Plan): TickTable {
  const onlyIf = plan.steps.flatMap((step, at) => (asksCaregiver(step) ? [] : [`only_if_${at + 1}`]));
  return tickTable("tick_enrolment", [
    ...columnsOf("VARCHAR", "patient_id", "anchor_id", "segment", "arm", "language", "anchor_clinic"),
    ...columnsOf("VARCHAR", "stopped_by", "paused_by", "excluded_by"),
    ...columnsOf("BOOLEAN", "enters", ...onlyIf),
    ...typedColumns(askedBesideCaregiver(plan)),
    ["entered_at", "TIMESTAMP"],
    ["entry", "INTEGER"],
    ["is_superseded", "BOOLEAN"],
  ]);
}

/** Enrolments under way and those that begin now, each with what ends it; its columns are those of the table, in order. */
export function enrolmentSql(plan: Plan): string {
  const kept = enrolmentTable(plan)
    .columns.slice(0, -2)
    .map(([name]) => `s.${quotedName(name)}`)
    .join(", ");
  return `SELECT ${kept}, s.entry, CASE WHEN n.patient_id IS NULL THEN FALSE ELSE TRUE END AS is_superseded
FROM standing s
LEFT JOIN admitted n ON n.patient_id = s.patient_id
WHERE NOT s.enters
UNION ALL
SELECT ${kept}, s.next_entry, FALSE
FROM admitted s`;
}

/** A CASE of branches, the last of which may be its ELSE; NULL where there is none. */
function cases(branches: readonly string[]): string {
  const [first] = branches;
  if (first?.startsWith("ELSE ")) return first.slice("ELSE ".length);
  return first === undefined ? "CAST(NULL AS VARCHAR)" : `CASE ${branches.join("\n    ")} END`;
}
