import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { type Database, openDuckDb } from "../../src/database/index.ts";
import { AS_DOCUMENTED, type RosterMapping } from "../../src/model/index.ts";
import {
  type LoadedRoster,
  loadRoster,
  type RosterField,
  rosterShape,
  rosterSource,
} from "../../src/roster/index.ts";

const made: string[] = [];
const open: Database[] = [];
afterAll(async () => {
  for (const db of open) await db.close();
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone when the tests are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "recare-roster-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export async function duckDb(): Promise<Database> {
  const db = await openDuckDb({ threads: 1 });
  open.push(db);
  return db;
}

export interface Loaded {
  readonly db: Database;
  readonly loaded: LoadedRoster;
}

/** A folder of files, loaded into a database of its own. */
export async function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  fields: readonly RosterField[] = [],
  mapping: RosterMapping = AS_DOCUMENTED,
): Promise<Loaded> {
  const db = await duckDb();
  const source = rosterSource(folderWith(files), mapping);
  return { db, loaded: await loadRoster(source, db, { shape: rosterShape(fields), mapping }) };
}

export function field(path: string, type: RosterField["type"], values: readonly string[] = []): RosterField {
  return { path, type, values, blankMeansNo: false };
}

/** A mapping as recare.yaml would say it. */
export function mapped(
  tables: Readonly<
    Record<
      string,
      { from?: string; columns?: Record<string, string>; values?: Record<string, Record<string, string>> }
    >
  >,
  more: Partial<Pick<RosterMapping, "dates" | "clock">> = {},
): RosterMapping {
  const at = { file: "recare.yaml", start: 0, end: 0 };
  return {
    ...AS_DOCUMENTED,
    ...more,
    tables: new Map(
      Object.entries(tables).map(([name, { from, columns = {}, values = {} }]) => [
        name,
        {
          from: from === undefined ? undefined : { value: from, at },
          columns: new Map(Object.entries(columns).map(([key, value]) => [key, { value, at }])),
          values: new Map(
            Object.entries(values).map(([key, codes]) => [key, new Map(Object.entries(codes))]),
          ),
        },
      ]),
    ),
  };
}
