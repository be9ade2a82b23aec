import { quotedName, sqlText } from "../../database/index.ts";
import { readTable } from "../set-aside.ts";
import type { RosterShape } from "../shape.ts";
import type { ColumnType } from "../table.ts";
import { ROSTER_TABLES } from "../tables.ts";
import { counted, type RowCheck } from "./row-check.ts";

const AS: Readonly<Record<ColumnType, string>> = {
  text: "a text without control characters",
  code: "a code",
  date: "a date",
  instant: "a date with a time of day",
  "yes-no": "yes or no",
  number: "a number",
  list: "codes between bars",
};

const WRITE: Readonly<Record<ColumnType, string>> = {
  text: "Take out what is no letter.",
  code: "Write one of its codes, or say under roster > tables > values in recare.yaml what yours mean.",
  date: "Write dates as 2026-11-23; where yours have slashes, say roster: {dates: month/day/year} in recare.yaml.",
  instant:
    "Write times as 2026-11-23 15:04:05 in UTC, or with an offset; where they are local, say roster: {clock: America/Chicago} in recare.yaml.",
  "yes-no": "Write yes, no or nothing, or say under roster > tables > values in recare.yaml what yours mean.",
  number: "Write numbers as 0.5, with at most six decimals.",
  list: "Write codes as relay|step-free.",
};

/** Values that cannot be read as what their column holds, needed ones that are not there, and numbers given twice. */
export function readableChecks(shape: RosterShape): readonly RowCheck[] {
  return ROSTER_TABLES.flatMap((table) => {
    const id = table.key === undefined ? "patient_id" : quotedName(table.key);
    const from = readTable(table.name);
    const columns = (shape.get(table.name) ?? []).filter(({ name }) => name !== "patient_id");
    const unread = columns.map((column): RowCheck => {
      const listed = column.values ? ` (${column.values.join(", ")})` : "";
      return {
        check: "unreadable-value",
        severity: "error",
        table: table.name,
        column: column.name,
        sql: `SELECT recare_row, ${id} AS row_id, patient_id, CAST(NULL AS VARCHAR) AS row_value FROM ${from}
WHERE ',' || recare_unread || ',' LIKE ${sqlText(`%,${column.name.replaceAll(/[\\%_]/g, "\\$&")},%`)} ESCAPE '\\' AND patient_id IS NOT NULL`,
        says: (rows, people) =>
          `${counted(rows, "value")} of ${column.name} ${column.required ? "is missing or " : ""}cannot be read as ${AS[column.type]}${listed}; ${counted(people, "person is", "people are")} set aside.`,
        remedy: WRITE[column.type],
      };
    });
    if (table.key === undefined || table.name === "events") return unread;
    return [...unread, sameIdTwice(table.name, table.key)];
  });
}

function sameIdTwice(table: RowCheck["table"], key: string): RowCheck {
  const from = readTable(table);
  const id = quotedName(key);
  return {
    check: "same-id-twice",
    severity: "error",
    table,
    column: key,
    sql: `SELECT recare_row, ${id} AS row_id, patient_id, CAST(NULL AS VARCHAR) AS row_value FROM ${from}
WHERE ${id} IN (SELECT ${id} FROM ${from} GROUP BY ${id} HAVING COUNT(*) > 1)`,
    says: (rows, people) =>
      `${counted(rows, "row")} share their ${key} with another row; ${counted(people, "person is", "people are")} set aside.`,
    remedy: "Give every record its own number, or export each once.",
  };
}

/** Rows that do not tell whose they are, or name a patient who is not there. */
export function belongingChecks(): readonly RowCheck[] {
  return ROSTER_TABLES.flatMap(({ name, key }): RowCheck[] => {
    const id = key === undefined ? "CAST(NULL AS VARCHAR)" : quotedName(key);
    const nobody: RowCheck = {
      check: "row-of-nobody",
      severity: "error",
      table: name,
      column: "patient_id",
      sql: `SELECT recare_row, ${id} AS row_id, CAST(NULL AS VARCHAR) AS patient_id, CAST(NULL AS VARCHAR) AS row_value FROM ${readTable(name)} WHERE patient_id IS NULL`,
      says: (rows) =>
        `${counted(rows, "row does", "rows do")} not tell whose ${rows === 1 ? "it is" : "they are"}${name === "patients" ? "" : "; nothing is sent before that is mended, since it could be anybody's refusal"}.`,
      remedy: "Fill in patient_id.",
    };
    if (name === "patients") return [nobody];
    return [
      nobody,
      {
        check: "unknown-patient",
        severity: "warning",
        table: name,
        column: "patient_id",
        sql: `SELECT recare_row, ${id} AS row_id, CAST(NULL AS VARCHAR) AS patient_id, patient_id AS row_value FROM ${readTable(name)}
WHERE patient_id IS NOT NULL AND patient_id NOT IN (SELECT patient_id FROM ${readTable("patients")} WHERE patient_id IS NOT NULL)`,
        says: (rows) => `${counted(rows, "row names", "rows name")} a patient who is not in patients.`,
        remedy: "Export both tables at the same time and for the same people.",
      },
    ];
  });
}
