import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IsoDate } from "../../calendar/index.ts";
import { type Database, quotedName, type SqlValue, sqlText } from "../../database/index.ts";
import { sqlType } from "../cells.ts";
import { writeFhir } from "../fhir/write.ts";
import { RosterProblem } from "../problem.ts";
import { replaceRelation } from "../replace-relation.ts";
import type { RosterShape, ShapedColumn } from "../shape.ts";
import type { TableName } from "../table.ts";
import { ROSTER_TABLES } from "../tables.ts";
import { Draws } from "./draws.ts";
import { type HardPerson, hardPeople } from "./hard-people.ts";
import { drawnByType, POPULATIONS, type Setting } from "./population.ts";

export const ROSTER_FORMATS = ["csv", "parquet", "fhir"] as const;
export type RosterFormat = (typeof ROSTER_FORMATS)[number];

export interface GenerateOptions {
  /** From 50 to 10,000,000, the hard people among them. */
  readonly people: number;
  readonly seed: string;
  readonly today: IsoDate;
  readonly shape: RosterShape;
  readonly clinics: readonly string[];
  readonly languages: readonly string[];
}

export interface GeneratedRoster {
  readonly hard: readonly HardPerson[];
}

const LEAST = 50;
const MOST = 10_000_000;

/**
 * Invented people as tables of a DuckDB: the same seed, number, day and columns give the same rows, on every machine.
 * Nobody in them exists: telephone numbers are nobody's (555-01xx first), addresses example.test.
 *
 * @throws RosterProblem for a number of people out of range
 */
export async function generateRoster(db: Database, options: GenerateOptions): Promise<GeneratedRoster> {
  const { people, shape } = options;
  if (!Number.isInteger(people) || people < LEAST || people > MOST) {
    throw new RosterProblem(
      `${people} is not a number of people that can be invented.`,
      `Give a whole number from ${LEAST} to 10,000,000.`,
    );
  }
  const visitTypes = valuesIn(shape, "visits", "type");
  const hard = hardPeople({
    today: options.today,
    clinic: options.clinics[0] ?? null,
    visitTypes,
    urgencies: valuesIn(shape, "results", "urgency"),
    languages: options.languages,
  });
  const planted = new Set(hard.flatMap(({ patients }) => patients)).size;
  for (const { name } of ROSTER_TABLES) {
    const columns = shape.get(name) ?? [];
    await plant(db, name, columns, hard);
    const invented =
      name === "events" ? "" : `${inventedSql(name, columns, people - planted, options)}\nUNION ALL\n`;
    const names = columns.map((column) => quotedName(column.name)).join(", ");
    await replaceRelation(db, name, "VIEW", `${invented}SELECT ${names} FROM ${quotedName(`hard_${name}`)}`);
  }
  return { hard };
}

/** FHIR has no resource that fits these; they stand beside a bulk export as CSV. */
const NOT_IN_FHIR: ReadonlySet<TableName> = new Set(["inquiries", "events"]);

/** Writes what `generateRoster` made, one file a table, and `hard-people.json` beside them. */
export async function writeRoster(
  db: Database,
  { hard }: GeneratedRoster,
  format: RosterFormat,
  folder: string,
  options: GenerateOptions,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  if (format === "fhir") files.push(...(await writeFhir(db, folder, options.shape)));
  for (const { name } of ROSTER_TABLES) {
    if (format === "fhir" && !NOT_IN_FHIR.has(name)) continue;
    const file = `${name}.${format === "parquet" ? "parquet" : "csv"}`;
    const columns = options.shape.get(name) ?? [];
    await db.run(copySql(name, columns, join(folder, file)));
    files.push(file);
  }
  const told = hard.map(({ kind, about, patients }) => ({ kind, about, patients }));
  const { people, seed, today } = options;
  const list = { format: "recare.hard-people/1", synthetic: true, people, seed, today, hard: told };
  writeFileSync(join(folder, "hard-people.json"), `${JSON.stringify(list, undefined, 2)}\n`);
  return [...files, "hard-people.json"];
}

function copySql(table: TableName, columns: readonly ShapedColumn[], path: string): string {
  const isParquet = path.endsWith(".parquet");
  const cells = columns.map((column) => {
    const name = quotedName(column.name);
    return isParquet ? name : `${csvCell(column, name)} AS ${name}`;
  });
  const how = isParquet ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER true";
  return `COPY (SELECT ${cells.join(", ")} FROM ${quotedName(table)}) TO ${sqlText(path)} (${how})`;
}

function csvCell({ type }: ShapedColumn, name: string): string {
  if (type === "yes-no") return `(CASE WHEN ${name} THEN 'yes' WHEN NOT ${name} THEN 'no' END)`;
  return type === "instant" ? `strftime(${name}, '%Y-%m-%d %H:%M:%S')` : name;
}

/** The people who are drawn, as a query: nothing is kept, so that ten million need no memory. */
function inventedSql(
  table: Exclude<TableName, "events">,
  columns: readonly ShapedColumn[],
  people: number,
  { seed, today, clinics, languages }: GenerateOptions,
): string {
  const population = POPULATIONS[table];
  const setting: Setting = { today, clinics, languages };
  const draws = new Draws(seed, table, "person * 10 + n");
  const isThere = `${draws.percent(population.share)} AND (n = 0 OR ${draws.percent(population.more)})`;
  const valuesOf = (name: string) => columns.find((column) => column.name === name)?.field?.values ?? [];
  const own = population.columns(draws, setting, valuesOf);
  const values = columns.map((column) => {
    const value =
      own[column.name] ?? (column.field === undefined ? "NULL" : drawnByType(column, draws, setting));
    return `CAST(${value} AS ${sqlType(column)}) AS ${quotedName(column.name)}`;
  });
  return [
    `SELECT ${values.join(",\n  ")}`,
    `FROM (SELECT person, n, ${draws.hashes().join(", ")}`,
    `  FROM (SELECT row_of // ${population.each} AS person, row_of % ${population.each} AS n FROM range(${people * population.each}) rows_of(row_of)))`,
    `WHERE ${isThere}`,
  ].join("\n");
}

/** The rows of hard people, whose further columns hold whatever keeps nobody out. */
async function plant(
  db: Database,
  table: TableName,
  columns: readonly ShapedColumn[],
  hard: readonly HardPerson[],
): Promise<void> {
  const name = `hard_${table}`;
  const empty = columns.map((column) => `CAST(NULL AS ${sqlType(column)}) AS ${quotedName(column.name)}`);
  await replaceRelation(db, name, "TABLE", `SELECT ${empty.join(", ")} WHERE 1 = 0`);
  const rows = hard.flatMap(({ rows }) => rows[table] ?? []);
  const filled = rows.map((row) =>
    columns.map((column): SqlValue => {
      const value = row[column.name];
      return value === undefined ? harmless(column) : value;
    }),
  );
  await db.insert(
    name,
    columns.map((column) => column.name),
    filled,
  );
}

function harmless({ type, field }: ShapedColumn): SqlValue {
  if (field === undefined) return null;
  switch (type) {
    case "yes-no":
      return false;
    case "code":
      return field.values[0] ?? null;
    case "list":
      return "|";
    default:
      return null;
  }
}

function valuesIn(shape: RosterShape, table: TableName, column: string): readonly string[] {
  return shape.get(table)?.find(({ name }) => name === column)?.field?.values ?? [];
}
