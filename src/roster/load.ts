import { type Database, openDuckDb, quotedName, sqlText } from "../database/index.ts";
import { AS_DOCUMENTED, type RosterMapping } from "../model/index.ts";
import { sqlType } from "./cells.ts";
import { copyToPostgres } from "./copy-to-postgres.ts";
import { readFhir } from "./fhir/index.ts";
import { readPostgres } from "./postgres-source.ts";
import { RosterProblem } from "./problem.ts";
import { readTableSql, sourcedColumns } from "./read-table.ts";
import { fileRelation, qualified, type Relation, refuseRejected, tableRelation } from "./relation.ts";
import { replaceRelation } from "./replace-relation.ts";
import { readTable, SET_ASIDE, setAside, unattributed } from "./set-aside.ts";
import { type RosterShape, rosterShape, type ShapedColumn } from "./shape.ts";
import type { RosterSource } from "./source.ts";
import type { TableName } from "./table.ts";
import { ROSTER_TABLES } from "./tables.ts";

export interface LoadOptions {
  /** Which columns to read; by default the documented ones alone. */
  readonly shape?: RosterShape;
  readonly mapping?: RosterMapping;
}

/** One table as it was loaded. */
export interface LoadedTable {
  readonly table: TableName;
  /** The file or table that it came from; nothing where the source has none, and the table is empty. */
  readonly shown: string | undefined;
  /** The columns that the source has. */
  readonly held: ReadonlySet<string>;
  readonly rows: number;
}

export interface LoadedRoster {
  readonly tables: readonly LoadedTable[];
  /** People whose rows cannot be read in full: they are not in `patients`, so nobody writes to them. */
  readonly setAside: number;
  /** Files of the folder that belong to no table. */
  readonly unread: readonly string[];
}

/**
 * Makes the documented tables in a database from any source: the judge then asks `patients`, `visits` … whatever they came
 * from. Parquet stays where it is and is read by views; CSV and FHIR are read once.
 *
 * A row that cannot be read in full sets its patient aside. A row that does not even tell whose it is stops everything,
 * since it could be anybody's refusal.
 *
 * @throws RosterProblem where a needed column is missing, a file is no CSV, or rows do not tell whose they are
 * @example
 * const mapping = workspace.organization.roster;
 * await loadRoster(rosterSource("roster", mapping), db, { shape: rosterShape(fields), mapping });
 */
export async function loadRoster(
  source: RosterSource,
  db: Database,
  options: LoadOptions = {},
): Promise<LoadedRoster> {
  const loaded = await readRoster(source, db, options);
  const [lost] = [...loaded.lost].filter(([table]) => table !== "patients");
  if (lost !== undefined) {
    const [table, { rows, first }] = lost;
    const { shown = table } = loaded.tables.find((each) => each.table === table) ?? {};
    const where = first === undefined ? `A row of ${shown}` : `${shown}, row ${first}`;
    throw new RosterProblem(
      `${where} does not tell whose it is: patient_id is missing${rows === 1 ? "" : `, as in ${rows - 1} more`}.`,
      "Fill in patient_id. A row of nobody could be anybody's refusal, so nothing is sent before.",
    );
  }
  return loaded;
}

/** As `loadRoster`, for those who want to know everything that is wrong: rows of nobody are counted, not refused. */
export async function readRoster(
  source: RosterSource,
  db: Database,
  { shape = rosterShape([]), mapping = AS_DOCUMENTED }: LoadOptions = {},
): Promise<LoadedRoster & { readonly lost: Awaited<ReturnType<typeof unattributed>> }> {
  if (db.kind === "duckdb") return readInto(source, db, shape, mapping);
  if (source.kind === "postgres") return readPostgres(source.schema, db, shape, mapping);
  const staging = await openDuckDb();
  try {
    const loaded = await readInto(source, staging, shape, mapping);
    await copyToPostgres(staging, db, shape);
    return loaded;
  } finally {
    await staging.close();
  }
}

