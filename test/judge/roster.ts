import type { Database, SqlValue } from "../../src/database/index.ts";
import { createRunnerTables } from "../../src/judge/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { type ColumnType, ROSTER_TABLES, type RosterTable, type TableName } from "../../src/roster/index.ts";

/** A record as the databases hold it; a column that is not named is blank. */
export type RosterRecord = { readonly [column: string]: SqlValue };

/** A roster and what the runner wrote, as plain values. */
export type World = { readonly [table in TableName | "enrolments" | "ledger"]?: readonly RosterRecord[] };

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  "yes-no": "BOOLEAN",
  number: "DECIMAL(18, 6)",
  date: "DATE",
  instant: "TIMESTAMP",
  text: "VARCHAR",
  code: "VARCHAR",
  list: "VARCHAR",
};

const FIELD_TYPES: Readonly<Record<string, string>> = {
  "yes-no": "BOOLEAN",
  number: "DECIMAL(18, 6)",
  date: "DATE",
};

/** The columns of each table: the documented ones and those of the plan's fields. */
export function columnsOf(plan: Plan): ReadonlyMap<TableName, ReadonlyMap<string, string>> {
  return new Map(
    ROSTER_TABLES.map((table) => {
      const columns = new Map(table.columns.map(({ name, type }) => [name, SQL_TYPES[type]]));
      for (const { path, type, derived } of plan.audience.fields) {
        const [root = "", name = ""] = path.split(".");
        if (root === table.root && derived === null && !columns.has(name)) {
          columns.set(name, FIELD_TYPES[type] ?? "VARCHAR");
        }
      }
      return [table.name, columns];
    }),
  );
}

/** Makes the tables anew and fills them. */
export async function fill(db: Database, plan: Plan, world: World): Promise<void> {
  await createRunnerTables(db);
  for (const [table, columns] of columnsOf(plan)) {
    await db.run(`DROP TABLE IF EXISTS ${table}`);
    await db.run(
      `CREATE TABLE ${table} (${[...columns].map(([name, type]) => `"${name}" ${type}`).join(", ")})`,
    );
  }
  for (const table of ["enrolments", "ledger"] as const) await db.run(`DELETE FROM ${table}`);
  for (const [table, rows] of Object.entries(world)) {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    await db.insert(
      table,
      names,
      rows.map((row) => names.map((name) => row[name] ?? null)),
    );
  }
}

/** The table of the plan's anchor, or of another root. */
export function anchorTableOf(plan: Plan, root = plan.audience.anchor): RosterTable {
  const table = ROSTER_TABLES.find((candidate) => candidate.root === root);
  if (table === undefined) throw new Error(`no table for ${root}`);
  return table;
}
