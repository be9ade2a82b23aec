import type { DuckDBConnection, DuckDBResult, DuckDBType } from "@duckdb/node-api";
import { type Database, DatabaseProblem, type SqlRow, type SqlValue } from "./database.ts";
import { decimalText, wholeNumber } from "./decimal-text.ts";
import { type Engine, EngineDatabase } from "./engine.ts";
import { duckDbOutage } from "./outage.ts";
import { type BoundStatement, quotedName } from "./placeholders.ts";

export interface DuckDbOptions {
  /** A database file, made if it is not there; without it everything is in memory and gone at the end. */
  readonly file?: string;
  /** Most memory that the engine takes before it writes to disk, such as "1GB". */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Where it writes what does not fit in memory; by default beside the file. */
  readonly temporaryFolder?: string;
}

type Api = typeof import("@duckdb/node-api");

/**
 * Opens DuckDB, which runs inside this process.
 *
 * @example const db = await openDuckDb({ file: "roster.duckdb", memoryLimit: "1GB" })
 * @throws DatabaseProblem where the package is not installed, or the file is no database or in use
 */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<Database> {
  const api = await driver();
  const settings: Record<string, string> = {
    // A file of a query must not reach the network for an extension.
    autoinstall_known_extensions: "false",
    ...(options.memoryLimit !== undefined && { memory_limit: options.memoryLimit }),
    ...(options.threads !== undefined && { threads: String(options.threads) }),
    ...(options.temporaryFolder !== undefined && { temp_directory: options.temporaryFolder }),
  };
  try {
    const instance = await api.DuckDBInstance.create(options.file ?? ":memory:", settings);
    const connection = await instance.connect();
    return new EngineDatabase(new DuckDbEngine(api, connection, () => instance.closeSync()));
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new DatabaseProblem(
      `DuckDB cannot open ${options.file ?? "a database in memory"}: ${why}`,
      "Check that the file is a DuckDB database and that no other program has it open.",
    );
  }
}

async function driver(): Promise<Api> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw new DatabaseProblem(
      "The package for DuckDB is not installed.",
      "Run: npm install @duckdb/node-api",
    );
  }
}

/** So many values are bound sooner than they are staged. */
const FEW_VALUES = 100;

class DuckDbEngine implements Engine {
  readonly kind = "duckdb";

  constructor(
    private readonly api: Api,
    private readonly connection: DuckDBConnection,
    private readonly closed: () => void,
  ) {}

  async rows({ sql, values }: BoundStatement): Promise<readonly SqlRow[]> {
    const reader = await this.connection.runAndReadAll(sql, [...values]);
    const read = this.rowReader(reader.columnNames(), reader.columnTypes());
    return reader.getRowsJson().map(read);
  }

  async *batches({ sql, values }: BoundStatement): AsyncIterable<readonly SqlRow[]> {
    const result: DuckDBResult = await this.connection.stream(sql, [...values]);
    const read = this.rowReader(result.columnNames(), result.columnTypes());
    for await (const rows of result.yieldRowsJson()) yield rows.map(read);
  }

  async run({ sql, values }: BoundStatement): Promise<number> {
    const result = await this.connection.run(sql, [...values]);
    return result.rowsChanged;
  }

  /**
   * A few values go in with one statement. More go in as text through the appender, a chunk at a time; one statement then
   * gives each column its type.
   */
  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    const names = columns.map(quotedName).join(", ");
    if (rows.length * columns.length <= FEW_VALUES) {
      const row = (at: number) =>
        columns.map((_, column) => `$${at * columns.length + column + 1}`).join(", ");
      const values = rows.map((_, at) => `(${row(at)})`).join(", ");
      const texts = rows.flatMap((given) => given.map(asText));
      await this.connection.run(`INSERT INTO ${quotedName(table)} (${names}) VALUES ${values}`, texts);
      return;
    }
    const texts = columns.map((name) => `${quotedName(name)} VARCHAR`).join(", ");
    await this.connection.run(`CREATE OR REPLACE TEMP TABLE recare_rows_to_insert (${texts})`);
    const appender = await this.connection.createAppender("recare_rows_to_insert");
    const types = columns.map(() => this.api.VARCHAR);
    for (let from = 0; from < rows.length; from += 2048) {
      const batch = rows.slice(from, from + 2048);
      const chunk = this.api.DuckDBDataChunk.create(types);
      chunk.setColumns(columns.map((_, column) => batch.map((row) => asText(row[column] ?? null))));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    await this.connection.run(
      `INSERT INTO ${quotedName(table)} (${names}) SELECT ${names} FROM recare_rows_to_insert`,
    );
    await this.connection.run("DROP TABLE recare_rows_to_insert");
  }

  problemOf(error: unknown): unknown {
    return duckDbOutage(error);
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.closed();
  }

  private rowReader(names: readonly string[], types: readonly DuckDBType[]) {
    const readers = types.map((type) => this.valueReader(type));
    return (row: readonly unknown[]): SqlRow =>
      Object.fromEntries(names.map((name, index) => [name, readers[index]?.(row[index]) ?? null]));
  }

  /** The driver's JSON: whole numbers of 64 bits and more, decimals, dates and instants are text. */
  private valueReader({ typeId }: DuckDBType): (value: unknown) => SqlValue {
    const { DuckDBTypeId: Id } = this.api;
    switch (typeId) {
      case Id.BIGINT:
      case Id.HUGEINT:
      case Id.UBIGINT:
      case Id.UHUGEINT:
        return (value) => (value === null ? null : wholeNumber(String(value)));
      case Id.DECIMAL:
        return (value) => (value === null ? null : decimalText(String(value)));
      default:
        return (value) =>
          typeof value === "boolean" || typeof value === "number" || value === null ? value : String(value);
    }
  }
}

function asText(value: SqlValue): string | null {
  return value === null ? null : String(value);
}
