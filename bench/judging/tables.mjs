// The roster that judging is measured on: which columns are in its files, and which the judge reads.

/** Columns of the files; the other columns of the roster's tables are blank. */
export const IN_FILES = {
  patients: [
    "patient_id",
    "clinic_id",
    "status",
    "birth_date",
    "deceased",
    "moved_care",
    "open_complaint",
    "hospice",
    "first_name",
    "language",
    "phone",
    "email",
    "state",
    "time_zone",
  ],
  visits: ["visit_id", "patient_id", "clinic_id", "status", "type", "date", "created_at"],
  consents: ["patient_id", "channel", "state", "recorded_at"],
  events: ["event_id", "patient_id", "kind", "at"],
};

/** What the campaign's judge reads of them: the raw scan reads the same. */
export const READ = {
  patients: IN_FILES.patients.filter((name) => name !== "open_complaint" && name !== "first_name"),
  visits: IN_FILES.visits,
  consents: IN_FILES.consents,
  events: ["patient_id", "kind", "at"],
  ledger: ["patient_id", "anchor_id", "recipient", "address", "state", "claimed_at"],
};

/** The rows of `ledger.parquet` as the ledger has them: what other campaigns sent in the month before. */
export const LEDGER =
  "'k' || patient_id, 'another', patient_id, anchor_id, 1, 'text-1', 1, 'patient', 'sms', address, 'team', 'a', NULL, 'en', 'sent', NULL, " +
  "claimed_at, claimed_at, NULL, 'run', 'digest', NULL";

const TYPES = { "yes-no": "BOOLEAN", number: "DECIMAL(18, 6)", date: "DATE", instant: "TIMESTAMP" };

/** All columns of a table of the roster, with what the campaign adds. */
export function columnsOf({ name, columns }) {
  const further = name === "patients" ? ["hospice", "open_complaint"] : [];
  return [
    ...columns.map((column) => [column.name, TYPES[column.type] ?? "VARCHAR"]),
    ...further.map((column) => [column, "BOOLEAN"]),
  ];
}
