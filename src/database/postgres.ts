import type { Client } from "pg";
import { type Database, DatabaseProblem, type SqlRow, type SqlValue } from "./database.ts";
import { decimalText, wholeNumber } from "./decimal-text.ts";
import { type Engine, EngineDatabase } from "./engine.ts";
import { postgresOutage } from "./outage.ts";
import { type BoundStatement, quotedName } from "./placeholders.ts";

export interface PostgresOptions {
  /** Where the tables are; made if it is not there. By default `public`. */
  readonly schema?: string;
  /** Tables and views are of this connection alone and gone with it: nothing is kept, and nobody waits for a lock. */
  readonly isScratch?: boolean;
}

/**
 * What every connection asks of the server, whatever its settings are. Instants have no zone in our tables: both sides read
 * them in the same one. A claim that waited for a lock must see what was committed meanwhile, and a commit is on disk when
 * it is answered. A side that is gone, or stopped in the middle of a transaction, gives its locks back within minutes.
 */
const SETTINGS = [
  "SET TIME ZONE 'UTC'",
  "SET DateStyle = 'ISO, YMD'",
  "SET client_min_messages = warning",
  "SET default_transaction_isolation = 'read committed'",
  "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
  "SET idle_in_transaction_session_timeout = '5min'",
  "SET tcp_keepalives_idle = 60",
  "SET tcp_keepalives_interval = 10",
  "SET tcp_keepalives_count = 6",
].join("; ");

/** Milliseconds until a server that does not answer at all is given up. */
const TO_CONNECT = 15_000;
/** Milliseconds of silence after which the system asks whether the server is still there. */
const SILENCE = 30_000;

/**
 * Connects to a PostgreSQL server, version 14 or later.
 *
 * @param url `postgres://user@host:5432/database`; what it lacks is taken from PGHOST, PGPASSWORD and the like
 * @throws DatabaseProblem where the package is not installed, or the server does not answer; never with the password
 */
export async function openPostgres(
  url: string,
  { schema = "public", isScratch = false }: PostgresOptions = {},
): Promise<Database> {
  const pg = await driver();
  const client = new pg.Client({
    connectionString: url,
    application_name: "recare",
    connectionTimeoutMillis: TO_CONNECT,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE,
    types: { getTypeParser: (oid: number) => READERS.get(oid) ?? asWritten },
  });
  // A server that goes away fails the next question; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(SETTINGS);
    if (!isScratch) await client.query(`CREATE SCHEMA IF NOT EXISTS ${quotedName(schema)}`);
    await client.query(`SET search_path = ${isScratch ? "pg_temp" : quotedName(schema)}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem(
      `PostgreSQL cannot be used: ${why || "no server answers"}`,
      "Check the address, the user and the password.",
    );
  }
  return new EngineDatabase(new PostgresEngine(client));
}

async function driver(): Promise<typeof import("pg").default> {
  try {
    const { default: pg } = await import("pg");
    return pg;
  } catch {
    throw new DatabaseProblem("The package for PostgreSQL is not installed.", "Run: npm install pg");
  }
}

/** Types by their number in the catalogue `pg_type`; every other one is read as the server writes it. */
const READERS: ReadonlyMap<number, (written: string) => SqlValue> = new Map<
  number,
  (written: string) => SqlValue
>([
  [16, (written) => written === "t"],
  [20, wholeNumber],
  [21, wholeNumber],
  [23, wholeNumber],
  [700, Number],
  [701, Number],
  [1700, decimalText],
]);

function asWritten(written: string): string {
  return written;
}

const BATCH = 10_000;

class PostgresEngine implements Engine {
  readonly kind = "postgres";
  private cursors = 0;

  constructor(private readonly client: Client) {}

  async rows({ sql, values }: BoundStatement): Promise<readonly SqlRow[]> {
    const { rows } = await this.client.query<Record<string, SqlValue>>(sql, [...values]);
    return rows;
  }

  async *batches({ sql, values }: BoundStatement): AsyncIterable<readonly SqlRow[]> {
    const cursor = `recare_cursor_${++this.cursors}`;
    // A cursor that outlives its transaction is written out whole by the server, and asks for none of ours.
    await this.client.query(`DECLARE ${cursor} CURSOR WITH HOLD FOR ${sql}`, [...values]);
    try {
      for (;;) {
        const { rows } = await this.client.query<Record<string, SqlValue>>(`FETCH ${BATCH} FROM ${cursor}`);
        if (rows.length === 0) return;
        yield rows;
      }
    } finally {
      await this.client.query(`CLOSE ${cursor}`);
    }
  }

  async run({ sql, values }: BoundStatement): Promise<number> {
    const { rowCount, command } = await this.client.query(sql, [...values]);
    // PostgreSQL answers the COMMIT of a transaction in which something failed by taking it back, and calls that no error.
    if (sql === "COMMIT" && command === "ROLLBACK")
      throw new Error("a transaction was taken back: a statement within it failed and was passed over");
    return rowCount ?? 0;
  }

  /** One statement a batch: each column goes in as an array of text, and is given its column's type. */
  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    const types = await this.columnTypes(table);
    const names = columns.map(quotedName);
    const typed = columns.map((name, index) => `CAST(${names[index]} AS ${types.get(name) ?? "text"})`);
    const arrays = columns.map((_, index) => `$${index + 1}::text[]`);
    const sql =
      `INSERT INTO ${quotedName(table)} (${names.join(", ")}) SELECT ${typed.join(", ")} ` +
      `FROM UNNEST(${arrays.join(", ")}) AS given (${names.join(", ")})`;
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const values = columns.map((_, column) =>
        batch.map((row) => (row[column] === null ? null : String(row[column]))),
      );
      await this.client.query(sql, values);
    }
  }

  problemOf(error: unknown): unknown {
    return postgresOutage(error);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async columnTypes(table: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.client.query<{ name: string; type: string }>(
      "SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute " +
        "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped",
      [quotedName(table)],
    );
    return new Map(rows.map(({ name, type }) => [name, type]));
  }
}
