import type { TableName } from "../table.ts";

/** What can be wrong with a roster. */
export const ROSTER_CHECKS = [
  "unreadable-table",
  "row-of-nobody",
  "unreadable-value",
  "missing-value",
  "same-id-twice",
  "unknown-patient",
  "unknown-code",
  "unknown-clinic",
  "unknown-time-zone",
  "unknown-language",
  "duplicate-person",
  "shared-phone",
  "shared-email",
  "invalid-phone",
  "invalid-email",
  "stale-contact",
  "returned-contact",
  "impossible-date",
  "unread-file",
  "declared-otherwise",
] as const;
export type RosterCheck = (typeof ROSTER_CHECKS)[number];

/** An error sets people aside or stops a run; a warning costs reach or is likely a mistake; info is worth knowing. */
export type RosterSeverity = "error" | "warning" | "info";

/** One row that shows it. */
export interface RosterPlace {
  /** In the file, the header being row 1; nothing where the source has no rows to count. */
  readonly row: number | null;
  /** The record's own number. */
  readonly id: string | null;
  /** Only where it was asked for: it may name a person. */
  readonly value: string | null;
}

export interface RosterFinding {
  readonly check: RosterCheck;
  readonly severity: RosterSeverity;
  readonly table: TableName | null;
  /** The file or table that it came from. */
  readonly shown: string | null;
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
  readonly rows: number;
  /** Patients whom it touches. */
  readonly people: number;
  /** The first few of the rows. */
  readonly places: readonly RosterPlace[];
  /** Of those whom a campaign would write to, so many are touched, by campaign; only where there are some. */
  readonly costs: readonly { readonly campaign: string; readonly people: number; readonly of: number }[];
}
