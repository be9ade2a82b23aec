import type { Database } from "../../database/index.ts";
import { listOf } from "../placeholders.ts";
import { staged } from "./staged.ts";

/** What a touch must hold alone while it is claimed: its patient, and the number or address that caps count by. */
export function contactsOf(touch: {
  readonly patient_id: string;
  readonly address: string | null;
}): readonly string[] {
  const patient = `patient ${touch.patient_id}`;
  return touch.address === null ? [patient] : [patient, `address ${touch.address}`];
}

/** Makes the rows that are locked. Outside of the transaction that locks them, so that nobody waits for anybody. */
export async function rememberContacts(db: Database, contacts: readonly string[]): Promise<void> {
  if (db.kind === "duckdb" || contacts.length === 0) return;
  const rows = [...new Set(contacts)].sort();
  await staged(
    db,
    "new_contacts",
    "contacts",
    ["contact"],
    rows.map((contact) => [contact]),
  );
  await db.run(
    "INSERT INTO contacts (contact) SELECT contact FROM new_contacts ORDER BY contact ON CONFLICT (contact) DO NOTHING",
  );
}

/**
 * Locks contacts until the transaction ends.
 *
 * @param how `skip` leaves out what somebody else holds; `wait` waits for it, in one order, so that no two wait for each other
 * @returns the contacts that are ours now. With DuckDB one process holds the whole file: all of them
 */
export async function lockContacts(
  db: Database,
  contacts: readonly string[],
  how: "skip" | "wait",
): Promise<ReadonlySet<string>> {
  if (db.kind === "duckdb") return new Set(contacts);
  const { sql, values } = listOf("contact", [...new Set(contacts)]);
  const rows = await db.rows(
    `SELECT contact FROM contacts WHERE contact IN (${sql}) ORDER BY contact FOR UPDATE${how === "skip" ? " SKIP LOCKED" : ""}`,
    values,
  );
  return new Set(rows.map(({ contact }) => String(contact)));
}
