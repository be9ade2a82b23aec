/** An adult of Springfield with a phone and an email address of their own. */
export const person = (id: string, more = {}) => ({
  patient_id: id,
  birth_date: "1980-01-01",
  phone: `+1217555${id.slice(1).padStart(4, "0")}`,
  email: `${id}@example.test`,
  state: "IL",
  clinic_id: "maple_north",
  moved_care: false,
  time_zone: "America/Chicago",
  ...more,
});
/** A visit that the patient missed. */
export const missed = (id: string, patient: string, date = "2026-11-20") => ({
  visit_id: id,
  patient_id: patient,
  status: "missed",
  type: "primary-care",
  date,
  created_at: "2026-10-01 10:00:00",
});
/** Consent to text messages. */
export const agreed = (patient: string) => ({
  patient_id: patient,
  channel: "sms",
  state: "granted",
  recorded_at: "2026-01-01 00:00:00",
});
