import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDuckDb, quotedName } from "../../src/database/index.ts";
import { AS_DOCUMENTED } from "../../src/model/index.ts";
import {
  generateRoster,
  loadRoster,
  ROSTER_TABLES,
  type RosterFormat,
  type RosterSource,
  rosterShape,
  rosterSource,
  writeRoster,
} from "../../src/roster/index.ts";
import { duckDb, field } from "./rosters.ts";

const FIELDS = [
  { ...field("patient.hospice", "yes-no"), blankMeansNo: true },
  field("patient.needs", "many-of", ["relay", "step-free"]),
  field("patient.score", "number"),
  field("visit.type", "one-of", ["primary-care", "annual-exam"]),
  field("result.urgency", "one-of", ["routine", "soon", "urgent"]),
];
const shape = rosterShape(FIELDS);
const OPTIONS = {
  people: 400,
  seed: "7",
  today: "2026-11-23",
  shape,
  clinics: ["north", "south"],
  languages: ["en", "es"],
};
const home = mkdtempSync(join(tmpdir(), "recare-sources-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Every row of every table, as text: equal where two sources hold the same. */
async function contents(db: Database): Promise<Record<string, readonly unknown[]>> {
  const tables: Record<string, readonly unknown[]> = {};
  for (const { name } of ROSTER_TABLES) {
    const columns = (shape.get(name) ?? []).map((column) => quotedName(column.name)).join(", ");
    const rows = await db.rows(`SELECT ${columns} FROM ${quotedName(name)}`);
    tables[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}

async function loaded(source: RosterSource): Promise<Record<string, readonly unknown[]>> {
  const db = await duckDb();
  await loadRoster(source, db, { shape });
  return contents(db);
}

let generated: Record<string, readonly unknown[]>;

beforeAll(async () => {
  const db = await openDuckDb({ threads: 2 });
  const roster = await generateRoster(db, OPTIONS);
  for (const format of ["csv", "parquet", "fhir"] satisfies RosterFormat[]) {
    await writeRoster(db, roster, format, join(home, format), OPTIONS);
  }
  generated = await contents(db);
  const file = join(home, "clinic.duckdb");
  await db.run(`ATTACH '${file}' AS kept`);
  for (const { name } of ROSTER_TABLES) await db.run(`CREATE TABLE kept.${name} AS SELECT * FROM ${name}`);
  await db.close();
}, 60_000);

describe("one roster, from every source", () => {
  it("holds what the generator made", () => {
    expect(generated.patients).toHaveLength(400);
    expect(generated.visits?.length).toBeGreaterThan(250);
    expect(Object.values(generated).every((rows) => rows.length > 0)).toBe(true);
  });

  it.each(["csv", "parquet", "fhir"])("%s holds the same rows", async (format) => {
    expect(await loaded(rosterSource(join(home, format), AS_DOCUMENTED))).toEqual(generated);
  });

  it("a DuckDB file holds the same rows", async () => {
    expect(await loaded(rosterSource(join(home, "clinic.duckdb"), AS_DOCUMENTED))).toEqual(generated);
  });

  it("is read again into the same database, in the place of what was there", async () => {
    const db = await duckDb();
    await loadRoster(rosterSource(join(home, "csv"), AS_DOCUMENTED), db, { shape });
    await loadRoster(rosterSource(join(home, "parquet"), AS_DOCUMENTED), db, { shape });
    await loadRoster(rosterSource(join(home, "csv"), AS_DOCUMENTED), db, { shape });
    expect(await contents(db)).toEqual(generated);
  });
});
