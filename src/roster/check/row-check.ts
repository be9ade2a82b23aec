import type { Database } from "../../database/index.ts";
import type { LoadedRoster } from "../load.ts";
import { keepTemporarily } from "../replace-relation.ts";
import type { TableName } from "../table.ts";
import type { RosterCheck, RosterFinding, RosterPlace, RosterSeverity } from "./finding.ts";

/** A check that is one query: every row that it gives is one that is wrong. */
export interface RowCheck {
  readonly check: RosterCheck;
  readonly severity: RosterSeverity;
  readonly table: TableName;
  readonly column: string | null;
  /** Gives `recare_row`, `row_id`, `patient_id` and `row_value`, the last two as text. */
  readonly sql: string;
  /** In one sentence, for so many rows of so many people. */
  says(rows: number, people: number): string;
  readonly remedy: string;
}

/** So many rows are named. */
export const NAMED_ROWS = 5;

/** People who would be written to, were every row as it is read: `campaign, patient_id`. */
export const QUALIFYING = "roster_qualifying";

const AFFECTED = "roster_affected";

/** Runs a check; nothing where no row is wrong. */
export async function findRows(
  db: Database,
  { check, severity, table, column, sql, says, remedy }: RowCheck,
  { loaded, showValues }: { readonly loaded: LoadedRoster; readonly showValues: boolean },
): Promise<RosterFinding | undefined> {
  await keepTemporarily(db, AFFECTED, sql);
  const [count] = await db.rows(
    `SELECT COUNT(*) AS n, COUNT(DISTINCT patient_id) AS people FROM ${AFFECTED}`,
  );
  const rows = Number(count?.n ?? 0);
  if (rows === 0) return undefined;
  const people = Number(count?.people ?? 0);
  return {
    check,
    severity,
    table,
    shown: loaded.tables.find((each) => each.table === table)?.shown ?? null,
    column,
    message: says(rows, people),
    remedy,
    rows,
    people,
    places: await firstPlaces(db, showValues),
    costs: await costs(db),
  };
}

async function firstPlaces(db: Database, showValues: boolean): Promise<readonly RosterPlace[]> {
  const rows = await db.rows(
    `SELECT recare_row, row_id, row_value FROM ${AFFECTED} ORDER BY recare_row, row_id COLLATE "C" LIMIT ${NAMED_ROWS}`,
  );
  return rows.map(({ recare_row, row_id, row_value }) => ({
    row: recare_row === null || recare_row === undefined ? null : Number(recare_row),
    id: row_id === null || row_id === undefined ? null : String(row_id),
    value: showValues && row_value !== null && row_value !== undefined ? String(row_value) : null,
  }));
}

async function costs(db: Database): Promise<RosterFinding["costs"]> {
  const rows = await db.rows(
    `SELECT q.campaign AS campaign, COUNT(DISTINCT a.patient_id) AS people, MAX(t.total) AS total
FROM ${QUALIFYING} q JOIN ${AFFECTED} a ON a.patient_id = q.patient_id
JOIN (SELECT campaign, COUNT(*) AS total FROM ${QUALIFYING} GROUP BY campaign) t ON t.campaign = q.campaign
GROUP BY q.campaign ORDER BY q.campaign COLLATE "C"`,
  );
  return rows.map(({ campaign, people, total }) => ({
    campaign: String(campaign),
    people: Number(people),
    of: Number(total),
  }));
}

/** "1 value", "1,204 values". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
