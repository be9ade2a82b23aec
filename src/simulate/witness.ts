import type { Database, SqlRow } from "../database/index.ts";
import type { Decision, Instant } from "../judge/index.ts";
import { groupBy } from "./tally.ts";

/** What somebody who looks at the tables, and not at the judge's question, knows of a person at an instant. */
export interface Witness {
  readonly zone: string | null;
  readonly state: string | null;
  readonly clinic: string | null;
  readonly birthDate: string | null;
  /** The latest word on each channel; `all` where it was about all. */
  readonly consents: readonly { readonly channel: string; readonly state: string; readonly at: Instant }[];
  /** What stops every campaign: said stop, reached a stranger, died, moved away. */
  readonly stops: readonly { readonly what: string; readonly at: Instant }[];
  /** Visits of the anchor's kind, or made for it, that were booked after the person entered. */
  readonly bookings: readonly { readonly anchor: string; readonly at: Instant }[];
}

/** Reads everything about the people of some touches, up to an instant. */
export async function witnesses(
  db: Database,
  sends: readonly Decision[],
  now: Instant,
): Promise<ReadonlyMap<string, Witness>> {
  await db.run(
    "CREATE TEMP TABLE IF NOT EXISTS simulated_touches (patient_id VARCHAR, anchor_id VARCHAR, entered_at TIMESTAMP)",
  );
  await db.run("DELETE FROM simulated_touches");
  await db.insert(
    "simulated_touches",
    ["patient_id", "anchor_id", "entered_at"],
    sends.map(({ patient_id, anchor_id, entered_at }) => [patient_id, anchor_id, entered_at]),
  );
  const ours = "patient_id IN (SELECT patient_id FROM simulated_touches)";
  const people = await db.rows(
    `SELECT patient_id, time_zone, state, clinic_id, birth_date, deceased, moved_care FROM patients WHERE ${ours}`,
  );
  const consents = await db.rows(
    `SELECT patient_id, channel, state, recorded_at FROM consents WHERE ${ours} AND caregiver_id IS NULL AND recorded_at <= CAST(:now AS TIMESTAMP) ORDER BY recorded_at`,
    { now },
  );
  const events = await db.rows(
    `SELECT patient_id, kind, "at" FROM events WHERE ${ours} AND caregiver_id IS NULL AND kind IN ('stop', 'wrong_person', 'moved_care') AND "at" <= CAST(:now AS TIMESTAMP)
  AND NOT (kind = 'wrong_person' AND EXISTS (SELECT 1 FROM patients p WHERE p.patient_id = events.patient_id AND p.phone_confirmed_on > CAST(events."at" AS DATE))) ORDER BY "at"`,
    { now },
  );
  const bookings = await db.rows(
    `SELECT t.patient_id AS patient_id, t.anchor_id AS anchor_id, MIN(v.created_at) AS "at"
FROM simulated_touches t JOIN visits v ON v.patient_id = t.patient_id LEFT JOIN visits own ON own.visit_id = t.anchor_id
WHERE v.visit_id <> t.anchor_id AND v.status IN ('booked', 'completed') AND v.created_at > t.entered_at AND v.created_at <= CAST(:now AS TIMESTAMP)
  AND (v.for_id = t.anchor_id OR (v.type = own.type AND v.date > own.date))
GROUP BY t.patient_id, t.anchor_id`,
    { now },
  );
  const consentsOf = groupBy(consents, ownerOf);
  const eventsOf = groupBy(events, ownerOf);
  const bookingsOf = groupBy(bookings, ownerOf);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return new Map(
    people.map((person) => [
      String(person.patient_id),
      {
        zone: text(person.time_zone),
        state: text(person.state),
        clinic: text(person.clinic_id),
        birthDate: text(person.birth_date),
        consents: (consentsOf.get(person.patient_id) ?? []).map((row) => ({
          channel: String(row.channel),
          state: String(row.state),
          at: String(row.recorded_at),
        })),
        stops: [
          ...(eventsOf.get(person.patient_id) ?? []).map((row) => ({
            what: String(row.kind).replace("_", " "),
            at: String(row.at),
          })),
          ...(person.deceased === true ? [{ what: "deceased", at: "0001-01-01 00:00:00" }] : []),
          ...(person.moved_care === true ? [{ what: "moved care", at: "0001-01-01 00:00:00" }] : []),
        ],
        bookings: (bookingsOf.get(person.patient_id) ?? []).map((row) => ({
          anchor: String(row.anchor_id),
          at: String(row.at),
        })),
      },
    ]),
  );
}

function ownerOf({ patient_id }: SqlRow) {
  return patient_id;
}
