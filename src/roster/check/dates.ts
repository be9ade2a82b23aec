import { addMonths, type IsoDate } from "../../calendar/index.ts";
import { quotedName } from "../../database/index.ts";
import { readTable } from "../set-aside.ts";
import type { RosterShape } from "../shape.ts";
import type { TableName } from "../table.ts";
import { ROSTER_TABLES } from "../tables.ts";
import { rowsWhere } from "./codes.ts";
import { counted, type RowCheck } from "./row-check.ts";

/** Nobody has lived longer than 122 years. */
const LONGEST_LIFE_MONTHS = 123 * 12;

/** Days that cannot be: births in the future, visits before birth, records of tomorrow, permissions that end before they begin. */
export function dateChecks(shape: RosterShape, today: IsoDate): readonly RowCheck[] {
  const tomorrow = `DATE '${today}'`;
  const impossible = (table: TableName, column: string, condition: string, what: string, remedy: string) =>
    rowsWhere(table, column, condition, {
      check: "impossible-date",
      severity: "warning",
      says: (rows) => `${counted(rows, "row")}: ${what}.`,
      remedy,
    });
  return [
    impossible(
      "patients",
      "birth_date",
      `birth_date > ${tomorrow}`,
      "born in the future",
      "Correct birth_date; until then the person counts as a minor.",
    ),
    impossible(
      "patients",
      "birth_date",
      `birth_date < DATE '${addMonths(today, -LONGEST_LIFE_MONTHS)}'`,
      "born more than 122 years ago",
      "Correct birth_date; dates such as 1900-01-01 often stand for unknown, so leave it blank.",
    ),
    impossible(
      "visits",
      "date",
      `status IN ('completed', 'missed') AND "date" > ${tomorrow}`,
      "completed or missed on a day that is still to come",
      "Correct the status or the day.",
    ),
    impossible(
      "visits",
      "date",
      `status = 'booked' AND "date" < ${tomorrow}`,
      "still booked on a day that is over",
      "Say whether it was completed, missed or cancelled: a booked visit stops messages.",
    ),
    impossible(
      "caregivers",
      "permission_until",
      "permission_until < permission_from",
      "a permission that ends before it begins",
      "Correct the days of the permission.",
    ),
    ...ROSTER_TABLES.flatMap(({ name }) =>
      (shape.get(name) ?? [])
        .filter(({ type, name: column }) => type === "instant" && column !== "starts_at")
        .map(({ name: column }) =>
          impossible(
            name,
            column,
            `${quotedName(column)} >= TIMESTAMP '${today} 00:00:00' + INTERVAL '2 days'`,
            `${column} lies in the future`,
            "Check the clock of the export and its time zone: roster: {clock: …} in recare.yaml.",
          ),
        ),
    ),
    ...ROSTER_TABLES.filter(({ anchor }) => anchor !== undefined && anchor !== "patient").flatMap(
      ({ name }) =>
        (shape.get(name) ?? [])
          .filter(({ type }) => type === "date")
          .map(({ name: column }) => beforeBirth(name, column)),
    ),
  ];
}

function beforeBirth(table: TableName, column: string): RowCheck {
  const { key } = ROSTER_TABLES.find(({ name }) => name === table) ?? {};
  const name = quotedName(column);
  return {
    check: "impossible-date",
    severity: "warning",
    table,
    column,
    sql: `SELECT t.recare_row AS recare_row, t.${quotedName(key ?? "patient_id")} AS row_id, t.patient_id AS patient_id, CAST(t.${name} AS VARCHAR) AS row_value
FROM ${readTable(table)} t JOIN ${readTable("patients")} p ON p.patient_id = t.patient_id WHERE t.${name} < p.birth_date`,
    says: (rows) => `${counted(rows, "row")}: ${column} lies before the patient was born.`,
    remedy: "Correct the day, the birth date, or whose record it is.",
  };
}
