import { addDays, addMonths, type IsoDate } from "../../calendar/index.ts";
import type { SqlValue } from "../../database/index.ts";
import type { TableName } from "../table.ts";

/** Rows by table; a column that is left out is filled by its type. */
export type Rows = Partial<Record<TableName, readonly { readonly [column: string]: SqlValue }[]>>;

/** Somebody whom campaigns get wrong, and what must happen. */
export interface HardPerson {
  readonly kind: string;
  readonly about: string;
  readonly patients: readonly string[];
  readonly rows: Rows;
}

/** What hard people are made for: a day, and the codes of the workspace. */
export interface HardSetting {
  readonly today: IsoDate;
  readonly clinic: string | null;
  /** The first is what campaigns are about; a second one, where there is one, is a visit of another kind. */
  readonly visitTypes: readonly string[];
  readonly urgencies: readonly string[];
  readonly languages: readonly string[];
}

/** Everybody whom design asks for, each with what makes the case. Rows may lie after `today`: they come in while a campaign runs. */
export function hardPeople(setting: HardSetting): readonly HardPerson[] {
  const { today, languages, visitTypes } = setting;
  const day = (offset: number) => addDays(today, offset);
  const people = new PeopleOf(setting);
  const [type = "primary-care", other = "annual-exam"] = visitTypes;
  const zoneless = people.next({ time_zone: null, clinic_id: null, state: null, postal_code: null });
  const twins = [people.next({}), people.next({})] as const;
  const record = {
    first_name: "Rosa",
    last_name: "Duplicada",
    birth_date: "1961-05-09",
    phone: "+12175550142",
  };
  const doubles = [people.next(record), people.next({ ...record, email: null })] as const;
  const helped = people.next({ phone: "+12175550143" });
  const orphanPermission = people.next({});
  const twice = people.next({});
  const left = people.next({});
  const booked = people.next({});
  const bookedOther = people.next({});
  const unrated = people.next({});
  return [
    {
      kind: "shared_phone",
      about: "Two people with one phone: never two messages to it on a day.",
      patients: [twins[0].id, twins[1].id],
      rows: merged(twins[0].with({ phone: "+12175550141" }), twins[1].with({ phone: "+12175550141" })),
    },
    {
      kind: "no_zone",
      about: "No time zone and no clinic: the hours of every zone must fit.",
      patients: [zoneless.id],
      rows: zoneless.rows,
    },
    person(
      people.next({ time_zone: "America/New_York", state: "NY", city: "Albany" }),
      "daylight_saving",
      `A zone whose clocks change, next on ${clockChange("America/New_York", today)}: days keep the hour, hours keep the instant.`,
    ),
    person(
      people.next({ birth_date: addDays(addMonths(today, -18 * 12), 5) }),
      "turning_18",
      `Turns 18 on ${day(5)}: nothing before that day.`,
    ),
    {
      kind: "opted_out",
      about: `Says stop on ${day(3)}: nothing after it, on any channel.`,
      patients: [left.id],
      rows: merged(left.rows, {
        consents: [
          {
            patient_id: left.id,
            channel: "all",
            state: "revoked",
            recorded_at: `${day(3)} 15:00:00`,
            source: "reply",
          },
        ],
        events: [
          {
            event_id: `E-${left.id}-stop`,
            patient_id: left.id,
            kind: "stop",
            at: `${day(3)} 15:00:00`,
            channel: "sms",
            detail: "STOP",
          },
        ],
      }),
    },
    {
      kind: "books_between_steps",
      about: `Books the same kind of visit on ${day(2)}: nothing after it.`,
      patients: [booked.id],
      rows: merged(booked.rows, { visits: [booking(booked.id, type, setting)] }),
    },
    {
      kind: "books_other_type",
      about: `Books another kind of visit on ${day(2)}: the missed one is still open.`,
      patients: [bookedOther.id],
      rows: merged(bookedOther.rows, { visits: [booking(bookedOther.id, other, setting)] }),
    },
    {
      kind: "missing_urgency",
      about: "A result that no clinician rated: a blank keeps the person out.",
      patients: [unrated.id],
      rows: merged(unrated.rows, { results: [result(unrated.id, null, setting)] }),
    },
    {
      kind: "duplicate_record",
      about: "One person in two records: one message.",
      patients: [doubles[0].id, doubles[1].id],
      rows: merged(doubles[0].rows, doubles[1].rows),
    },
    person(
      people.next({
        first_name: "Maximiliana Guadalupe Bartholomée",
        last_name: "Fernández-Montgomery von Hohenzollern",
      }),
      "longest_name",
      "A name that is longer than a text message allows for.",
    ),
    person(
      people.next({ first_name: "Lucía", language: languages.includes("es") ? "es" : "es" }),
      "spanish_only",
      "Reads Spanish alone: no English, or the language notice.",
    ),
    {
      kind: "expired_caregiver",
      about: "A caregiver whose permission ended yesterday hears nothing.",
      patients: [orphanPermission.id],
      rows: merged(orphanPermission.rows, {
        care_plans: [carePlan(orphanPermission.id, setting)],
        caregivers: [caregiver(orphanPermission.id, { permission_until: day(-1), phone: "+12175550144" })],
      }),
    },
    {
      kind: "two_missed_visits",
      about: "Missed two visits: one sequence, about the later one.",
      patients: [twice.id],
      rows: merged(twice.rows, { visits: [missed(`V-${twice.id}-2`, twice.id, -6, setting)] }),
    },
    {
      kind: "phone_shared_with_caregiver",
      about: "Patient and caregiver answer one phone: never two messages to it on a day.",
      patients: [helped.id],
      rows: merged(helped.rows, {
        care_plans: [carePlan(helped.id, setting)],
        caregivers: [caregiver(helped.id, { permission_until: null, phone: "+12175550143" })],
      }),
    },
    person(people.next({ birth_date: null }), "no_birth_date", "Of unknown age: treated as a minor."),
    person(people.next({ deceased: true }), "deceased", "Has died: nobody writes."),
    person(
      people.next({ confidential_channel: "letter" }),
      "confidential_channel",
      "Asked for letters alone: every other channel is closed.",
    ),
    person(
      people.next({ phone: null, email: null, address_line_1: null, portal_id: null }),
      "unreachable",
      "Nothing to reach the person by: a task for the owner, not silence.",
    ),
  ];
}

