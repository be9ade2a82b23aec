import { timeZones } from "../../calendar/index.ts";
import { quotedName, sqlText } from "../../database/index.ts";
import { readTable } from "../set-aside.ts";
import type { RosterShape } from "../shape.ts";
import type { TableName } from "../table.ts";
import { columnOf, ROSTER_TABLES } from "../tables.ts";
import { counted, type RowCheck } from "./row-check.ts";

/** What the workspace knows, where there is one. */
export interface KnownNames {
  readonly clinics: readonly string[];
  readonly languages: readonly string[];
}

/** Codes that no field lists, clinics and languages that the workspace does not have, zones that do not exist. */
export function codeChecks(shape: RosterShape, { clinics, languages }: KnownNames): readonly RowCheck[] {
  return [
    ...ofFields(shape),
    ...named("clinic_id", clinics, "unknown-clinic", "warning", {
      what: "a clinic that library/locations.yaml does not have",
      remedy:
        "Add the clinic, or say under roster > tables > values in recare.yaml which one it is. Without it there is no number to call and no clock.",
    }),
    ...named("time_zone", [...timeZones()], "unknown-time-zone", "warning", {
      what: "a time zone that does not exist",
      remedy: "Write zones as America/Chicago. Until then the clinic's clock counts.",
    }),
    ...named("language", languages, "unknown-language", "info", {
      what: "a language that no campaign is written in",
      remedy: "These people read the first language of a campaign, with a notice in their own.",
    }),
  ];
}

function ofFields(shape: RosterShape): readonly RowCheck[] {
  return ROSTER_TABLES.flatMap((table) =>
    (shape.get(table.name) ?? []).flatMap((column): RowCheck[] => {
      const { field } = column;
      // The closed lists of the roster itself are held where values are read.
      if (field === undefined || field.values.length === 0 || column.values !== undefined) return [];
      if (column.name === "language") return [];
      const name = quotedName(column.name);
      const listed = field.values.map(sqlText).join(", ");
      const unlisted =
        column.type === "list" ? `${without(name, field.values)} <> ''` : `${name} NOT IN (${listed})`;
      return [
        rowsWhere(table.name, column.name, unlisted, {
          check: "unknown-code",
          severity: "warning",
          says: (rows) =>
            `${counted(rows, "value")} of ${column.name} ${rows === 1 ? "is" : "are"} not in the list of ${field.path}, and ${rows === 1 ? "counts" : "count"} as unknown.`,
          remedy: `Add the code to ${field.path} in library/fields.yaml, or say under roster > tables > values in recare.yaml which code it means.`,
        }),
      ];
    }),
  );
}

/** SQL for what is left of a list between bars without the codes that are known. */
function without(list: string, codes: readonly string[]): string {
  // Each code gets bars of its own, so that of two beside each other both are found.
  const apart = `REPLACE(${list}, '|', '||')`;
  const unknown = codes.reduce((left, code) => `REPLACE(${left}, ${sqlText(`|${code}|`)}, '')`, apart);
  return `REPLACE(${unknown}, '|', '')`;
}

function named(
  column: string,
  known: readonly string[],
  check: RowCheck["check"],
  severity: RowCheck["severity"],
  { what, remedy }: { readonly what: string; readonly remedy: string },
): readonly RowCheck[] {
  if (known.length === 0) return [];
  return ROSTER_TABLES.filter((table) => columnOf(table, column) !== undefined).map(({ name }) =>
    rowsWhere(name, column, `${quotedName(column)} NOT IN (${known.map(sqlText).join(", ")})`, {
      check,
      severity,
      says: (rows) => `${counted(rows, "row names", "rows name")} ${what}.`,
      remedy,
    }),
  );
}

/** Every row of a table for which a condition holds. */
export function rowsWhere(
  table: TableName,
  column: string,
  condition: string,
  rest: Pick<RowCheck, "check" | "severity" | "says" | "remedy">,
): RowCheck {
  const { key } = ROSTER_TABLES.find(({ name }) => name === table) ?? {};
  const id = key === undefined ? "patient_id" : quotedName(key);
  return {
    ...rest,
    table,
    column,
    sql: `SELECT recare_row, ${id} AS row_id, patient_id, CAST(${quotedName(column)} AS VARCHAR) AS row_value FROM ${readTable(table)} WHERE ${condition}`,
  };
}
