import type { Sourced } from "../workspace/index.ts";

/** How dates with slashes are read; ISO dates always are. */
export const DATE_ORDERS = ["year-month-day", "month/day/year", "day/month/year"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How one table of the roster is written at its source. */
export interface TableMapping {
  /** The name of the file, without its ending, or of the table that holds it. */
  readonly from: Sourced<string> | undefined;
  /** Documented column or field → the column at the source. */
  readonly columns: ReadonlyMap<string, Sourced<string>>;
  /** Column → code as the source writes it → code that it means. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** `roster:` of recare.yaml: how the organisation's own tables become the documented ones. */
export interface RosterMapping {
  readonly dates: DateOrder;
  /** The zone of instants that are written without one. */
  readonly clock: string;
  readonly tables: ReadonlyMap<string, TableMapping>;
}

/** Tables that are called and written as documented. */
export const AS_DOCUMENTED: RosterMapping = { dates: "year-month-day", clock: "UTC", tables: new Map() };
