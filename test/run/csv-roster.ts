import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../src/database/index.ts";
import { AS_DOCUMENTED } from "../../src/model/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { loadRoster, rosterShape, rosterSource } from "../../src/roster/index.ts";
import { loadBesideReceived } from "../../src/run/index.ts";

/** The fields that a plan reads and a roster holds. */
export function fieldsOf(plan: Plan) {
  return plan.audience.fields
    .filter(({ path, derived }) => derived === null && !/^(?:clinic|caller)\./.test(path))
    .map(({ path, type, values, blank_means_no }) => ({
      path,
      type: type as "text",
      values: values ?? [],
      blankMeansNo: blank_means_no,
    }));
}

/** Loads a folder with the fields that a plan reads, as `recare run` does. */
export async function loadWith(db: Database, folder: string, plan: Plan): Promise<void> {
  await loadBesideReceived(db, () => loadAlone(db, folder, plan));
}

/** The same where nothing was imported, as `recare simulate` does. */
export async function loadAlone(db: Database, folder: string, plan: Plan): Promise<void> {
  const shape = { shape: rosterShape(fieldsOf(plan)), mapping: AS_DOCUMENTED };
  await loadRoster(rosterSource(folder, AS_DOCUMENTED), db, shape);
}

/** Adults who missed a visit, agreed to texts, and have a number and a mail address of their own. */
export function writePeople(folder: string, count: number): void {
  const ids = Array.from({ length: count }, (_, at) => `P${String(at + 1).padStart(4, "0")}`);
  const rows: Readonly<Record<string, readonly string[]>> = {
    patients: [
      "patient_id,clinic_id,status,first_name,last_name,birth_date,language,phone,email,state,time_zone,moved_care,hospice",
      ...ids.map(
        (id) =>
          `${id},maple_north,active,Ana,Rivera,1980-01-01,en,+1217555${id.slice(1)},${id}@example.test,IL,America/Chicago,no,no`,
      ),
    ],
    visits: [
      "visit_id,patient_id,clinic_id,status,type,date,created_at",
      ...ids.map((id) => `V-${id},${id},maple_north,missed,annual-exam,2026-11-18,2026-11-01 12:00:00`),
    ],
    consents: [
      "patient_id,channel,state,recorded_at",
      ...ids.map((id) => `${id},sms,granted,2026-01-01 12:00:00`),
    ],
  };
  for (const [name, lines] of Object.entries(rows))
    writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
}

/** Four people with a missed visit: one without mail, one who reads Spanish, one who is a child. */
export function writeRoster(folder: string): void {
  const write = (name: string, rows: readonly string[]) =>
    writeFileSync(join(folder, `${name}.csv`), `${rows.join("\n")}\n`);
  write("patients", [
    "patient_id,clinic_id,status,first_name,last_name,birth_date,language,phone,email,state,time_zone,moved_care,hospice,address_line_1,city,postal_code",
    "P1,maple_north,active,Ana,Rivera,1980-01-01,en,+12175550101,ana@example.test,IL,America/Chicago,no,no,1 Oak,Springfield,62701",
    "P2,maple_north,active,Eva,Lopez,1980-01-01,es,+12175550102,eva@example.test,IL,America/Chicago,no,no,2 Oak,Springfield,62701",
    "P3,maple_north,active,Kim,Lee,1980-01-01,en,+12175550103,,IL,America/Chicago,no,no,,,",
    "P4,maple_north,active,Kid,Lee,2015-01-01,en,+12175550104,kid@example.test,IL,America/Chicago,no,no,4 Oak,Springfield,62701",
  ]);
  write("visits", [
    "visit_id,patient_id,clinic_id,status,type,date,created_at",
    ...["P1", "P2", "P3", "P4"].map(
      (id) => `V-${id},${id},maple_north,missed,annual-exam,2026-11-18,2026-11-01 12:00:00`,
    ),
  ]);
  write("consents", [
    "patient_id,channel,state,recorded_at",
    ...["P1", "P2", "P3", "P4"].map((id) => `${id},sms,granted,2026-01-01 12:00:00`),
  ]);
}
