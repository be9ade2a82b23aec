import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Database, DatabaseProblem, openDuckDb, openPostgres } from "../../database/index.ts";
import { Problem } from "../../host/index.ts";
import { createRunTables } from "../../run/index.ts";
import type { Session } from "../session.ts";

/** Where the ledger is when nobody says. */
export const USUAL_LEDGER = "recare-ledger.duckdb";

export function isServer(location: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(location);
}

/**
 * Opens a ledger: a DuckDB file, or a PostgreSQL server whose password stands in PGPASSWORD. The schema may be named behind
 * a number sign, `postgres://…/clinic#recare`.
 *
 * @param mustExist whether a file that is not there is a mistake: who asks what happened does not begin a ledger
 * @throws Problem where it cannot be opened; never with the password
 */
export async function openLedger(location: string, session: Session, mustExist: boolean): Promise<Database> {
  try {
    const db = await opened(location, session, mustExist);
    await createRunTables(db);
    return db;
  } catch (error) {
    throw databaseProblem(error);
  }
}

async function opened(location: string, session: Session, mustExist: boolean): Promise<Database> {
  if (isServer(location)) {
    const [url = "", schema] = location.split("#");
    return openPostgres(url, schema === undefined ? {} : { schema });
  }
  const file = resolve(session.cwd, location);
  if (mustExist && !existsSync(file)) {
    throw new Problem(
      `There is no ledger at ${location}.`,
      "Give the one that recare run wrote: --ledger recare-ledger.duckdb, or --ledger postgres://…",
    );
  }
  return openDuckDb({ file });
}

/** What a person can repair, in our form; every other error as it is. */
export function databaseProblem(error: unknown): unknown {
  return error instanceof DatabaseProblem ? new Problem(error.message, error.remedy) : error;
}

/** Does work with a ledger that is there, and closes it whatever happens. */
export async function withLedger<T>(
  location: string,
  session: Session,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openLedger(location, session, true);
  try {
    return await work(db);
  } catch (error) {
    throw databaseProblem(error);
  } finally {
    await db.close();
  }
}
