import { sqlText } from "../database/index.ts";

/** `('a', 'b')` */
export function sqlList(texts: readonly string[]): string {
  return `(${texts.map(sqlText).join(", ")})`;
}

/** Instants, days and switches are bound at each tick; the cast tells every engine what they are. */
export const NOW = "CAST(:now AS TIMESTAMP)";
export const TODAY = "CAST(:today AS DATE)";

/** One of a text's codes, which stand between bars. */
export function hasCode(column: string, code: string): string {
  return `(${column} IS NOT NULL AND ${column} LIKE ${sqlText(`%|${code.replaceAll(/[!%_]/g, "!$&")}|%`)} ESCAPE '!')`;
}

/** `MAX` of a condition over a group, as a number: 1 where it holds for any row. */
export function anyRow(condition: string): string {
  return `MAX(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

/** The latest instant at which a condition holds. */
export function latest(instant: string, condition: string): string {
  return `MAX(CASE WHEN ${condition} THEN ${instant} END)`;
}

/** Text compared by its bytes, on every engine. */
export function bytes(column: string): string {
  return `${column} COLLATE "C"`;
}

/** Lines of SQL, each a step further in. */
export function indented(sql: string, by = "  "): string {
  return sql.replaceAll(/^(?=.)/gm, by);
}
