import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Database, openDuckDb, openPostgres, type SqlValue } from "../../src/database/index.ts";
import { createRunnerTables, judgeTick } from "../../src/judge/index.ts";
import { postgresUrl } from "../support/postgres.ts";
import { planOf } from "./any-plan.ts";
import { hardPeople } from "./hard-people.ts";
import { columnsOf, fill, type World } from "./roster.ts";

const folder = mkdtempSync(join(tmpdir(), "recare-fingerprint-"));
const opened: Database[] = [];
afterAll(async () => {
  for (const db of opened) await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = planOf("missed-visit");
const { world, now } = hardPeople(plan);

async function kept(database: Promise<Database>): Promise<Database> {
  const db = await database;
  opened.push(db);
  return db;
}

/** A cell as CSV has it; blank is nothing at all, and quoted emptiness an empty text. */
function csvCell(value: SqlValue | undefined): string {
  if (value === null || value === undefined) return "";
  return `"${String(value).replaceAll('"', '""')}"`;
}

/** A DuckDB whose roster is views on files, as a laptop has it. */
async function overFiles(format: "csv" | "parquet", source: Database, rows: World): Promise<Database> {
  const db = await kept(openDuckDb({ threads: 2 }));
  await createRunnerTables(db);
  for (const [table, columns] of columnsOf(plan)) {
    const file = join(folder, `${table}.${format}`);
    if (format === "parquet") await source.run(`COPY ${table} TO '${file}' (FORMAT parquet)`);
    else {
      const lines = (rows[table] ?? []).map((row) =>
        [...columns.keys()].map((name) => csvCell(row[name])).join(","),
      );
      writeFileSync(file, [[...columns.keys()].join(","), ...lines, ""].join("\n"));
    }
    const types = [...columns].map(([name, type]) => `'${name}': '${type}'`).join(", ");
    const reader =
      format === "csv"
        ? `read_csv('${file}', header = true, nullstr = '', allow_quoted_nulls = false, columns = {${types}})`
        : `read_parquet('${file}')`;
    await db.run(`CREATE VIEW ${table} AS SELECT * FROM ${reader}`);
  }
  for (const table of ["enrolments", "ledger"] as const) {
    const some = rows[table] ?? [];
    const names = [...new Set(some.flatMap((row) => Object.keys(row)))];
    if (some.length > 0)
      await db.insert(
        table,
        names,
        some.map((row) => names.map((name) => row[name] ?? null)),
      );
  }
  return db;
}

describe("the fingerprint of a tick", () => {
  it("is the same over CSV, Parquet, DuckDB and PostgreSQL, with every hard case", {
    timeout: 120_000,
  }, async () => {
    const duckdb = await kept(openDuckDb({ threads: 2 }));
    await fill(duckdb, plan, world);
    const postgres = await kept(openPostgres(await postgresUrl(), { schema: "judge_fingerprint_test" }));
    await fill(postgres, plan, world);
    const databases = {
      duckdb,
      postgres,
      csv: await overFiles("csv", duckdb, world),
      parquet: await overFiles("parquet", duckdb, world),
    };
    const prints: Record<string, string> = {};
    const kinds = new Set<string>();
    for (const [name, db] of Object.entries(databases)) {
      const tick = await judgeTick(db, plan, now);
      prints[name] = await tick.fingerprint();
      for (const kind of tick.counts.keys()) kinds.add(kind);
    }
    expect(new Set(Object.values(prints)).size, JSON.stringify(prints)).toBe(1);
    // Equal prints of nothing would prove nothing.
    expect(Number(prints.duckdb?.split(" ")[0])).toBeGreaterThan(15);
    expect([...kinds].sort()).toEqual([
      "exit:deceased",
      "exit:excluded",
      "exit:opted out",
      "exit:superseded",
      "exit:visit of the same type booked",
      "exit:wrong person",
      "hold:cap",
      "hold:quiet_hours",
      "parked",
      "pause",
      "send",
      "skip:no_consent",
      "suppress:shared_contact",
      "task:unreachable",
      "wait",
    ]);
  });

  it("does not depend on the order of the rows", async () => {
    const db = await kept(openDuckDb({ threads: 2 }));
    await fill(db, plan, world);
    const expected = await (await judgeTick(db, plan, now)).fingerprint();
    const shuffled = fc.record(
      Object.fromEntries(
        Object.entries(world).map(([table, rows]) => [
          table,
          fc.shuffledSubarray([...rows], { minLength: rows.length }),
        ]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async (other) => {
        await fill(db, plan, other);
        expect(await (await judgeTick(db, plan, now)).fingerprint()).toBe(expected);
      }),
      { numRuns: 4 },
    );
  });
});
