import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Database, quotedName, type SqlRow } from "../../database/index.ts";
import type { RosterShape } from "../shape.ts";
import type { TableName } from "../table.ts";
import { FIELD_EXTENSION, type Json, type Resource } from "./resource.ts";

type Writer = (row: SqlRow) => Resource;

const ref = (type: string, id: SqlRow[string] | undefined): Json => ({ reference: `${type}/${id}` });
const instant = (at: SqlRow[string] | undefined): Json =>
  typeof at === "string" ? `${at.replace(" ", "T")}Z` : null;
const code = (value: SqlRow[string] | undefined): Json =>
  value == null ? null : { coding: [{ code: value }] };

/** The roster's status → FHIR's, the other way round than it is read. */
const STATUS: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  visits: { booked: "booked", completed: "fulfilled", missed: "noshow", cancelled: "cancelled" },
  results: { pending: "registered", released: "final", withdrawn: "cancelled" },
  care_plans: { active: "active", on_hold: "on-hold", closed: "completed" },
  prescriptions: { active: "active", ended: "completed", renewed: "completed", stopped: "stopped" },
  procedures: { planned: "preparation", done: "completed", cancelled: "not-done" },
  orders: { open: "active", completed: "completed", booked: "active", cancelled: "revoked" },
};

function status(table: TableName, row: SqlRow): Json {
  return STATUS[table]?.[String(row.status)] ?? "unknown";
}

function person(row: SqlRow): Resource {
  const telecom = (["phone", "email"] as const).flatMap((system): Json[] =>
    row[system] == null ? [] : [{ system, value: row[system], use: system === "phone" ? "mobile" : "home" }],
  );
  return {
    name: [
      {
        use: "official",
        family: row.last_name ?? null,
        given: [row.first_name ?? null, row.middle_name ?? null],
      },
    ],
    telecom,
    address: [
      {
        use: "home",
        line: [row.address_line_1 ?? null, row.address_line_2 ?? null],
        city: row.city ?? null,
        state: row.state ?? null,
        postalCode: row.postal_code ?? null,
        extension:
          row.time_zone == null
            ? null
            : [{ url: "http://hl7.org/fhir/StructureDefinition/timezone", valueCode: row.time_zone }],
      },
    ],
    communication:
      row.language == null ? null : [{ language: { coding: [{ code: row.language }] }, preferred: true }],
  };
}

