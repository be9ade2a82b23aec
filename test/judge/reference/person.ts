import {
  type FieldSpec,
  fromJson,
  judge,
  type PersonRecord,
  type Truth,
} from "../../../src/audience/index.ts";
import type { Plan, PlanCondition } from "../../../src/plan/index.ts";
import type { RosterRecord, World } from "../roster.ts";

export const TABLE_OF: Readonly<Record<string, keyof World>> = {
  visit: "visits",
  result: "results",
  care_plan: "care_plans",
  prescription: "prescriptions",
  procedure: "procedures",
  order: "orders",
  inquiry: "inquiries",
  patient: "patients",
};

export const rowsOf = (world: World, table: keyof World) => world[table] ?? [];

export const text = (row: RosterRecord | undefined, column: string): string | undefined => {
  const value = row?.[column];
  return value === null || value === undefined || value === "" ? undefined : String(value);
};

/** The record that an enrolment is about, as long as it is the patient's. */
export function anchorRecord(
  plan: Plan,
  world: World,
  id: string,
  patient: string,
): RosterRecord | undefined {
  const { anchor } = plan.audience;
  return rowsOf(world, TABLE_OF[anchor] ?? "patients").find(
    (row) => row[`${anchor}_id`] === id && row.patient_id === patient,
  );
}

export function patientRecord(world: World, id: string): RosterRecord | undefined {
  return rowsOf(world, "patients").find(({ patient_id }) => patient_id === id);
}

/** A visit or a report of one, later than the visit that the campaign is about. */
export function laterVisits(world: World, anchor: RosterRecord | undefined, patient: string, now: string) {
  const id = text(anchor, "visit_id");
  const found = new Set<string>();
  if (anchor === undefined) return found;
  for (const visit of rowsOf(world, "visits")) {
    if (visit.patient_id !== patient || visit.visit_id === id || visit.type !== anchor.type) continue;
    const [date, then] = [String(visit.date), String(anchor.date)];
    if (date > then || (date === then && String(visit.created_at) > String(anchor.created_at))) {
      found.add(String(visit.status));
    }
  }
  for (const event of eventsOf(world, patient, now)) {
    if (text(event, "visit_id") === id || String(event.at) <= String(anchor.created_at)) continue;
    const isAboutIt = event.anchor_id === id;
    const isOfType = event.visit_type === anchor.type && String(event.at).slice(0, 10) >= String(anchor.date);
    if (isAboutIt || isOfType) found.add(String(event.kind));
  }
  return found;
}

/** What patients themselves sent back, up to now. */
export function eventsOf(world: World, patient: string, now: string): readonly RosterRecord[] {
  return rowsOf(world, "events").filter(
    (event) =>
      event.patient_id === patient && text(event, "caregiver_id") === undefined && String(event.at) <= now,
  );
}

/** Facts of one person, by field path. */
export function factsOf(
  plan: Plan,
  world: World,
  anchorId: string,
  patientId: string,
  today: string,
  now: string,
): PersonRecord {
  const anchor = anchorRecord(plan, world, anchorId, patientId);
  const patient = patientRecord(world, patientId);
  const facts: Record<string, string | boolean | readonly string[] | undefined> = {};
  for (const { path, type, derived } of plan.audience.fields) {
    const [root = "", name = ""] = path.split(".");
    if (derived === "later-visit-of-same-type") {
      const later = laterVisits(world, anchor, patientId, now);
      facts[path] = later.has("booked") || later.has("completed");
    } else if (derived === "upcoming-visit") {
      facts[path] = rowsOf(world, "visits").some(
        (visit) => visit.patient_id === patientId && visit.status === "booked" && String(visit.date) >= today,
      );
    } else if (derived === "visit-booked-for-it") {
      const visits = rowsOf(world, "visits").filter(
        (visit) => visit.patient_id === patientId && visit.for_id === anchorId,
      );
      const events = eventsOf(world, patientId, now).filter((event) => event.anchor_id === anchorId);
      facts[path] =
        visits.some(({ status }) => status === "booked" || status === "completed") ||
        events.some(({ kind }) => kind === "booked");
    } else if (root === "clinic") {
      facts[path] = clinicFact(plan, name, anchor, patient);
    } else if (root !== "caregiver") {
      const record =
        root === plan.audience.anchor
          ? anchor
          : root === "patient"
            ? patient
            : rowsOf(world, TABLE_OF[root] ?? "patients").find(
                (row) => anchor !== undefined && row[`${root}_id`] === anchor[`${root}_id`],
              );
      facts[path] = fieldValue(record?.[name], type);
    }
  }
  return facts;
}

/** What the plan says of the clinic that a message is about. */
function clinicFact(
  plan: Plan,
  name: string,
  anchor: RosterRecord | undefined,
  patient: RosterRecord | undefined,
): string | boolean | undefined {
  const { clinics } = plan.respond;
  const id = text(anchor, "clinic_id") ?? text(patient, "clinic_id");
  const clinic =
    id === undefined && clinics.length === 1 ? clinics[0] : clinics.find((known) => known.id === id);
  const state = text(patient, "state");
  switch (name) {
    case "name":
      return clinic?.name;
    case "phone":
      return clinic?.phone;
    case "nurse_line":
      return clinic?.nurse_line ?? undefined;
    case "telehealth":
      return clinic === undefined || state === undefined ? undefined : clinic.telehealth.includes(state);
    default:
      return undefined;
  }
}

/** The same facts for one caregiver, with the caregiver's own. */
export function factsFor(plan: Plan, facts: PersonRecord, caregiver: RosterRecord | undefined): PersonRecord {
  const own = plan.audience.fields.flatMap(({ path, type }) => {
    const [root, name = ""] = path.split(".");
    return root === "caregiver" ? [[path, fieldValue(caregiver?.[name], type)] as const] : [];
  });
  return { ...facts, ...Object.fromEntries(own) };
}

function fieldValue(value: unknown, type: string): string | boolean | readonly string[] | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value;
  if (type === "many-of")
    return String(value)
      .split("|")
      .filter((code) => code !== "");
  return String(value);
}

/** What a condition of the plan says of a person. */
export function says(plan: Plan, condition: PlanCondition, facts: PersonRecord, today: string): Truth {
  const tree = fromJson(condition.tree as Parameters<typeof fromJson>[0]);
  if (tree === undefined) throw new Error(condition.english);
  const specs = plan.audience.fields.map((field): [string, FieldSpec] => [
    field.path,
    {
      path: field.path,
      type: { kind: field.type, values: field.values ?? [] } as FieldSpec["type"],
      blankMeansNo: field.blank_means_no,
      declaredAt: { file: "", start: 0, end: 0 },
    },
  ]);
  return judge(tree, facts, today, new Map(specs));
}
