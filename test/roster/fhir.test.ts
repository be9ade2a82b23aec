import { describe, expect, it } from "vitest";
import { load } from "./rosters.ts";

const PATIENT = { resourceType: "Patient", id: "p1", birthDate: "1980-02-29" };
const lines = (...resources: readonly unknown[]) =>
  `${resources.map((each) => JSON.stringify(each)).join("\n")}\n`;
const about = { reference: "Patient/p1" };
const recorded = { lastUpdated: "2026-11-02T09:00:00-06:00" };

async function rows(files: Record<string, string>, sql: string) {
  const { db } = await load({ "Patient.ndjson": lines(PATIENT), ...files });
  return db.rows(sql);
}

describe("a FHIR bulk export", () => {
  it("gives a patient the name, number, address and language that are in use", async () => {
    const patient = {
      ...PATIENT,
      name: [
        { use: "old", family: "Before", given: ["X"] },
        { use: "official", family: "Núñez", given: ["Ana", "M."] },
      ],
      telecom: [
        { system: "phone", use: "old", value: "+12175550100" },
        { system: "phone", use: "home", value: "+12175550101", rank: 2 },
        { system: "phone", use: "mobile", value: "+12175550102", rank: 1 },
        { system: "email", value: "ana@example.test" },
      ],
      address: [{ line: ["1 Oak Street"], city: "Springfield", state: "IL", postalCode: "62701" }],
      communication: [
        { language: { coding: [{ code: "en" }] } },
        { language: { coding: [{ code: "es-MX" }] }, preferred: true },
      ],
      managingOrganization: { reference: "Organization/north" },
      deceasedDateTime: "2026-01-01",
      extension: [{ url: "https://recare.dev/fhir/field/portal_id", valueString: "acc-1" }],
    };
    const found = await rows({ "Patient.ndjson": lines(patient) }, "SELECT * FROM patients");
    expect(found).toMatchObject([
      {
        patient_id: "p1",
        clinic_id: "north",
        first_name: "Ana",
        middle_name: "M.",
        last_name: "Núñez",
        birth_date: "1980-02-29",
        phone: "+12175550102",
        email: "ana@example.test",
        postal_code: "62701",
        language: "es",
        deceased: true,
        portal_id: "acc-1",
      },
    ]);
  });

  it.each([
    ["booked", "booked"],
    ["arrived", "booked"],
    ["fulfilled", "completed"],
    ["noshow", "missed"],
    ["cancelled", "cancelled"],
  ])("reads an appointment that is %s as %s", async (status, expected) => {
    const appointment = {
      resourceType: "Appointment",
      id: "a1",
      status,
      start: "2026-11-20T08:30:00-06:00",
      created: "2026-11-01T08:00:00-05:00",
      appointmentType: { coding: [{ code: "primary-care" }] },
      participant: [{ actor: about }, { actor: { reference: "Location/north" } }],
    };
    expect(await rows({ "Appointment.ndjson": lines(appointment) }, "SELECT * FROM visits")).toMatchObject([
      {
        visit_id: "a1",
        patient_id: "p1",
        clinic_id: "north",
        status: expected,
        type: "primary-care",
        date: "2026-11-20",
        starts_at: "2026-11-20 14:30:00",
        created_at: "2026-11-01 13:00:00",
      },
    ]);
  });

  it("leaves out what was entered in error, was only proposed, or is about no patient", async () => {
    const visit = { resourceType: "Appointment", participant: [{ actor: about }], meta: recorded };
    const none = [
      { ...visit, id: "a1", status: "entered-in-error" },
      { ...visit, id: "a2", status: "proposed" },
      { ...visit, id: "a3", status: "booked", participant: [{ actor: { reference: "Practitioner/x" } }] },
    ];
    expect(await rows({ "Appointment.ndjson": lines(...none) }, "SELECT * FROM visits")).toEqual([]);
  });

  it("allows only what a consent names, and takes a refusal that names nothing for all", async () => {
    const consent = (id: string, status: string, type: string, codes: readonly string[], more = {}) => ({
      resourceType: "Consent",
      id,
      status,
      patient: about,
      dateTime: "2026-10-01",
      provision: { type, code: codes.map((code) => ({ coding: [{ code }] })), ...more },
    });
    const consents = [
      consent("c1", "active", "permit", ["sms"]),
      consent("c2", "active", "permit", []),
      consent("c3", "active", "deny", []),
      consent("c4", "inactive", "permit", ["email"]),
      consent("c5", "entered-in-error", "permit", ["phone"]),
      consent("c6", "active", "permit", ["letter"], { period: { end: "2026-10-31" } }),
    ];
    const found = await rows(
      { "Consent.ndjson": lines(...consents) },
      "SELECT channel, state, recorded_at FROM consents ORDER BY channel, recorded_at",
    );
    expect(found.map(({ channel, state, recorded_at }) => `${channel} ${state} ${recorded_at}`)).toEqual([
      "all revoked 2026-10-01 23:59:59",
      "email revoked 2026-10-01 23:59:59",
      "letter granted 2026-10-01 00:00:00",
      "letter revoked 2026-10-31 23:59:59",
      "sms granted 2026-10-01 00:00:00",
    ]);
  });

  it("reads orders, results, care plans, prescriptions, procedures and caregivers", async () => {
    const { db } = await load({
      "Patient.ndjson": lines(PATIENT),
      "ServiceRequest.ndjson": lines({
        resourceType: "ServiceRequest",
        id: "o1",
        status: "active",
        subject: about,
        authoredOn: "2026-11-01T10:00:00Z",
        code: { coding: [{ code: "77067" }] },
      }),
      "DiagnosticReport.ndjson": lines({
        resourceType: "DiagnosticReport",
        id: "r1",
        status: "final",
        subject: about,
        issued: "2026-11-05T23:30:00-06:00",
        basedOn: [{ reference: "ServiceRequest/o1" }],
      }),
      "CarePlan.ndjson": lines({
        resourceType: "CarePlan",
        id: "c1",
        status: "completed",
        subject: about,
        created: "2025-01-01T00:00:00Z",
      }),
      "MedicationRequest.ndjson": lines({
        resourceType: "MedicationRequest",
        id: "m1",
        status: "stopped",
        subject: about,
        authoredOn: "2026-01-01T00:00:00Z",
        basedOn: [{ reference: "CarePlan/c1" }],
      }),
      "Procedure.ndjson": lines({
        resourceType: "Procedure",
        id: "x1",
        status: "completed",
        subject: about,
        performedDateTime: "2026-10-10",
        meta: recorded,
      }),
      "RelatedPerson.ndjson": lines({
        resourceType: "RelatedPerson",
        id: "g1",
        patient: about,
        period: { end: "2026-12-31" },
        extension: [
          { url: "https://recare.dev/fhir/field/permission", valueString: "schedule" },
          { url: "https://recare.dev/fhir/field/permission", valueString: "billing" },
        ],
      }),
      "events.csv": "event_id,patient_id,kind,at\nE1,p1,stop,2026-11-02 10:00\n",
    });
    expect(await db.rows("SELECT status, type, ordered_on FROM orders")).toEqual([
      { status: "open", type: "77067", ordered_on: "2026-11-01" },
    ]);
    expect(await db.rows("SELECT status, released_on, order_id, created_at FROM results")).toEqual([
      { status: "released", released_on: "2026-11-05", order_id: "o1", created_at: "2026-11-06 05:30:00" },
    ]);
    expect(await db.rows("SELECT status FROM care_plans")).toEqual([{ status: "closed" }]);
    expect(await db.rows("SELECT status, care_plan_id FROM prescriptions")).toEqual([
      { status: "stopped", care_plan_id: "c1" },
    ]);
    expect(await db.rows("SELECT status, done_on, created_at FROM procedures")).toEqual([
      { status: "done", done_on: "2026-10-10", created_at: "2026-11-02 15:00:00" },
    ]);
    expect(await db.rows("SELECT patient_id, permission, permission_until FROM caregivers")).toEqual([
      { patient_id: "p1", permission: "|schedule|billing|", permission_until: "2026-12-31" },
    ]);
    expect(await db.rows("SELECT kind FROM events")).toEqual([{ kind: "stop" }]);
  });

  it.each(["{", '"text"', "[1]", '{"id": "\xff'])(
    "is refused where a line is no resource: %j",
    async (line) => {
      await expect(load({ "Patient.ndjson": lines(PATIENT) + line })).rejects.toMatchObject({
        message: "Patient.ndjson, line 2 is not one FHIR resource as JSON in UTF-8.",
      });
    },
  );
});
