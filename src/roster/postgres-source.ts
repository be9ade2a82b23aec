import { type Database, quotedName, sqlText } from "../database/index.ts";
import type { RosterMapping } from "../model/index.ts";
import { sqlType } from "./cells.ts";
import type { LoadedTable } from "./load.ts";
import { RosterProblem } from "./problem.ts";
import { type SourcedColumn, sourcedColumns } from "./read-table.ts";
import { qualified, type Relation } from "./relation.ts";
import { replaceRelation } from "./replace-relation.ts";
import { readTable, SET_ASIDE, setAside, unattributed } from "./set-aside.ts";
import type { RosterShape, ShapedColumn } from "./shape.ts";
import type { TableName } from "./table.ts";
import { ROSTER_TABLES } from "./tables.ts";

/**
 * Tables of the same PostgreSQL, in another schema, as views with the documented names and types. Its types are taken as
 * they are: PostgreSQL has no cast that fails softly, so a date that is kept as text is refused and not guessed at.
 *
 * @throws RosterProblem where a needed column is missing or of another type
 */
export async function readPostgres(schema: string, db: Database, shape: RosterShape, mapping: RosterMapping) {
  const [here] = await db.rows("SELECT CURRENT_SCHEMA() AS name");
  if (here?.name === schema) {
    throw new RosterProblem(
      `The roster cannot be in the schema ${schema}, where Recare keeps its own tables.`,
      "Give Recare a schema of its own, or name the roster's.",
    );
  }
  const tables: LoadedTable[] = [];
  for (const { name } of ROSTER_TABLES) {
    const columns = shape.get(name) ?? [];
    const relation = await relationIn(db, schema, mapping.tables.get(name)?.from?.value ?? name);
    if (relation === undefined && name === "patients") {
      throw new RosterProblem(
        `The schema ${schema} has no table patients.`,
        "Every roster has it. Where yours is called something else, say so under roster: in recare.yaml.",
      );
    }
    const sourced = relation ? sourcedColumns(name, columns, relation, mapping) : [];
    const sql = relation ? viewSql(name, sourced, relation, mapping) : emptySql(columns);
    await replaceRelation(db, `roster_${name}`, "VIEW", sql);
    if (name !== "patients") {
      await replaceRelation(db, name, "VIEW", `SELECT ${namesOf(columns)} FROM ${readTable(name)}`);
    }
    const [row] = await db.rows(`SELECT COUNT(*) AS n FROM ${readTable(name)}`);
    const held = sourced.flatMap(({ column, written }) => (written === undefined ? [] : [column.name]));
    tables.push({ table: name, shown: relation?.shown, held: new Set(held), rows: Number(row?.n ?? 0) });
  }
  const people = await setAside(db);
  await replaceRelation(
    db,
    "patients",
    "VIEW",
    `SELECT ${namesOf(shape.get("patients") ?? [])} FROM ${readTable("patients")} p
WHERE patient_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${SET_ASIDE} s WHERE s.patient_id = p.patient_id)`,
  );
  return { tables, setAside: people, unread: [], lost: await unattributed(db) };
}

async function relationIn(db: Database, schema: string, table: string): Promise<Relation | undefined> {
  const held = await db.rows(
    "SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = :schema AND table_name = :table ORDER BY ordinal_position",
    { schema, table },
  );
  if (held.length === 0) return undefined;
  return {
    shown: `${schema}.${table}`,
    sql: qualified(schema, table),
    columns: new Map(held.map(({ name, type }) => [String(name), String(type)])),
    isSlow: false,
  };
}

/** What each type of column may be in PostgreSQL, and how it is taken. */
function takenAs(
  { column, written, native }: SourcedColumn,
  values: ReadonlyMap<string, string>,
): string | undefined {
  if (written === undefined) return `CAST(NULL AS ${sqlType(column)})`;
  const name = quotedName(written);
  const isText = /^(?:text|character varying|character|uuid)$/.test(native ?? "");
  switch (column.type) {
    case "text":
    case "code": {
      if (!isText && !/^(?:integer|bigint|smallint)$/.test(native ?? "")) return undefined;
      const cell = textCell(name);
      const meant = valuesSql(cell, values);
      if (column.values === undefined) return meant;
      return `(CASE WHEN ${meant} IN (${column.values.map(sqlText).join(", ")}) THEN ${meant} END)`;
    }
    case "list":
      if (native === "ARRAY")
        return `('|' || array_to_string(${name}, '|') || CASE WHEN cardinality(${name}) = 0 THEN '' ELSE '|' END)`;
      return isText
        ? `(CASE WHEN ${textCell(name)} = '|' THEN '|' ELSE '|' || btrim(${textCell(name)}, '|') || '|' END)`
        : undefined;
    case "date":
      return native === "date" ? name : undefined;
    case "instant":
      if (native === "timestamp with time zone") return `date_trunc('second', ${name} AT TIME ZONE 'UTC')`;
      return native === "timestamp without time zone" ? `date_trunc('second', ${name})` : undefined;
    case "yes-no":
      return native === "boolean" ? name : undefined;
    case "number":
      return /^(?:numeric|integer|bigint|smallint)$/.test(native ?? "")
        ? `CAST(${name} AS DECIMAL(18, 6))`
        : undefined;
  }
}

function textCell(name: string): string {
  const trimmed = `btrim(CAST(${name} AS VARCHAR), E' \\t\\r\\n')`;
  return `(CASE WHEN ${trimmed} = '' OR lower(${trimmed}) = 'unknown' THEN NULL ELSE ${trimmed} END)`;
}

function valuesSql(cell: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return cell;
  const cases = [...values].map(([written, code]) => `WHEN ${sqlText(written)} THEN ${sqlText(code)}`);
  return `(CASE ${cell} ${cases.join(" ")} ELSE ${cell} END)`;
}

function viewSql(
  table: TableName,
  sourced: readonly SourcedColumn[],
  relation: Relation,
  mapping: RosterMapping,
): string {
  const values = sourced.map((source) => {
    const taken = takenAs(source, mapping.tables.get(table)?.values.get(source.column.name) ?? new Map());
    if (taken !== undefined) return { source, taken };
    throw new RosterProblem(
      `${relation.shown}.${source.written} is ${source.native}, and ${table}.${source.column.name} is ${source.column.type}.`,
      `Make a view in which it is ${sqlType(source.column)}, and name the view under roster: in recare.yaml.`,
    );
  });
  const unread = values.map(({ source: { column, written }, taken }) => {
    const isUnread =
      column.values && written !== undefined
        ? `${textCell(quotedName(written))} IS NOT NULL AND ${taken} IS NULL`
        : "FALSE";
    return `CASE WHEN ${column.required ? `${taken} IS NULL` : isUnread} THEN ${sqlText(column.name)} END`;
  });
  const typed = values.map(({ source: { column }, taken }) => `${taken} AS ${quotedName(column.name)}`);
  return `SELECT CAST(NULL AS BIGINT) AS recare_row, ${typed.join(", ")}, concat_ws(',', ${unread.join(", ")}) AS recare_unread FROM ${relation.sql}`;
}

function emptySql(columns: readonly ShapedColumn[]): string {
  const empty = columns.map((column) => `CAST(NULL AS ${sqlType(column)}) AS ${quotedName(column.name)}`);
  return `SELECT CAST(NULL AS BIGINT) AS recare_row, ${empty.join(", ")}, CAST('' AS VARCHAR) AS recare_unread WHERE 1 = 0`;
}

function namesOf(columns: readonly ShapedColumn[]): string {
  return columns.map(({ name }) => quotedName(name)).join(", ");
}
