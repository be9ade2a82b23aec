import type { Database, SqlRow, SqlValue } from "../database/index.ts";
import { quotedName } from "../database/index.ts";
import type { FieldValue, TouchRecord } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { ROSTER_TABLES } from "../roster/index.ts";
import { chunks, listOf } from "./placeholders.ts";

type Rows = ReadonlyMap<string, SqlRow>;

/**
 * Reads what messages need of the people and records that touches are about: the fields that the plan reads, names and
 * addresses, and nothing else (45 CFR 164.502(b), minimum necessary).
 *
 * @returns by touch key; a person who is no longer in the roster has no record
 */
export async function recordsOf(
  db: Database,
  plan: Plan,
  touches: readonly Decision[],
): Promise<ReadonlyMap<string, TouchRecord>> {
  const table = ROSTER_TABLES.find(({ anchor }) => anchor === plan.audience.anchor);
  const key = table?.key ?? "patient_id";
  const fields = fieldsByRoot(plan);
  const patients = await read(
    db,
    "patients",
    "patient_id",
    [...PERSON, "portal_id", "clinic_id", ...CONFIDENTIAL],
    {
      fields: fields.get("patient"),
      ids: touches.map(({ patient_id }) => patient_id),
    },
  );
  const caregivers = await read(db, "caregivers", "caregiver_id", PERSON, {
    fields: fields.get("caregiver"),
    ids: touches.flatMap(({ recipient }) => (recipient === "patient" ? [] : [recipient])),
  });
  const anchors =
    table === undefined || table.name === "patients"
      ? patients
      : await read(db, table.name, key, ["clinic_id"], {
          fields: fields.get(plan.audience.anchor),
          ids: touches.map(({ anchor_id }) => anchor_id),
        });
  const records = new Map<string, TouchRecord>();
  for (const touch of touches) {
    const patient = patients.get(touch.patient_id);
    const anchor = anchors.get(touch.anchor_id);
    const caregiver = touch.recipient === "patient" ? undefined : caregivers.get(touch.recipient);
    const recipient = touch.recipient === "patient" ? patient : caregiver;
    if (touch.touch_key === null || patient === undefined || anchor === undefined || recipient === undefined)
      continue;
    const values = new Map<string, FieldValue>();
    take(values, "patient", patient, fields);
    take(values, plan.audience.anchor, anchor, fields);
    if (caregiver !== undefined) take(values, "caregiver", caregiver, fields);
    records.set(touch.touch_key, {
      fields: values,
      name: [recipient.first_name, recipient.middle_name, recipient.last_name].filter(isText).join(" "),
      postal: postalOf(recipient),
      portal: textOf(patient.portal_id),
      state: textOf(patient.state),
      clinic: touch.clinic_id ?? textOf(anchor.clinic_id) ?? textOf(patient.clinic_id),
    });
  }
  return records;
}

const PERSON = [
  ...["first_name", "last_name", "address_line_1", "address_line_2", "city", "state", "postal_code"],
  "address_returned",
];
const CONFIDENTIAL = ["middle_name", "confidential_channel", "confidential_address"];

interface PlanField {
  readonly column: string;
  readonly type: string;
}

/** Fields that the roster holds, by the word before the dot. What the product calculates is no column. */
function fieldsByRoot(plan: Plan): ReadonlyMap<string, readonly PlanField[]> {
  const byRoot = new Map<string, PlanField[]>();
  for (const { path, type, derived } of plan.audience.fields) {
    const [root = "", column = ""] = path.split(".");
    if (derived !== null || root === "clinic" || root === "caller") continue;
    byRoot.set(root, [...(byRoot.get(root) ?? []), { column, type }]);
  }
  return byRoot;
}

async function read(
  db: Database,
  table: string,
  key: string,
  columns: readonly string[],
  {
    fields = [],
    ids,
  }: { readonly fields?: readonly PlanField[] | undefined; readonly ids: readonly string[] },
): Promise<Rows> {
  const names = [...new Set([key, ...columns, ...fields.map(({ column }) => column)])];
  const found = new Map<string, SqlRow>();
  for (const some of chunks([...new Set(ids)], 1000)) {
    const { sql, values } = listOf("id", some);
    const rows = await db.rows(
      `SELECT ${names.map(quotedName).join(", ")} FROM ${table} WHERE ${key} IN (${sql})`,
      values,
    );
    for (const row of rows) found.set(String(row[key]), row);
  }
  return found;
}

function take(
  into: Map<string, FieldValue>,
  root: string,
  row: SqlRow,
  fields: ReadonlyMap<string, readonly PlanField[]>,
): void {
  for (const { column, type } of fields.get(root) ?? []) {
    const value = fieldValue(row[column], type);
    if (value !== undefined) into.set(`${root}.${column}`, value);
  }
}

function fieldValue(value: SqlValue | undefined, type: string): FieldValue | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type === "many-of") return String(value).split("|");
  return typeof value === "number" ? value : String(value);
}

/** Lines of a postal address; none where a part of it is missing or the last letter came back. */
function postalOf(row: SqlRow): readonly string[] {
  const own = textOf(row.confidential_address);
  if (row.confidential_channel === "letter" && own !== undefined) return oneLine(own);
  const [line1, line2, city, state, zip] = [
    "address_line_1",
    "address_line_2",
    "city",
    "state",
    "postal_code",
  ].map((column) => textOf(row[column]));
  if (row.address_returned === true || !line1 || !city || !state || !zip) return [];
  return [line1, ...(line2 === undefined ? [] : [line2]), `${city}, ${state} ${zip}`];
}

/** "PO Box 12, Springfield, IL 62701" as its lines; none where it does not end as an address of this country does. */
function oneLine(address: string): readonly string[] {
  const [, street, place] = /^(.+?),\s*([^,]+,\s*[A-Z]{2}\s+\d{5}(?:-\d{4})?)$/.exec(address.trim()) ?? [];
  return street === undefined || place === undefined ? [] : [...street.split(/,\s*/), place];
}

function textOf(value: SqlValue | undefined): string | undefined {
  return value === null || value === undefined || value === "" ? undefined : String(value);
}

function isText(value: SqlValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}
