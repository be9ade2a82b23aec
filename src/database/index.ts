export { type Database, DatabaseProblem, type SqlRow, type SqlValue, type SqlValues } from "./database.ts";
export { type DuckDbOptions, openDuckDb } from "./duckdb.ts";
export { sqlText } from "./literals.ts";
export { placeholdersOf, quotedName } from "./placeholders.ts";
export { PORTABLE_FUNCTIONS, unportable } from "./portable.ts";
export { openPostgres, type PostgresOptions } from "./postgres.ts";
export { within } from "./within.ts";
