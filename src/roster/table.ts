import type { Anchor } from "../model/index.ts";

/**
 * What a cell of the roster holds, and how it is written in CSV:
 * text as it is · code compared byte for byte · date `2026-11-23` · instant `2026-11-23 15:04:05` in UTC, or with its own
 * offset, `2026-11-23T09:04:05-06:00` · yes-no `yes` or `no` · number `0.5` · list `relay|step-free`.
 */
export type ColumnType = "text" | "code" | "date" | "instant" | "yes-no" | "number" | "list";

/** A documented column of a roster table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Every row has a value. Whatever is not required may be blank, or not be there at all. */
  readonly required: boolean;
  /** The closed list of a code; nothing where the organisation chooses its codes. */
  readonly values?: readonly string[];
  /** The table whose key it names: `visits` for `visit_id`. */
  readonly names?: TableName;
  readonly meaning: string;
}

export const TABLE_NAMES = [
  "patients",
  "caregivers",
  "visits",
  "results",
  "care_plans",
  "prescriptions",
  "procedures",
  "orders",
  "inquiries",
  "consents",
  "events",
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A documented table. */
export interface RosterTable {
  readonly name: TableName;
  readonly about: string;
  /** The column that tells its rows apart; nothing where rows only add up, as consents do. */
  readonly key: string | undefined;
  /** What a campaign calls one row of it in `for_each`, where it can be about one. */
  readonly anchor: Anchor | undefined;
  /** The word before the dot of its fields: `visit` in `visit.date`; nothing where conditions cannot ask about it. */
  readonly root: string | undefined;
  readonly columns: readonly Column[];
}

/** A column that every row fills. */
export function required(
  name: string,
  type: ColumnType,
  meaning: string,
  more: Pick<Column, "values" | "names"> = {},
): Column {
  return { name, type, required: true, meaning, ...more };
}

/** A column that may be blank or missing. */
export function optional(
  name: string,
  type: ColumnType,
  meaning: string,
  more: Pick<Column, "values" | "names"> = {},
): Column {
  return { name, type, required: false, meaning, ...more };
}
