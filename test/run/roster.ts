import type { Database, SqlValue } from "../../src/database/index.ts";
import { createRunTables } from "../../src/run/index.ts";

/** The tables that messages are read from, with the columns that the tests' plans need. */
const TABLES = [
  `CREATE TABLE patients (patient_id VARCHAR PRIMARY KEY, first_name VARCHAR, middle_name VARCHAR, last_name VARCHAR, language VARCHAR,
    phone VARCHAR, email VARCHAR, address_line_1 VARCHAR, address_line_2 VARCHAR, city VARCHAR, state VARCHAR, postal_code VARCHAR,
    address_returned BOOLEAN, portal_id VARCHAR, clinic_id VARCHAR, confidential_channel VARCHAR, confidential_address VARCHAR,
    hospice BOOLEAN, moved_care BOOLEAN)`,
  `CREATE TABLE caregivers (caregiver_id VARCHAR, patient_id VARCHAR, first_name VARCHAR, last_name VARCHAR, address_line_1 VARCHAR,
    address_line_2 VARCHAR, city VARCHAR, state VARCHAR, postal_code VARCHAR, address_returned BOOLEAN, phone VARCHAR, email VARCHAR)`,
  "CREATE TABLE visits (visit_id VARCHAR PRIMARY KEY, patient_id VARCHAR, clinic_id VARCHAR, type VARCHAR, status VARCHAR, date DATE)",
];

export interface Person {
  readonly id: string;
  readonly first?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** A ledger with some people, each with one missed visit. */
export async function fill(db: Database, people: readonly Person[]): Promise<void> {
  await createRunTables(db);
  for (const table of TABLES) await db.run(table);
  const columns = [
    "patient_id",
    "first_name",
    "last_name",
    "language",
    "phone",
    "email",
    "state",
    "clinic_id",
  ];
  await db.insert(
    "patients",
    columns,
    people.map(({ id, first = "Ana", phone, email }): SqlValue[] => [
      id,
      first,
      "Rivera",
      "en",
      phone === undefined ? `+1217555${id.slice(1).padStart(4, "0")}` : phone,
      email === undefined ? `${id}@example.test` : email,
      "IL",
      "maple_north",
    ]),
  );
  await db.insert(
    "visits",
    ["visit_id", "patient_id", "clinic_id", "type", "status", "date"],
    people.map(({ id }) => [`v-${id}`, id, "maple_north", "annual-exam", "missed", "2026-11-20"]),
  );
}

/** `P0001` and on. */
export function peopleOf(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => ({ id: `P${String(at + 1).padStart(4, "0")}` }));
}
