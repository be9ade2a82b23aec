/**
 * What crosses the border to a database, in both directions. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DD HH:MM:SS` in UTC
 * without a zone, decimals are text without trailing zeroes; whole numbers that a double cannot hold are refused.
 */
export type SqlValue = null | boolean | number | string;

/** Values by the names of their placeholders, without the colon. */
export type SqlValues = { readonly [name: string]: SqlValue };

export type SqlRow = { readonly [column: string]: SqlValue };

/**
 * One connection to an engine. Calls are answered in the order in which they were made; those made while a transaction is
 * open wait for its end, so that nothing slips into it unseen.
 */
export interface Database {
  readonly kind: "duckdb" | "postgres";

  /**
   * All rows of a query with named placeholders.
   *
   * @example await db.rows("SELECT phone FROM patients WHERE patient_id = :patient", { patient: "P1" })
   * @throws DatabaseProblem for a placeholder without a value and a value without a placeholder
   */
  rows(sql: string, values?: SqlValues): Promise<readonly SqlRow[]>;

  /** The rows of a query in batches, for results that do not fit in memory. Nothing else may be asked meanwhile. */
  batches(sql: string, values?: SqlValues): AsyncIterable<readonly SqlRow[]>;

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, values?: SqlValues): Promise<number>;

  /**
   * Adds many rows at once. Each value is read by its column's type: a text for a date, a boolean for a yes-no column.
   *
   * @example await db.insert("patients", ["patient_id", "birth_date"], [["P1", "1980-02-29"]])
   */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>;

  /** Does all of the work or none of it. The work uses the database that it is given, and starts no transaction itself. */
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>;

  close(): Promise<void>;
}

/** Why a database cannot be used; a person can do something about it. */
export class DatabaseProblem extends Error {
  override readonly name = "DatabaseProblem";

  constructor(
    /** What is wrong, in one sentence. */
    message: string,
    /** What to do. */
    readonly remedy: string,
  ) {
    super(message);
  }
}
