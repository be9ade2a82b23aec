import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Database, openDuckDb, within } from "../../database/index.ts";
import { Problem, problemOf } from "../../host/index.ts";
import { copyRunTables, createRunTables } from "../../run/index.ts";
import { isServer, openLedger } from "../ledger/open-ledger.ts";
import type { Session } from "../session.ts";
import type { PlanFile } from "./plan-files.ts";
import { loadInto } from "./roster.ts";

/** Thrown to take a transaction back when the work is done. */
class TakeBack extends Error {
  constructor(readonly result: unknown) {
    super("taken back");
  }
}

/**
 * Does work on what a ledger and a roster say, and leaves both as they are: a DuckDB ledger is copied, PostgreSQL takes a
 * transaction back.
 *
 * @throws Problem without a roster where the ledger holds none either
 */
export async function onScratch<T>(
  plans: readonly PlanFile[],
  options: { readonly roster?: string; readonly ledger: string },
  today: string,
  session: Session,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const load = async (db: Database) => {
    if (options.roster === undefined) return needRoster(db);
    await loadInto(db, options.roster, plans, today, session);
  };
  if (isServer(options.ledger)) {
    const isThere = options.roster === undefined || options.roster.startsWith("postgres:");
    return isThere
      ? onServer(options.ledger, session, load, work)
      : besideServer(options.ledger, session, load, work);
  }
  const file = resolve(session.cwd, options.ledger);
  if (!existsSync(file)) return inMemory(load, work);
  const folder = mkdtempSync(join(tmpdir(), "recare-dry-"));
  try {
    const copy = join(folder, "ledger.duckdb");
    for (const part of ["", ".wal"]) if (existsSync(file + part)) copyFileSync(file + part, copy + part);
    const db = await openLedger(copy, session, true);
    try {
      await load(db);
      return await work(db);
    } finally {
      await db.close();
    }
  } catch (error) {
    throw problemOf(error, `copy the ledger ${options.ledger}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inMemory<T>(
  load: (db: Database) => Promise<void>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openDuckDb();
  try {
    await createRunTables(db);
    await load(db);
    return await work(db);
  } finally {
    await db.close();
  }
}

async function onServer<T>(
  url: string,
  session: Session,
  load: (db: Database) => Promise<void>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openLedger(url, session, true);
  try {
    await db.transaction(async (open) => {
      await load(open);
      throw new TakeBack(await work(within(open)));
    });
    throw new TypeError("a transaction that was taken back went on");
  } catch (error) {
    if (error instanceof TakeBack) return error.result as T;
    throw error;
  } finally {
    await db.close();
  }
}

/** A roster of files needs no server: what the ledger knows is copied to where they are read. */
async function besideServer<T>(
  url: string,
  session: Session,
  load: (db: Database) => Promise<void>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const server = await openLedger(url, session, true);
  try {
    return await inMemory(async (db) => {
      await copyRunTables(server, db);
      await load(db);
    }, work);
  } finally {
    await server.close();
  }
}

/** @throws Problem where no roster was ever loaded */
export async function needRoster(db: Database): Promise<void> {
  const rows = await db.rows(
    "SELECT table_name FROM information_schema.tables WHERE table_name = 'patients' AND table_schema = CURRENT_SCHEMA()",
  );
  if (rows.length > 0) return;
  throw new Problem(
    "Nobody says who the people are.",
    "Run a plan with its roster first: recare run … --roster roster",
  );
}
