import { sqlFalse, sqlTrue } from "../audience/index.ts";
import { quotedName } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { fieldColumn, fieldJoins, typedColumns } from "./field-columns-sql.ts";
import { anchorTable, conditionOf, conditionWords, fieldPlaces, isPlain } from "./plan-fields.ts";
import { NOW, sqlList } from "./sql-words.ts";
import { type TickTable, tickTable } from "./tick-table.ts";

/** Whom a text judges: everybody, or the patients of the relation `tick_people`. */
export type Reach = "everybody" | "some";

/** Ids under which the campaign is known in `enrolments` and `ledger`: its own and its former ones. */
export function campaignIds({ identity }: Plan): string {
  return sqlList([identity.campaign, ...identity.was]);
}

/** Enrolments under way that began with this plan. */
export function enrolledSql(plan: Plan, reach: Reach): string {
  return `SELECT patient_id, anchor_id, entry, entered_at, segment, arm, language
FROM enrolments
WHERE campaign IN ${campaignIds(plan)} AND state = 'active' AND plan_digest = :plan_digest${some(reach, "patient_id")}`;
}

/** The table in which a tick keeps its pool; its columns are those of `poolSql`, in order. */
export function poolTable(plan: Plan): TickTable {
  const fields = typedColumns(fieldPlaces(plan).filter(({ derived }) => derived === undefined));
  const columns: TickTable["columns"] = [
    ["patient_id", "VARCHAR"],
    ["anchor_id", "VARCHAR"],
    ["enters", "BOOLEAN"],
    ["entry", "INTEGER"],
    ["entered_at", "TIMESTAMP"],
    ["kept_segment", "VARCHAR"],
    ["kept_arm", "VARCHAR"],
    ["kept_language", "VARCHAR"],
    ["anchor_status", "VARCHAR"],
    ["anchor_type", "VARCHAR"],
    ["anchor_date", "DATE"],
    ["anchor_created", "TIMESTAMP"],
    ["anchor_clinic", "VARCHAR"],
    ["found_id", "VARCHAR"],
    ["found_patient", "VARCHAR"],
    ["record_status", "VARCHAR"],
    ["birth_date", "DATE"],
    ["is_deceased", "BOOLEAN"],
    ["has_moved", "BOOLEAN"],
    ["phone_confirmed_on", "DATE"],
    ["spoken", "VARCHAR"],
    ...fields,
  ];
  return tickTable("tick_pool", columns);
}

/**
 * Everybody who is looked at: those who may enter, by what the roster's columns alone can say, and those who are enrolled.
 * Each field of the plan is a column under its path; what has to be calculated is added by the next relations.
 *
 * @param candidates `all` holds no condition against anybody yet, to explain why somebody is not in the campaign
 */
export function poolSql(plan: Plan, reach: Reach, candidates: "fitting" | "all" = "fitting"): string {
  const table = anchorTable(plan);
  const key = quotedName(table.key ?? "patient_id");
  const isPatient = table.name === "patients";
  const places = fieldPlaces(plan);
  const anchored = ["status", "type", "date", "created_at", "clinic_id"].map((name) => {
    const has = table.columns.some((column) => column.name === name);
    const type = name === "date" ? "DATE" : name === "created_at" ? "TIMESTAMP" : "VARCHAR";
    const column = isPatient ? `p.${name}` : `a.${name}`;
    const alias =
      name === "clinic_id" ? "anchor_clinic" : name === "created_at" ? "anchor_created" : `anchor_${name}`;
    return `${has ? column : `CAST(NULL AS ${type})`} AS ${alias}`;
  });
  const columns = [
    ...anchored,
    `${isPatient ? "p.patient_id" : `a.${key}`} AS found_id`,
    "p.patient_id AS found_patient",
    "p.status AS record_status",
    "p.birth_date AS birth_date",
    "p.deceased AS is_deceased",
    "p.moved_care AS has_moved",
    "p.phone_confirmed_on AS phone_confirmed_on",
    "p.language AS spoken",
    ...places.flatMap((place) =>
      place.derived === undefined ? [`${fieldColumn(plan, place)} AS ${quotedName(place.field.path)}`] : [],
    ),
  ].join(", ");
  const parents = fieldJoins(plan, places);
  const people = isPatient ? `patients p` : `${table.name} a JOIN patients p ON p.patient_id = a.patient_id`;
  const enrolled = isPatient
    ? `enrolled e LEFT JOIN patients p ON p.patient_id = e.patient_id`
    : `enrolled e LEFT JOIN patients p ON p.patient_id = e.patient_id LEFT JOIN ${table.name} a ON a.${key} = e.anchor_id AND a.patient_id = e.patient_id`;
  const words = conditionWords(plan);
  const { include, exclude } = plan.audience;
  const plain = (conditions: Plan["audience"]["include"]) =>
    conditions.map(conditionOf).filter((condition) => isPlain(plan, condition));
  const fits = [
    "CAST(:accepts_entries AS BOOLEAN)",
    "s.birth_date <= CAST(:adults_born_by AS DATE)",
    "(s.record_status IS NULL OR s.record_status = 'active')",
    ...plain(include).map((condition) => sqlTrue(condition, words)),
    ...plain(exclude).map((condition) => sqlFalse(condition, words)),
  ];
  return `SELECT s.*
FROM (
  SELECT p.patient_id AS patient_id, ${isPatient ? "p.patient_id" : `a.${key}`} AS anchor_id, TRUE AS enters, 0 AS entry,
    ${NOW} AS entered_at, CAST(NULL AS VARCHAR) AS kept_segment, CAST(NULL AS VARCHAR) AS kept_arm,
    CAST(NULL AS VARCHAR) AS kept_language, ${columns}
  FROM ${people}${parents}${some(reach, "p.patient_id", "WHERE")}
) s
WHERE ${candidates === "all" ? "TRUE" : fits.join("\n  AND ")}
UNION ALL
SELECT e.patient_id, e.anchor_id, FALSE, e.entry, e.entered_at, e.segment, e.arm, e.language, ${columns}
FROM ${enrolled}${parents}`;
}

/** Keeps a relation to the patients of a claim; nothing where everybody is judged. */
export function some(reach: Reach, column: string, before = " AND"): string {
  if (reach === "everybody") return "";
  return `${before === "WHERE" ? "\n  WHERE" : before} ${column} IN (SELECT patient_id FROM tick_people)`;
}
