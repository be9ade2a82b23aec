import type { IsoDate } from "../../calendar/index.ts";
import { sqlText } from "../../database/index.ts";
import type { ShapedColumn } from "../shape.ts";
import type { TableName } from "../table.ts";
import type { Draws } from "./draws.ts";
import { FIRST_NAMES, fictionalPhone, LAST_NAMES, PLACES, STREETS } from "./made-up.ts";

/** What an invented population is made for. */
export interface Setting {
  readonly today: IsoDate;
  /** Ids of the organisation's clinics; none where there is no workspace. */
  readonly clinics: readonly string[];
  readonly languages: readonly string[];
}

/** How the rows of a table follow from people: `person` and `n`, the row's number for that person, name each one. */
export interface Population {
  /** Rows for each person, at most. */
  readonly each: number;
  /** Of a hundred possible rows, so many are there … */
  readonly share: number;
  /** … and of a hundred rows that would not be a person's first, so many of those. */
  readonly more: number;
  /** SQL for the columns that have a meaning of their own; every other column is drawn by its type. */
  columns(
    draws: Draws,
    setting: Setting,
    typeOf: (column: string) => readonly string[],
  ): Readonly<Record<string, string>>;
}

const PERSON = "concat('P', lpad(CAST(person AS VARCHAR), 9, '0'))";

function id(letter: string, each: number): string {
  return `concat('${letter}', lpad(CAST(person * ${each} + n AS VARCHAR), 10, '0'))`;
}

/** The day so many days before (or, negative, after) the day of the roster. */
function daysBefore({ today }: Setting, days: string): string {
  return `(DATE '${today}' - (${days}))`;
}

/** An instant in working hours, at least so many days before the day of the roster. */
function instantBefore(setting: Setting, days: string, draws: Draws): string {
  const minutes = `(13 * 60 + ${draws.below(600)})`;
  return `(CAST(DATE '${setting.today}' - (${days}) AS TIMESTAMP) + to_minutes(CAST(${minutes} AS INTEGER)))`;
}

function pick(cases: readonly (readonly [when: string, value: string])[], otherwise: string): string {
  return `(CASE ${cases.map(([when, value]) => `WHEN ${when} THEN ${value}`).join(" ")} ELSE ${otherwise} END)`;
}

const most = (draws: Draws, share: number, value: string) =>
  `(CASE WHEN ${draws.percent(share)} THEN ${value} END)`;

/** What every record of care has. */
function record(letter: string, key: string, each: number, draws: Draws, setting: Setting, recorded: string) {
  return {
    [key]: id(letter, each),
    patient_id: PERSON,
    clinic_id: clinic(setting),
    created_at: instantBefore(setting, recorded, draws),
  };
}

/** The patient's own clinic, so that a record and its patient agree. */
function clinic({ clinics }: Setting): string {
  if (clinics.length === 0) return "CAST(NULL AS VARCHAR)";
  return `([${clinics.map(sqlText).join(", ")}])[1 + person % ${clinics.length}]`;
}

