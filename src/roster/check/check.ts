import type { IsoDate } from "../../calendar/index.ts";
import type { Database } from "../../database/index.ts";
import type { RosterMapping } from "../../model/index.ts";
import type { Plan } from "../../plan/index.ts";
import { type LoadedRoster, readRoster } from "../load.ts";
import { RosterProblem } from "../problem.ts";
import { readTable } from "../set-aside.ts";
import type { RosterShape, ShapeConflict } from "../shape.ts";
import type { RosterSource } from "../source.ts";
import { ROSTER_TABLES } from "../tables.ts";
import { codeChecks, type KnownNames } from "./codes.ts";
import { contactChecks, keepNoNumbers } from "./contacts.ts";
import { dateChecks } from "./dates.ts";
import { duplicateCheck } from "./duplicates.ts";
import type { RosterFinding } from "./finding.ts";
import { type CampaignReach, keepLatestConsent, reachOf } from "./reach.ts";
import { belongingChecks, readableChecks } from "./readable.ts";
import { findRows, QUALIFYING, type RowCheck } from "./row-check.ts";

export interface CheckOptions {
  readonly today: IsoDate;
  readonly shape: RosterShape;
  readonly mapping: RosterMapping;
  readonly conflicts: readonly ShapeConflict[];
  readonly plans: readonly Plan[];
  readonly known: KnownNames;
  /** Findings name the values that they are about, which may name people: never in a CI log. */
  readonly showValues: boolean;
}

export interface RosterReport {
  readonly people: number;
  readonly setAside: number;
  readonly tables: LoadedRoster["tables"];
  readonly findings: readonly RosterFinding[];
  readonly reach: readonly CampaignReach[];
}

const SEVERITIES = ["error", "warning", "info"] as const;

/**
 * Everything that is wrong with a roster, with what each costs in reach. Nothing is sent. A roster that cannot be read at all
 * is a finding too.
 *
 * @param db where it is read: an engine of its own, or of PostgreSQL the server whose schema it is; used up
 */
export async function checkRoster(
  db: Database,
  source: RosterSource,
  options: CheckOptions,
): Promise<RosterReport> {
  try {
    return await checkIn(db, source, options);
  } catch (error) {
    if (!(error instanceof RosterProblem)) throw error;
    return { people: 0, setAside: 0, tables: [], findings: [unreadable(error)], reach: [] };
  }
}

async function checkIn(db: Database, source: RosterSource, options: CheckOptions): Promise<RosterReport> {
  const { shape, mapping, plans, today, showValues } = options;
  const loaded = await readRoster(source, db, { shape, mapping });
  await db.run(`CREATE TEMP TABLE ${QUALIFYING} (campaign VARCHAR, patient_id VARCHAR)`);
  await keepLatestConsent(db);
  const reach: CampaignReach[] = [];
  for (const plan of plans) reach.push(await reachOf(db, plan, today));
  await keepNoNumbers(db);
  const findings: RosterFinding[] = [...loaded.unread.map(unreadFile), ...options.conflicts.map(conflict)];
  for (const check of await checksFor(db, options)) {
    if (isEmpty(check, loaded)) continue;
    const found = await findRows(db, check, { loaded, showValues });
    if (found !== undefined) findings.push(found);
  }
  const people = loaded.tables.find(({ table }) => table === "patients")?.rows ?? 0;
  return { people, setAside: loaded.setAside, tables: loaded.tables, findings: sorted(findings), reach };
}

/** Nothing can be wrong with a column that is not there, or a table without rows. */
function isEmpty({ check, table, column }: RowCheck, loaded: LoadedRoster): boolean {
  const { rows = 0, held } = loaded.tables.find((each) => each.table === table) ?? {};
  return rows === 0 || (check !== "unreadable-value" && column !== null && held?.has(column) !== true);
}

/** The checks that can find anything: columns that are read without a mistake need no query of their own. */
async function checksFor(db: Database, { shape, today, known }: CheckOptions): Promise<readonly RowCheck[]> {
  const unread = new Set<string>();
  for (const { name } of ROSTER_TABLES) {
    const rows = await db.rows(
      `SELECT DISTINCT recare_unread AS columns FROM ${readTable(name)} WHERE recare_unread <> ''`,
    );
    for (const { columns } of rows)
      for (const column of String(columns).split(",")) unread.add(`${name}.${column}`);
  }
  const readable = readableChecks(shape).filter(
    ({ check, table, column }) => check !== "unreadable-value" || unread.has(`${table}.${column}`),
  );
  return [
    ...belongingChecks(),
    ...readable,
    ...codeChecks(shape, known),
    ...dateChecks(shape, today),
    ...contactChecks(today),
    duplicateCheck(),
  ];
}

function sorted(findings: readonly RosterFinding[]): readonly RosterFinding[] {
  const table = ({ table: name }: RosterFinding) => ROSTER_TABLES.findIndex((each) => each.name === name);
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
        table(a.finding) - table(b.finding) ||
        a.index - b.index,
    )
    .map(({ finding }) => finding);
}

const NO_ROWS = { rows: 0, people: 0, places: [], costs: [] } as const;

function unreadable({ message, remedy }: RosterProblem): RosterFinding {
  return {
    ...NO_ROWS,
    check: "unreadable-table",
    severity: "error",
    table: null,
    shown: null,
    column: null,
    message,
    remedy,
  };
}

function unreadFile(file: string): RosterFinding {
  return {
    ...NO_ROWS,
    check: "unread-file",
    severity: "warning",
    table: null,
    shown: file,
    column: null,
    message: "This file is not read: it has the name of no table.",
    remedy:
      "Rename it, or say under roster > tables > … > from in recare.yaml which table it holds. docs/roster.md lists them.",
  };
}

function conflict({ field, documented }: ShapeConflict): RosterFinding {
  return {
    ...NO_ROWS,
    check: "declared-otherwise",
    severity: "error",
    table: null,
    shown: "library/fields.yaml",
    column: field.path,
    message: `${field.path} is declared as ${field.type}, and the roster has it as ${documented}.`,
    remedy: `Declare it as ${documented === "code" ? "code or one-of" : documented}, or ask for another field.`,
  };
}
