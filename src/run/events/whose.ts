import type { Database } from "../../database/index.ts";
import { chunks, listOf } from "../placeholders.ts";
import type { IncomingEvent } from "./event.ts";

/** Somebody whom an event is about. */
export interface Whose {
  readonly patient: string;
  readonly caregiver: string | null;
  /** Of the latest touch that it can answer. */
  readonly campaign: string | null;
  readonly anchor: string | null;
  /** Of the touch that the event itself names; a touch that was only the last one tells nothing of what it answers. */
  readonly step: string | null;
}

type Touched = Whose & { readonly address: string | null; readonly at: string; readonly channel: string };

/**
 * Finds out whom events are about: by the patient's id, by the touch that is answered, or by the number or address that a
 * reply came from. A number may be several people's; all of them are given, whoever was written to last first.
 */
export async function whoseEvents(
  db: Database,
  events: readonly IncomingEvent[],
): Promise<(event: IncomingEvent) => readonly Whose[]> {
  const byId = await known(
    db,
    events.flatMap(({ patient }) => patient ?? []),
  );
  const touches = await touched(
    db,
    "touch_key",
    events.flatMap(({ touch }) => touch ?? []),
  );
  const addresses = [
    ...new Set(events.flatMap(({ from }) => (from === undefined ? [] : [addressKey(from)]))),
  ];
  const people = await peopleAt(db, addresses);
  const patients = [...new Set([...byId, ...[...people.values()].flat().map(({ patient }) => patient)])];
  const last = latestByPatient(await touched(db, "patient_id", patients));
  return ({ patient, touch, from, campaign }) => {
    if (touch !== undefined) {
      const found = touches.find((each) => each.key === touch);
      if (found !== undefined) return [found.touched];
    }
    if (patient !== undefined) {
      if (!byId.has(patient)) return [];
      return [withLast({ patient, caregiver: null }, last, campaign)];
    }
    const here = from === undefined ? [] : (people.get(addressKey(from)) ?? []);
    return here
      .map((person) => ({ person, at: last.get(keyOf(person))?.at ?? "" }))
      .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
      .map(({ person }) => withLast(person, last, campaign));
  };
}

type Person = Pick<Whose, "patient" | "caregiver">;

function keyOf({ patient, caregiver }: Person): string {
  return JSON.stringify([patient, caregiver]);
}

function withLast(person: Person, last: ReadonlyMap<string, Touched>, campaign: string | undefined): Whose {
  const touch = last.get(keyOf(person));
  const answers =
    touch !== undefined && (campaign === undefined || campaign === touch.campaign) ? touch : undefined;
  return {
    ...person,
    campaign: campaign ?? answers?.campaign ?? null,
    anchor: answers?.anchor ?? null,
    step: null,
  };
}

function latestByPatient(touches: readonly { readonly touched: Touched }[]): ReadonlyMap<string, Touched> {
  const last = new Map<string, Touched>();
  for (const { touched } of touches) {
    const before = last.get(keyOf(touched));
    if (before === undefined || before.at < touched.at) last.set(keyOf(touched), touched);
  }
  return last;
}

async function known(db: Database, patients: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks([...new Set(patients)], 1000)) {
    const { sql, values } = listOf("id", some);
    const rows = await db.rows(`SELECT patient_id FROM patients WHERE patient_id IN (${sql})`, values);
    for (const { patient_id } of rows) found.add(String(patient_id));
  }
  return found;
}

async function touched(db: Database, column: "touch_key" | "patient_id", keys: readonly string[]) {
  const found: { readonly key: string; readonly touched: Touched }[] = [];
  for (const some of chunks([...new Set(keys)], 1000)) {
    const { sql, values } = listOf("key", some);
    const rows = await db.rows(
      `SELECT touch_key, patient_id, recipient, campaign, anchor_id, step, channel, address, claimed_at FROM ledger
WHERE ${column} IN (${sql}) AND state <> 'skipped'`,
      values,
    );
    for (const row of rows) {
      const recipient = String(row.recipient);
      found.push({
        key: String(row[column]),
        touched: {
          patient: String(row.patient_id),
          caregiver: recipient === "patient" ? null : recipient,
          campaign: String(row.campaign),
          anchor: String(row.anchor_id),
          step: String(row.step),
          channel: String(row.channel),
          address: row.address === null ? null : String(row.address),
          at: String(row.claimed_at),
        },
      });
    }
  }
  return found;
}

/** Numbers by their last ten digits, since systems write them with and without the country; mail without capitals. */
function addressKey(address: string): string {
  if (address.includes("@")) return address.trim().toLowerCase();
  return address.replace(/\D/g, "").slice(-10);
}

async function peopleAt(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const people = new Map<string, Person[]>();
  const phone = "RIGHT(REGEXP_REPLACE(phone, '[^0-9]', '', 'g'), 10)";
  const own = "RIGHT(REGEXP_REPLACE(confidential_address, '[^0-9]', '', 'g'), 10)";
  const asks = [
    `SELECT patient_id, NULL AS caregiver_id, ${phone} AS address FROM patients WHERE ${phone} IN `,
    "SELECT patient_id, NULL AS caregiver_id, LOWER(email) AS address FROM patients WHERE LOWER(email) IN ",
    `SELECT patient_id, NULL AS caregiver_id, ${own} AS address FROM patients WHERE ${own} IN `,
    "SELECT patient_id, NULL AS caregiver_id, LOWER(confidential_address) AS address FROM patients WHERE LOWER(confidential_address) IN ",
    `SELECT patient_id, caregiver_id, ${phone} AS address FROM caregivers WHERE ${phone} IN `,
    "SELECT patient_id, caregiver_id, LOWER(email) AS address FROM caregivers WHERE LOWER(email) IN ",
  ];
  for (const some of chunks(
    keys.filter((key) => key !== ""),
    1000,
  )) {
    const { sql, values } = listOf("key", some);
    for (const ask of asks) {
      for (const row of await db.rows(`${ask}(${sql})`, values)) {
        const person = {
          patient: String(row.patient_id),
          caregiver:
            row.caregiver_id === null || row.caregiver_id === undefined ? null : String(row.caregiver_id),
        };
        const key = String(row.address);
        const here = people.get(key) ?? [];
        if (!here.some((each) => keyOf(each) === keyOf(person))) people.set(key, [...here, person]);
      }
    }
  }
  return people;
}
