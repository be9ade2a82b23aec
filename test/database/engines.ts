import { type Database, openDuckDb, openPostgres } from "../../src/database/index.ts";
import { postgresUrl } from "../support/postgres.ts";

/** Both engines, each opened with a schema of the test's own. */
export const ENGINES: readonly (readonly [string, (schema: string) => Promise<Database>])[] = [
  ["DuckDB", () => openDuckDb({ threads: 1 })],
  ["PostgreSQL", async (schema) => openPostgres(await postgresUrl(), { schema })],
];