async function readInto(source: RosterSource, db: Database, shape: RosterShape, mapping: RosterMapping) {
  await db.run("SET TimeZone = 'UTC'");
  const relations = await relationsOf(source, db, mapping);
  const tables: LoadedTable[] = [];
  for (const { name } of ROSTER_TABLES) {
    const columns = shape.get(name) ?? [];
    tables.push(await readOne(db, { name, columns, relation: relations.get(name), mapping }));
  }
  const people = await setAside(db);
  await replaceRelation(
    db,
    "patients",
    "VIEW",
    `SELECT ${namesOf(shape.get("patients") ?? [])} FROM ${readTable("patients")}
WHERE patient_id IS NOT NULL AND patient_id NOT IN (SELECT patient_id FROM ${SET_ASIDE})`,
  );
  return {
    tables,
    setAside: people,
    unread: source.kind === "files" || source.kind === "fhir" ? source.unread : [],
    lost: await unattributed(db),
  };
}

async function relationsOf(
  source: RosterSource,
  db: Database,
  mapping: RosterMapping,
): Promise<ReadonlyMap<TableName, Relation>> {
  switch (source.kind) {
    case "files": {
      const relations = new Map<TableName, Relation>();
      for (const [table, file] of source.tables) relations.set(table, await fileRelation(db, file));
      return relations;
    }
    case "fhir": {
      const relations = new Map(await readFhir(source, db));
      for (const [table, file] of source.beside) relations.set(table, await fileRelation(db, file));
      return relations;
    }
    case "duckdb":
      return attached(source.file, db, mapping);
    case "postgres":
      throw new RosterProblem(
        `postgres:${source.schema} is read where the rest is in PostgreSQL too.`,
        "Run it with --ledger postgres://…, or export the tables to a folder.",
      );
  }
}

async function attached(
  file: string,
  db: Database,
  mapping: RosterMapping,
): Promise<ReadonlyMap<TableName, Relation>> {
  await db.run(`ATTACH IF NOT EXISTS ${sqlText(file)} AS recare_roster (READ_ONLY)`);
  const held = await db.rows(
    "SELECT table_schema AS place, table_name AS name FROM information_schema.tables WHERE table_catalog = 'recare_roster' ORDER BY table_schema, table_name",
  );
  const relations = new Map<TableName, Relation>();
  for (const { name } of ROSTER_TABLES) {
    const wanted = mapping.tables.get(name)?.from?.value ?? name;
    const found = held.find((row) => String(row.name).toLowerCase() === wanted.toLowerCase());
    if (found === undefined) continue;
    const place = qualified("recare_roster", String(found.place), String(found.name));
    relations.set(name, await tableRelation(db, place, String(found.name)));
  }
  if (relations.has("patients")) return relations;
  throw new RosterProblem(
    `${file} has no table patients.`,
    "Every roster has it. Where yours is called something else, say so under roster: in recare.yaml.",
  );
}

interface TableToRead {
  readonly name: TableName;
  readonly columns: readonly ShapedColumn[];
  readonly relation: Relation | undefined;
  readonly mapping: RosterMapping;
}

async function readOne(
  db: Database,
  { name, columns, relation, mapping }: TableToRead,
): Promise<LoadedTable> {
  const kept = readTable(name);
  const sourced = relation && sourcedColumns(name, columns, relation, mapping);
  const sql = relation && sourced ? readTableSql(name, sourced, relation, mapping) : emptyTableSql(columns);
  await replaceRelation(db, `roster_${name}`, relation?.isSlow === false ? "VIEW" : "TABLE", sql).catch(
    async (error: unknown) => {
      if (relation !== undefined) await refuseRejected(db, relation.shown).catch(() => undefined);
      throw error;
    },
  );
  if (relation?.shown.endsWith(".csv")) await refuseRejected(db, relation.shown);
  await replaceRelation(db, name, "VIEW", `SELECT ${namesOf(columns)} FROM ${kept}`);
  const [row] = await db.rows(`SELECT COUNT(*) AS n FROM ${kept}`);
  return {
    table: name,
    shown: relation?.shown,
    held: new Set(
      (sourced ?? []).flatMap(({ column, written }) => (written === undefined ? [] : [column.name])),
    ),
    rows: Number(row?.n ?? 0),
  };
}

function emptyTableSql(columns: readonly ShapedColumn[]): string {
  const empty = columns.map((column) => `CAST(NULL AS ${sqlType(column)}) AS ${quotedName(column.name)}`);
  return `SELECT CAST(NULL AS BIGINT) AS recare_row, ${empty.join(", ")}, '' AS recare_unread WHERE 1 = 0`;
}

function namesOf(columns: readonly ShapedColumn[]): string {
  return columns.map(({ name }) => quotedName(name)).join(", ");
}