export const POPULATIONS: Readonly<Record<Exclude<TableName, "events">, Population>> = {
  patients: {
    each: 1,
    share: 100,
    more: 100,
    columns(draws, setting) {
      const place = draws.below(PLACES.length);
      const ofPlace = (part: number) =>
        `([${PLACES.map((each) => sqlText(each[part] ?? "")).join(", ")}])[1 + ${place}]`;
      const [first = "en", second = first] = setting.languages;
      return {
        patient_id: PERSON,
        clinic_id: clinic(setting),
        status: "'active'",
        created_at: instantBefore(setting, `30 + ${draws.below(3000)}`, draws),
        first_name: draws.oneOf(FIRST_NAMES),
        middle_name: most(draws, 20, draws.oneOf(["A.", "J.", "M.", "R."])),
        last_name: draws.oneOf(LAST_NAMES),
        birth_date: most(draws, 99.5, daysBefore(setting, `5800 + ${draws.below(28_000)}`)),
        deceased: pick([[draws.percent(0.5), "TRUE"]], "FALSE"),
        moved_care: pick(
          [
            [draws.percent(1.5), "TRUE"],
            [draws.percent(2), "NULL"],
          ],
          "FALSE",
        ),
        language: pick(
          [
            [draws.percent(2), "NULL"],
            [draws.percent(18), sqlText(second)],
          ],
          sqlText(first),
        ),
        phone: most(
          draws,
          92,
          fictionalPhone(pick([[`${draws.percent(2)} AND person > 0`, "person - 1"]], "person")),
        ),
        phone_confirmed_on: most(draws, 90, daysBefore(setting, draws.below(900))),
        email: most(draws, 78, "concat('person', person, '@example.test')"),
        email_confirmed_on: most(draws, 70, daysBefore(setting, draws.below(900))),
        email_bounced: pick([[draws.percent(1), "TRUE"]], "FALSE"),
        address_line_1: `concat(1 + ${draws.below(9000)}, ' ', ${draws.oneOf(STREETS)})`,
        address_line_2: most(draws, 15, `concat('Apt ', 1 + ${draws.below(60)})`),
        city: ofPlace(0),
        state: ofPlace(1),
        postal_code: ofPlace(2),
        address_confirmed_on: most(draws, 80, daysBefore(setting, draws.below(1500))),
        address_returned: pick([[draws.percent(0.7), "TRUE"]], "FALSE"),
        time_zone: most(draws, 97, ofPlace(3)),
        portal_id: most(draws, 60, "concat('portal-', person)"),
        confidential_channel: most(draws, 0.5, draws.oneOf(["phone", "letter", "portal"])),
        confidential_address: "CAST(NULL AS VARCHAR)",
      };
    },
  },
  caregivers: {
    each: 1,
    share: 8,
    more: 100,
    columns(draws, setting) {
      return {
        caregiver_id: id("G", 1),
        patient_id: PERSON,
        created_at: instantBefore(setting, `30 + ${draws.below(900)}`, draws),
        first_name: draws.oneOf(FIRST_NAMES),
        last_name: draws.oneOf(LAST_NAMES),
        relationship: draws.oneOf(["parent", "spouse", "child", "friend"]),
        permission: pick(
          [
            [draws.percent(70), "'|schedule|'"],
            [draws.percent(30), "'|schedule|billing|'"],
          ],
          "'|'",
        ),
        permission_from: daysBefore(setting, `10 + ${draws.below(700)}`),
        permission_until: pick(
          [[draws.percent(60), "NULL"]],
          daysBefore(setting, `60 - ${draws.below(700)}`),
        ),
        permission_given_by: pick([[draws.percent(85), "'patient'"]], "'staff'"),
        language: sqlText(setting.languages[0] ?? "en"),
        phone: most(draws, 80, fictionalPhone("person + 39600")),
        email: most(draws, 80, "concat('helper', person, '@example.test')"),
        email_bounced: "FALSE",
        time_zone: most(draws, 90, draws.oneOf(PLACES.map(([, , , zone]) => zone))),
      };
    },
  },
  visits: {
    each: 2,
    share: 80,
    more: 30,
    columns(draws, setting, valuesOf) {
      const types = valuesOf("type");
      const later = "n = 1";
      const isMissed = draws.percent(30);
      const days = pick(
        [
          [later, `-1 - ${draws.below(60)}`],
          [isMissed, `1 + ${draws.below(20)}`],
        ],
        `1 + ${draws.below(720)}`,
      );
      const date = daysBefore(setting, days);
      return {
        visit_id: id("V", 2),
        patient_id: PERSON,
        clinic_id: clinic(setting),
        status: pick(
          [
            [later, "'booked'"],
            [isMissed, "'missed'"],
            [draws.percent(12), "'cancelled'"],
          ],
          "'completed'",
        ),
        type: draws.oneOf(types.length > 0 ? types : ["primary-care", "annual-exam", "specialist"]),
        date,
        starts_at: `(CAST(${date} AS TIMESTAMP) + to_minutes(CAST(14 * 60 + 15 * ${draws.below(32)} AS INTEGER)))`,
        created_at: pick(
          [[later, instantBefore(setting, `1 + ${draws.below(40)}`, draws)]],
          instantBefore(setting, `${days} + 7 + ${draws.below(60)}`, draws),
        ),
        for_id: "CAST(NULL AS VARCHAR)",
      };
    },
  },
  results: {
    each: 1,
    share: 14,
    more: 100,
    columns(draws, setting) {
      const days = `1 + ${draws.below(70)}`;
      const isReleased = draws.percent(92);
      return {
        ...record("R", "result_id", 1, draws, setting, days),
        status: pick([[isReleased, "'released'"]], "'pending'"),
        type: draws.oneOf(["4548-4", "2345-7", "24323-8"]),
        released_on: pick([[isReleased, daysBefore(setting, days)]], "NULL"),
        order_id: "CAST(NULL AS VARCHAR)",
        visit_id: "CAST(NULL AS VARCHAR)",
      };
    },
  },
  care_plans: {
    each: 1,
    share: 14,
    more: 100,
    columns(draws, setting) {
      return {
        ...record("C", "care_plan_id", 1, draws, setting, `800 + ${draws.below(600)}`),
        status: pick(
          [
            [draws.percent(80), "'active'"],
            [draws.percent(50), "'on_hold'"],
          ],
          "'closed'",
        ),
        type: draws.oneOf(["long-term", "recovery"]),
        started_on: daysBefore(setting, `800 + ${draws.below(600)}`),
        last_visit_on: most(draws, 97, daysBefore(setting, `20 + ${draws.below(700)}`)),
      };
    },
  },
  prescriptions: {
    each: 1,
    share: 10,
    more: 100,
    columns(draws, setting) {
      return {
        ...record("M", "prescription_id", 1, draws, setting, `90 + ${draws.below(200)}`),
        status: pick(
          [
            [draws.percent(60), "'ended'"],
            [draws.percent(70), "'active'"],
          ],
          "'stopped'",
        ),
        type: draws.oneOf(["860975", "314076", "197361"]),
        written_on: daysBefore(setting, `90 + ${draws.below(200)}`),
        ends_on: daysBefore(setting, `60 - ${draws.below(120)}`),
        care_plan_id: "CAST(NULL AS VARCHAR)",
      };
    },
  },
  procedures: {
    each: 1,
    share: 6,
    more: 100,
    columns(draws, setting) {
      const days = `1 + ${draws.below(90)}`;
      const isDone = draws.percent(90);
      return {
        ...record("X", "procedure_id", 1, draws, setting, days),
        status: pick([[isDone, "'done'"]], "'cancelled'"),
        type: draws.oneOf(["45378", "66984", "27447"]),
        done_on: pick([[isDone, daysBefore(setting, days)]], "NULL"),
        follow_up_due_on: daysBefore(setting, `45 - ${draws.below(90)}`),
      };
    },
  },
  orders: {
    each: 1,
    share: 10,
    more: 100,
    columns(draws, setting) {
      const days = `10 + ${draws.below(200)}`;
      return {
        ...record("O", "order_id", 1, draws, setting, days),
        status: pick(
          [
            [draws.percent(60), "'open'"],
            [draws.percent(70), "'completed'"],
          ],
          "'cancelled'",
        ),
        type: draws.oneOf(["77067", "45378", "80061"]),
        ordered_on: daysBefore(setting, days),
        due_on: daysBefore(setting, `${draws.below(120)} - 60`),
      };
    },
  },
  inquiries: {
    each: 1,
    share: 4,
    more: 100,
    columns(draws, setting) {
      const days = `1 + ${draws.below(60)}`;
      return {
        ...record("Q", "inquiry_id", 1, draws, setting, days),
        status: pick(
          [
            [draws.percent(70), "'open'"],
            [draws.percent(50), "'booked'"],
          ],
          "'closed'",
        ),
        type: draws.oneOf(["new-patient", "second-opinion"]),
        received_on: daysBefore(setting, days),
        source: draws.oneOf(["web", "phone", "partner"]),
      };
    },
  },
  consents: {
    each: 3,
    share: 76,
    more: 100,
    columns(draws, setting) {
      return {
        patient_id: PERSON,
        channel: "(['sms', 'email', 'phone'])[1 + n]",
        state: pick([[draws.percent(93), "'granted'"]], "'revoked'"),
        recorded_at: instantBefore(setting, `10 + ${draws.below(700)}`, draws),
        source: draws.oneOf(["intake form", "web form", "call"]),
        wording: "'intake-form-v7'",
      };
    },
  },
};

