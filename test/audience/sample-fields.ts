import type { FieldSpec, FieldType } from "../../src/audience/index.ts";

const declaredAt = { file: "library/fields.yaml", start: 0, end: 0 };

function field(path: string, type: FieldType, blankMeansNo = false): [string, FieldSpec] {
  return [path, { path, type, blankMeansNo, declaredAt }];
}

/** A field of every type. */
export const FIELDS: ReadonlyMap<string, FieldSpec> = new Map([
  field("visit.status", { kind: "one-of", values: ["booked", "completed", "missed", "cancelled"] }),
  field("visit.type", { kind: "one-of", values: ["primary-care", "annual-exam", "imaging"] }),
  field("visit.date", { kind: "date" }),
  field("visit.booked_on", { kind: "date" }),
  field("visit.rebooked", { kind: "yes-no" }),
  field("visit.slot", { kind: "text" }),
  field("patient.hospice", { kind: "yes-no" }, true),
  field("patient.state", { kind: "code" }),
  field("patient.age", { kind: "number" }),
  field("patient.needs", { kind: "many-of", values: ["interpreter", "step-free", "relay"] }),
  field("patient.allergies", { kind: "many-of", values: ["latex", "non-latex", "latex-2", "dye_2%"] }, true),
  field("patient.first_name", { kind: "name" }),
  field("clinic.phone", { kind: "phone" }),
]);
