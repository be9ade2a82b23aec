import { type Database, quotedName } from "../database/index.ts";
import { replaceRelation } from "./replace-relation.ts";
import type { TableName } from "./table.ts";
import { ROSTER_TABLES } from "./tables.ts";

/** Where a table is kept as it was read: with the rows of its file, and what could not be read in them. */
export function readTable(table: TableName): string {
  return quotedName(`roster_${table}`);
}

/** People whom nobody writes to until their rows are mended. */
export const SET_ASIDE = quotedName("roster_set_aside");

/**
 * Sets everybody aside of whom a row cannot be read in full, or whose rows two share a number: a status, a consent or a
 * date that nobody can read must not count as none.
 *
 * @returns how many people that is
 */
export async function setAside(db: Database): Promise<number> {
  const unread = ROSTER_TABLES.map(
    ({ name }) =>
      `SELECT patient_id FROM ${readTable(name)} WHERE recare_unread <> '' AND patient_id IS NOT NULL`,
  );
  const doubled = ROSTER_TABLES.flatMap(({ name, key }) => {
    // An event that is sent again changes nothing.
    if (key === undefined || name === "events") return [];
    const id = quotedName(key);
    const twice = `SELECT ${id} FROM ${readTable(name)} WHERE ${id} IS NOT NULL GROUP BY ${id} HAVING COUNT(*) > 1`;
    return [`SELECT patient_id FROM ${readTable(name)} WHERE ${id} IN (${twice}) AND patient_id IS NOT NULL`];
  });
  await replaceRelation(db, "roster_set_aside", "TABLE", [...unread, ...doubled].join("\nUNION\n"));
  const [row] = await db.rows(`SELECT COUNT(*) AS people FROM ${SET_ASIDE}`);
  return Number(row?.people ?? 0);
}

/** Rows that do not tell whose they are: how many, and the first; tables of a server have no numbers of rows. */
export interface RowsOfNobody {
  readonly rows: number;
  readonly first: number | undefined;
}

/** Rows that cannot be read and do not tell whose they are, by table. */
export async function unattributed(db: Database): Promise<ReadonlyMap<TableName, RowsOfNobody>> {
  const found = new Map<TableName, RowsOfNobody>();
  for (const { name } of ROSTER_TABLES) {
    const [row] = await db.rows(
      `SELECT COUNT(*) AS n, MIN(recare_row) AS first_row FROM ${readTable(name)} WHERE patient_id IS NULL`,
    );
    const rows = Number(row?.n ?? 0);
    const first = row?.first_row;
    if (rows > 0) found.set(name, { rows, first: first == null ? undefined : Number(first) });
  }
  return found;
}
