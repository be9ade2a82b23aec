import { CARE_PLANS, INQUIRIES, ORDERS, PRESCRIPTIONS, PROCEDURES, RESULTS, VISITS } from "./anchors.ts";
import { CONSENTS, EVENTS } from "./facts.ts";
import { CAREGIVERS, PATIENTS } from "./people.ts";
import type { Column, RosterTable, TableName } from "./table.ts";

/** Every table of a roster, in the order of their documentation. docs/roster.md is written from it. */
export const ROSTER_TABLES: readonly RosterTable[] = [
  PATIENTS,
  CAREGIVERS,
  VISITS,
  RESULTS,
  CARE_PLANS,
  PRESCRIPTIONS,
  PROCEDURES,
  ORDERS,
  INQUIRIES,
  CONSENTS,
  EVENTS,
];

const byName = new Map(ROSTER_TABLES.map((table) => [table.name, table]));

/** A table by its name. */
export function rosterTable(name: TableName): RosterTable {
  const table = byName.get(name);
  if (table === undefined) throw new Error(`the roster has no table ${name}`);
  return table;
}

/**
 * The table of a field's records, by the word before the dot.
 *
 * @example tableOfRoot("care_plan")?.name // "care_plans"
 */
export function tableOfRoot(root: string): RosterTable | undefined {
  return ROSTER_TABLES.find((table) => table.root === root);
}

/** A documented column of a table. */
export function columnOf(table: RosterTable, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
