import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDuckDb } from "../../../src/database/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { generateRoster, rosterShape, writeRoster } from "../../../src/roster/index.ts";
import { createRunTables, importEvents, readCsv } from "../../../src/run/index.ts";
import { fieldsOf, loadWith } from "../csv-roster.ts";
import { readBy, type SharedClock } from "./clock.ts";
import type { Stop } from "./promise.ts";

/** Invented people as CSV, the hard ones among them; about every seventh is in the campaign. */
export async function invented(folder: string, plan: Plan, people: number): Promise<string> {
  const options = {
    people,
    seed: "crash",
    today: "2026-11-23" as const,
    shape: rosterShape(fieldsOf(plan)),
    clinics: plan.respond.clinics.map(({ id }) => id),
    languages: plan.languages,
  };
  const roster = join(folder, `people-${people}`);
  if (existsSync(roster)) return roster;
  mkdirSync(roster);
  const db = await openDuckDb();
  await writeRoster(db, await generateRoster(db, options), "csv", roster, options);
  await db.close();
  return roster;
}

export async function loaded(db: Database, roster: string, plan: Plan): Promise<void> {
  await createRunTables(db);
  await loadWith(db, roster, plan);
}

/** People of the campaign who have a number of their own and have not said STOP, shuffled. */
export async function candidates(
  db: Database,
  next: () => number,
): Promise<{ readonly phone: string; readonly patient: string }[]> {
  const rows = await db.rows(
    `SELECT MIN(p.patient_id) AS patient, p.phone AS phone FROM patients p
WHERE p.phone IS NOT NULL AND NOT EXISTS (SELECT 1 AS one FROM caregivers g WHERE g.phone = p.phone) AND p.confidential_address IS NULL
GROUP BY p.phone HAVING COUNT(*) = 1 AND MIN(p.patient_id) IN (SELECT patient_id FROM enrolments WHERE state = 'active')
ORDER BY patient`,
  );
  const shuffled = rows.map(({ patient, phone }) => ({
    phone: String(phone),
    patient: String(patient),
    place: next(),
  }));
  return shuffled.sort((a, b) => a.place - b.place);
}

/** Somebody answers STOP, and `recare events import` reads it. */
export async function saysStop(
  db: Database,
  person: { readonly phone: string; readonly patient: string },
  clock: SharedClock,
  grace: number,
): Promise<Stop> {
  const now = readBy(clock);
  const { events } = readCsv(`at,from,body\n${now()},${person.phone},Stop.\n`, now());
  const { stops } = await importEvents(db, events, new Map(), now);
  if (stops !== 1) throw new Error(`${stops} people stopped by one reply`);
  return { patient: person.patient, recorded: Date.now(), grace };
}