/** The next day on which clocks change in a zone, within 400 days. */
function clockChange(zone: string, today: IsoDate): IsoDate {
  const offset = (day: IsoDate) =>
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
      .formatToParts(new Date(`${day}T17:00:00Z`))
      .find(({ type }) => type === "timeZoneName")?.value;
  let day = today;
  for (let ahead = 1; ahead <= 400; ahead += 1) {
    const next = addDays(today, ahead);
    if (offset(next) !== offset(day)) return next;
    day = next;
  }
  return day;
}

type Row = { readonly [column: string]: SqlValue };

interface Made {
  readonly id: string;
  readonly rows: Rows;
  with(changed: Row): Rows;
}

/** People with a visit that they missed three days ago, reachable on every channel unless it is said otherwise. */
class PeopleOf {
  private count = 0;
  constructor(private readonly setting: HardSetting) {}

  next(own: Row): Made {
    this.count += 1;
    const number = String(this.count).padStart(2, "0");
    const id = `HARD${number}`;
    const rows = (changed: Row): Rows => ({
      patients: [{ ...this.patient(id, number), ...own, ...changed }],
      visits: [missed(`V-${id}`, id, -3, this.setting)],
      consents: ["sms", "email", "phone"].map((channel) => ({
        patient_id: id,
        channel,
        state: "granted",
        recorded_at: `${addDays(this.setting.today, -90)} 16:00:00`,
        source: "intake form",
        wording: "intake-form-v7",
      })),
    });
    return { id, rows: rows({}), with: rows };
  }

  private patient(id: string, number: string): Row {
    const confirmed = addDays(this.setting.today, -20);
    return {
      patient_id: id,
      clinic_id: this.setting.clinic,
      status: "active",
      created_at: `${addDays(this.setting.today, -400)} 15:00:00`,
      first_name: "Ana",
      last_name: `Hard-${number}`,
      birth_date: "1970-03-14",
      deceased: false,
      moved_care: false,
      language: this.setting.languages[0] ?? "en",
      phone: `+121755501${number}`,
      phone_confirmed_on: confirmed,
      email: `${id.toLowerCase()}@example.test`,
      email_confirmed_on: confirmed,
      email_bounced: false,
      address_line_1: `${number} Oak Street`,
      city: "Springfield",
      state: "IL",
      postal_code: "62701",
      address_confirmed_on: confirmed,
      address_returned: false,
      time_zone: "America/Chicago",
      portal_id: `portal-${id}`,
    };
  }
}

function person({ id, rows }: Made, kind: string, about: string): HardPerson {
  return { kind, about, patients: [id], rows };
}

function missed(
  visit: string,
  patient: string,
  offset: number,
  { today, clinic, visitTypes }: HardSetting,
): Row {
  const date = addDays(today, offset);
  return {
    visit_id: visit,
    patient_id: patient,
    clinic_id: clinic,
    status: "missed",
    type: visitTypes[0] ?? "primary-care",
    date,
    starts_at: `${date} 16:00:00`,
    created_at: `${addDays(date, -21)} 15:00:00`,
  };
}

function booking(patient: string, type: string, setting: HardSetting): Row {
  const date = addDays(setting.today, 12);
  return {
    ...missed(`V-${patient}-next`, patient, 0, setting),
    status: "booked",
    type,
    date,
    starts_at: `${date} 16:00:00`,
    created_at: `${addDays(setting.today, 2)} 15:00:00`,
  };
}

function result(patient: string, urgency: string | null, { today, clinic }: HardSetting): Row {
  return {
    result_id: `R-${patient}`,
    patient_id: patient,
    clinic_id: clinic,
    status: "released",
    type: "4548-4",
    released_on: addDays(today, -10),
    urgency,
    created_at: `${addDays(today, -10)} 15:00:00`,
  };
}

function carePlan(patient: string, { today, clinic }: HardSetting): Row {
  return {
    care_plan_id: `C-${patient}`,
    patient_id: patient,
    clinic_id: clinic,
    status: "active",
    last_visit_on: addDays(today, -300),
    created_at: `${addDays(today, -700)} 15:00:00`,
  };
}

function caregiver(patient: string, own: Row): Row {
  return {
    caregiver_id: `G-${patient}`,
    patient_id: patient,
    first_name: "Luis",
    last_name: "Helper",
    relationship: "child",
    permission: "|schedule|",
    permission_from: "2024-01-01",
    permission_given_by: "patient",
    language: "en",
    email: `helper-${patient.toLowerCase()}@example.test`,
    time_zone: "America/Chicago",
    ...own,
  };
}

function merged(...all: readonly Rows[]): Rows {
  const tables = new Set(all.flatMap((rows) => Object.keys(rows) as TableName[]));
  return Object.fromEntries([...tables].map((table) => [table, all.flatMap((rows) => rows[table] ?? [])]));
}
