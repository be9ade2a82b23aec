import { quotedName, sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { rosterTable, tableOfRoot } from "../roster/index.ts";
import { anchorTable, type FieldPlace } from "./plan-fields.ts";
import { sqlList } from "./sql-words.ts";
import type { TickTable } from "./tick-table.ts";

const SQL_TYPES: ReadonlyMap<string, string> = new Map([
  ["yes-no", "BOOLEAN"],
  ["number", "DECIMAL(18, 6)"],
  ["date", "DATE"],
]);

/** Fields as columns of a tick's tables, each under its path. */
export function typedColumns(places: readonly FieldPlace[]): TickTable["columns"] {
  return places.map(({ field }) => [field.path, SQL_TYPES.get(field.type) ?? "VARCHAR"]);
}

/** Where the pool finds a field: `a` is the anchor, `p` the patient, `k` the clinic, `parent_order` what the anchor points to. */
export function fieldColumn(plan: Plan, { of, column }: FieldPlace): string {
  switch (of) {
    case "anchor":
      return `${anchorTable(plan).name === "patients" ? "p" : "a"}.${quotedName(column)}`;
    case "patient":
      return `p.${quotedName(column)}`;
    case "clinic":
      return column === "telehealth" ? telehealth(plan) : `k.${quotedName(column)}`;
    default:
      return `parent_${of}.${quotedName(column)}`;
  }
}

/** A clinician may see somebody by video only in the states that they are licensed in. */
function telehealth({ respond }: Plan): string {
  const licensed = respond.clinics
    .filter((clinic) => clinic.telehealth.length > 0)
    .map((clinic) => `(k.clinic_id = ${sqlText(clinic.id)} AND p.state IN ${sqlList(clinic.telehealth)})`);
  return `CASE WHEN k.clinic_id IS NOT NULL AND p.state <> '' THEN ${licensed.length === 0 ? "FALSE" : `(${licensed.join(" OR ")})`} END`;
}

/** The clinic and the records to which the anchor points, where a condition asks for them. */
export function fieldJoins(plan: Plan, places: readonly FieldPlace[]): string {
  const roots = [...new Set(places.map(({ of }) => of))].filter((of) => of !== "anchor" && of !== "patient");
  return roots
    .map((root) => {
      if (root === "clinic") return ` LEFT JOIN tick_clinics k ON k.clinic_id = ${clinicOf(plan)}`;
      const { name, key } = tableOfRoot(root) ?? rosterTable("patients");
      return ` LEFT JOIN ${name} parent_${root} ON parent_${root}.${quotedName(key ?? "")} = a.${quotedName(`${root}_id`)}`;
    })
    .join("");
}

/** The clinic of a record, else the patient's; where an organisation has one clinic, it is that one: as messages have it. */
function clinicOf(plan: Plan): string {
  const { clinics } = plan.respond;
  const table = anchorTable(plan);
  const own = table.name !== "patients" && table.columns.some(({ name }) => name === "clinic_id");
  const [only, ...others] = clinics;
  return `COALESCE(${[
    ...(own ? ["NULLIF(a.clinic_id, '')"] : []),
    "NULLIF(p.clinic_id, '')",
    ...(only !== undefined && others.length === 0 ? [sqlText(only.id)] : []),
  ].join(", ")})`;
}
