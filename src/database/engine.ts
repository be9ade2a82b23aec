import { type Database, DatabaseProblem, type SqlRow, type SqlValue, type SqlValues } from "./database.ts";
import { type BoundStatement, bind } from "./placeholders.ts";
import { Queue } from "./queue.ts";

/** What an engine must do; turns, names and transactions are the same for all. */
export interface Engine {
  readonly kind: Database["kind"];
  rows(statement: BoundStatement): Promise<readonly SqlRow[]>;
  batches(statement: BoundStatement): AsyncIterable<readonly SqlRow[]>;
  run(statement: BoundStatement): Promise<number>;
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** An error of the engine as a `DatabaseProblem` where a person can do something about it; every other one as it is. */
  problemOf(error: unknown): unknown;
  close(): Promise<void>;
}

/** An engine's connection as everybody else uses it. */
export class EngineDatabase implements Database {
  readonly kind: Database["kind"];
  private readonly queue = new Queue();

  constructor(
    private readonly engine: Engine,
    private readonly inTransaction = false,
  ) {
    this.kind = engine.kind;
  }

  async rows(sql: string, values?: SqlValues): Promise<readonly SqlRow[]> {
    const statement = bind(sql, values);
    return this.ask(() => this.engine.rows(statement));
  }

  async *batches(sql: string, values?: SqlValues): AsyncIterable<readonly SqlRow[]> {
    const statement = bind(sql, values);
    const release = await this.queue.hold();
    try {
      yield* this.engine.batches(statement);
    } catch (error) {
      throw this.engine.problemOf(error);
    } finally {
      release();
    }
  }

  async run(sql: string, values?: SqlValues): Promise<number> {
    const statement = bind(sql, values);
    return this.ask(() => this.engine.run(statement));
  }

  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    const uneven = rows.find((row) => row.length !== columns.length);
    if (uneven !== undefined) {
      throw new DatabaseProblem(
        `A row for ${table} has ${uneven.length} values for ${columns.length} columns.`,
        "Give each row one value for each column.",
      );
    }
    if (rows.length > 0) await this.ask(() => this.engine.insert(table, columns, rows));
  }

  async transaction<T>(work: (db: Database) => Promise<T>): Promise<T> {
    if (this.inTransaction) {
      throw new DatabaseProblem("A transaction was started inside another one.", "Use the one that is open.");
    }
    return this.ask(async () => {
      const command = (sql: string) => this.engine.run({ sql, values: [] });
      await command("BEGIN");
      try {
        const result = await work(new EngineDatabase(this.engine, true));
        await command("COMMIT");
        return result;
      } catch (error) {
        // The engine may have ended the transaction itself, or be gone: what went wrong first is what is told.
        await command("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.queue.run(() => this.engine.close());
  }

  /** Waits for its turn, and says what a person can do where the engine fails. */
  private ask<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      try {
        return await work();
      } catch (error) {
        throw this.engine.problemOf(error);
      }
    });
  }
}
