import { join } from "node:path";
import { type Database, quotedName, type SqlValue } from "../../database/index.ts";
import type { Relation } from "../relation.ts";
import { replaceRelation } from "../replace-relation.ts";
import type { RosterSource } from "../source.ts";
import type { TableName } from "../table.ts";
import { carePlanRow, orderRow, prescriptionRow, procedureRow, resultRow, visitRow } from "./care.ts";
import { consentRows } from "./consent.ts";
import { resourcesOf } from "./ndjson.ts";
import { caregiverRow, patientRow } from "./people.ts";
import type { Resource, TextRow } from "./resource.ts";

type Reader = (resource: Resource) => readonly (TextRow | undefined)[];

/** FHIR R4 resources that are read, and the table that each becomes rows of. All others are left alone. */
const READERS: ReadonlyMap<string, readonly [TableName, Reader]> = new Map<
  string,
  readonly [TableName, Reader]
>([
  ["Patient", ["patients", (resource) => [patientRow(resource)]]],
  ["RelatedPerson", ["caregivers", (resource) => [caregiverRow(resource)]]],
  ["Appointment", ["visits", (resource) => [visitRow(resource)]]],
  ["DiagnosticReport", ["results", (resource) => [resultRow(resource)]]],
  ["CarePlan", ["care_plans", (resource) => [carePlanRow(resource)]]],
  ["MedicationRequest", ["prescriptions", (resource) => [prescriptionRow(resource)]]],
  ["Procedure", ["procedures", (resource) => [procedureRow(resource)]]],
  ["ServiceRequest", ["orders", (resource) => [orderRow(resource)]]],
  ["Consent", ["consents", consentRows]],
]);

const BATCH = 20_000;

/** Reads a bulk export (NDJSON, FHIR R4) into tables of text, one for each table of the roster that it has. */
export async function readFhir(
  { folder, files }: Extract<RosterSource, { kind: "fhir" }>,
  db: Database,
): Promise<ReadonlyMap<TableName, Relation>> {
  const tables = new Map<TableName, FhirTable>();
  for (const file of files) {
    for await (const { line, resource } of resourcesOf(join(folder, file), file)) {
      const [name, read] = READERS.get(String(resource.resourceType)) ?? [];
      if (name === undefined || read === undefined) continue;
      const rows = read(resource).filter((row) => row !== undefined);
      if (rows.length === 0) continue;
      const table = tables.get(name) ?? new FhirTable(name);
      tables.set(name, table);
      for (const row of rows) table.add(file, line, row);
      if (table.waiting >= BATCH) await table.flush(db);
    }
  }
  const relations = new Map<TableName, Relation>();
  for (const [name, table] of tables) relations.set(name, await table.relation(db));
  return relations;
}

/** Rows of one table on their way into the database. Columns appear as resources mention them. */
class FhirTable {
  private readonly columns = new Map<string, string>();
  private rows: { readonly line: number; readonly row: TextRow }[] = [];
  private readonly files = new Set<string>();
  private isMade = false;
  private readonly kept: string;

  constructor(name: TableName) {
    this.kept = `roster_fhir_${name}`;
  }

  get waiting(): number {
    return this.rows.length;
  }

  add(file: string, line: number, row: TextRow): void {
    this.files.add(file);
    this.rows.push({ line, row });
  }

  async flush(db: Database): Promise<void> {
    for (const { row } of this.rows) {
      for (const name of Object.keys(row)) {
        if (this.columns.has(name)) continue;
        this.columns.set(name, "VARCHAR");
        if (this.isMade)
          await db.run(`ALTER TABLE ${quotedName(this.kept)} ADD COLUMN ${quotedName(name)} VARCHAR`);
      }
    }
    const names = [...this.columns.keys()];
    if (!this.isMade) {
      const typed = [
        "CAST(NULL AS BIGINT) AS recare_row",
        ...names.map((name) => `CAST(NULL AS VARCHAR) AS ${quotedName(name)}`),
      ];
      await replaceRelation(db, this.kept, "TABLE", `SELECT ${typed.join(", ")} WHERE 1 = 0`);
      this.isMade = true;
    }
    const rows = this.rows.map(({ line, row }): SqlValue[] => [
      line,
      ...names.map((name) => row[name] ?? null),
    ]);
    await db.insert(this.kept, ["recare_row", ...names], rows);
    this.rows = [];
  }

  async relation(db: Database): Promise<Relation> {
    await this.flush(db);
    return {
      shown: [...this.files].join(", "),
      sql: `(SELECT * FROM ${quotedName(this.kept)})`,
      columns: this.columns,
      isSlow: true,
    };
  }
}