/** What a column holds of which nothing is known but its type: codes from the field's own list, mostly no, some blanks. */
export function drawnByType({ type, field, name }: ShapedColumn, draws: Draws, setting: Setting): string {
  switch (type) {
    case "yes-no": {
      const blank = field?.blankMeansNo === true ? 92 : 3;
      return pick(
        [
          [draws.percent(blank), "NULL"],
          [draws.percent(3), "TRUE"],
        ],
        "FALSE",
      );
    }
    case "code":
      if (field === undefined || field.values.length === 0) return "CAST(NULL AS VARCHAR)";
      return most(draws, 97, draws.oneOf(field.values));
    case "list":
      if (field === undefined || field.values.length === 0) return "CAST(NULL AS VARCHAR)";
      return pick([[draws.percent(70), "'|'"]], `concat('|', ${draws.oneOf(field.values)}, '|')`);
    case "number":
      return most(draws, 97, `CAST(${draws.below(1000)} / 10.0 AS DECIMAL(18, 6))`);
    case "date":
      return most(draws, 97, daysBefore(setting, draws.below(720)));
    case "instant":
      return most(draws, 97, instantBefore(setting, draws.below(720), draws));
    case "text":
      return most(draws, 90, `concat(${sqlText(`${name.replaceAll("_", " ")} `)}, ${draws.below(1000)})`);
  }
}
