import { contactColumns } from "./contact.ts";
import { at, dayOf, extraColumns, idOf, type Resource, recordsAt, type TextRow, textAt } from "./resource.ts";

/** Patient → a row of patients. */
export function patientRow(patient: Resource): TextRow {
  const isMerged = recordsAt(patient, "link").some((link) => textAt(link, "type") === "replaced-by");
  return {
    patient_id: textAt(patient, "id"),
    clinic_id: idOf(at(patient, "managingOrganization"), "Organization"),
    status: isMerged ? "merged" : patient.active === false ? "inactive" : "active",
    birth_date: dayOf(textAt(patient, "birthDate")),
    deceased: deceased(patient),
    ...contactColumns(patient),
    ...extraColumns(patient),
  };
}

/** A day of death is a death. */
function deceased({ deceasedBoolean, deceasedDateTime }: Resource): string | undefined {
  if (deceasedDateTime !== undefined) return "yes";
  return typeof deceasedBoolean === "boolean" ? (deceasedBoolean ? "yes" : "no") : undefined;
}

/** RelatedPerson → a row of caregivers. What they may do FHIR does not say: the extension `…/field/permission` does. */
export function caregiverRow(person: Resource): TextRow {
  const { permission, ...further } = extraColumns(person);
  return {
    caregiver_id: textAt(person, "id"),
    patient_id: idOf(at(person, "patient"), "Patient"),
    relationship:
      textAt(person, "relationship", 0, "coding", 0, "code") ?? textAt(person, "relationship", 0, "text"),
    permission: person.active === false ? undefined : permission,
    permission_from: dayOf(textAt(person, "period", "start")),
    permission_until: dayOf(textAt(person, "period", "end")),
    ...contactColumns(person),
    ...further,
  };
}