/** Which resource a table's rows become, how, and the columns that have a place in it: all others are extensions. */
const WRITERS: readonly (readonly [TableName, string, readonly string[], Writer])[] = [
  [
    "patients",
    "Patient",
    [
      "patient_id",
      "clinic_id",
      "status",
      "birth_date",
      "deceased",
      "first_name",
      "middle_name",
      "last_name",
      "phone",
      "email",
      "address_line_1",
      "address_line_2",
      "city",
      "state",
      "postal_code",
      "time_zone",
      "language",
    ],
    (row) => ({
      id: row.patient_id ?? null,
      active: row.status !== "inactive",
      managingOrganization: row.clinic_id == null ? null : ref("Organization", row.clinic_id),
      birthDate: row.birth_date ?? null,
      deceasedBoolean: row.deceased ?? null,
      ...person(row),
    }),
  ],
  [
    "caregivers",
    "RelatedPerson",
    [
      "caregiver_id",
      "patient_id",
      "relationship",
      "permission_from",
      "permission_until",
      "first_name",
      "middle_name",
      "last_name",
      "phone",
      "email",
      "address_line_1",
      "address_line_2",
      "city",
      "state",
      "postal_code",
      "time_zone",
      "language",
    ],
    (row) => ({
      id: row.caregiver_id ?? null,
      active: true,
      patient: ref("Patient", row.patient_id),
      relationship: [{ text: row.relationship ?? null }],
      period: { start: row.permission_from ?? null, end: row.permission_until ?? null },
      ...person(row),
    }),
  ],
  [
    "visits",
    "Appointment",
    ["visit_id", "patient_id", "clinic_id", "status", "type", "starts_at", "created_at"],
    (row) => ({
      id: row.visit_id ?? null,
      status: status("visits", row),
      appointmentType: code(row.type),
      start: instant(row.starts_at),
      created: instant(row.created_at),
      participant: [
        { actor: ref("Patient", row.patient_id), status: "accepted" },
        ...(row.clinic_id == null ? [] : [{ actor: ref("Location", row.clinic_id), status: "accepted" }]),
      ],
    }),
  ],
  [
    "results",
    "DiagnosticReport",
    ["result_id", "patient_id", "status", "type", "order_id", "created_at"],
    (row) => ({
      id: row.result_id ?? null,
      status: status("results", row),
      code: code(row.type),
      subject: ref("Patient", row.patient_id),
      issued: instant(row.created_at),
      basedOn: row.order_id == null ? null : [ref("ServiceRequest", row.order_id)],
    }),
  ],
  [
    "care_plans",
    "CarePlan",
    ["care_plan_id", "patient_id", "status", "type", "started_on", "created_at"],
    (row) => ({
      id: row.care_plan_id ?? null,
      status: status("care_plans", row),
      intent: "plan",
      category: [code(row.type)],
      subject: ref("Patient", row.patient_id),
      period: { start: row.started_on ?? null },
      created: instant(row.created_at),
    }),
  ],
  [
    "prescriptions",
    "MedicationRequest",
    ["prescription_id", "patient_id", "status", "type", "ends_on", "care_plan_id", "created_at"],
    (row) => ({
      id: row.prescription_id ?? null,
      status: status("prescriptions", row),
      intent: "order",
      medicationCodeableConcept: code(row.type),
      subject: ref("Patient", row.patient_id),
      authoredOn: instant(row.created_at),
      dispenseRequest: { validityPeriod: { end: row.ends_on ?? null } },
      basedOn: row.care_plan_id == null ? null : [ref("CarePlan", row.care_plan_id)],
    }),
  ],
  [
    "procedures",
    "Procedure",
    ["procedure_id", "patient_id", "status", "type", "done_on", "created_at"],
    (row) => ({
      id: row.procedure_id ?? null,
      meta: { lastUpdated: instant(row.created_at) },
      status: status("procedures", row),
      code: code(row.type),
      subject: ref("Patient", row.patient_id),
      performedDateTime: row.done_on ?? null,
    }),
  ],
  [
    "orders",
    "ServiceRequest",
    ["order_id", "patient_id", "status", "type", "due_on", "created_at"],
    (row) => ({
      id: row.order_id ?? null,
      status: status("orders", row),
      intent: "order",
      code: code(row.type),
      subject: ref("Patient", row.patient_id),
      authoredOn: instant(row.created_at),
      occurrenceDateTime: row.due_on ?? null,
    }),
  ],
  [
    "consents",
    "Consent",
    ["patient_id", "channel", "state", "recorded_at", "wording"],
    (row) => ({
      status: "active",
      patient: ref("Patient", row.patient_id),
      dateTime: instant(row.recorded_at),
      policy: [{ uri: row.wording ?? null }],
      provision: {
        type: row.state === "granted" ? "permit" : "deny",
        code: [{ coding: [{ system: "https://recare.dev/fhir/channel", code: row.channel ?? null }] }],
      },
    }),
  ],
];

/** Writes the tables as a FHIR R4 bulk export: one NDJSON file for each kind of resource. */
export async function writeFhir(
  db: Database,
  folder: string,
  shape: RosterShape,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [table, resourceType, placed, write] of WRITERS) {
    const columns = shape.get(table) ?? [];
    const further = columns.map(({ name }) => name).filter((name) => !placed.includes(name));
    const names = columns.map(({ name }) => quotedName(name)).join(", ");
    const file = openSync(join(folder, `${resourceType}.ndjson`), "w");
    try {
      for await (const rows of db.batches(`SELECT ${names} FROM ${quotedName(table)}`)) {
        const lines = rows.map((row) => {
          const extension = further.flatMap((name) => extensionsOf(name, row[name] ?? null));
          return `${JSON.stringify({ resourceType, ...write(row), ...(extension.length > 0 && { extension }) }, withoutNull)}\n`;
        });
        writeSync(file, lines.join(""));
      }
    } finally {
      closeSync(file);
    }
    files.push(`${resourceType}.ndjson`);
  }
  return files;
}

function extensionsOf(column: string, value: SqlRow[string]): Json[] {
  const url = `${FIELD_EXTENSION}${column}`;
  if (value === null) return [];
  if (typeof value === "boolean") return [{ url, valueBoolean: value }];
  return [{ url, valueString: String(value) }];
}

/** FHIR knows no null, save where lists are matched up. */
function withoutNull(_: string, value: Json): Json | undefined {
  if (Array.isArray(value)) return value.filter((member: Json) => member !== null);
  return value === null ? undefined : value;
}
