import { beforeAll, describe, expect, it } from "vitest";
import { openDuckDb } from "../../src/database/index.ts";
import { AS_DOCUMENTED } from "../../src/model/index.ts";
import {
  checkRoster,
  type RosterReport,
  rosterShape,
  rosterSource,
  shapeConflicts,
} from "../../src/roster/index.ts";
import { BASE, compileTexts, TODAY } from "../support/base.ts";
import { field, folderWith } from "./rosters.ts";

const FIELDS = [
  field("patient.state", "code"),
  field("visit.type", "one-of", ["primary-care", "annual-exam"]),
  { ...field("patient.needs", "many-of", ["relay"]), blankMeansNo: true },
];

async function check(
  files: Record<string, string>,
  more: Partial<Parameters<typeof checkRoster>[2]> = {},
): Promise<RosterReport> {
  const db = await openDuckDb();
  try {
    return await checkRoster(db, rosterSource(folderWith(files), AS_DOCUMENTED), {
      today: TODAY,
      shape: rosterShape(FIELDS),
      mapping: AS_DOCUMENTED,
      conflicts: [],
      plans: [],
      known: { clinics: ["north"], languages: ["en", "es"] },
      showValues: false,
      ...more,
    });
  } finally {
    await db.close();
  }
}

const brief = ({ findings }: RosterReport) =>
  findings.map(({ check: name, severity, table, column, rows, people, places }) =>
    [
      severity,
      name,
      `${table}.${column}`,
      rows,
      people,
      places.map(({ row, id }) => `${row} ${id}`).join(", "),
    ].join(" | "),
  );

const PATIENTS =
  "patient_id,clinic_id,first_name,last_name,birth_date,language,phone,phone_confirmed_on,email,email_bounced,time_zone,needs\n";
const CLEAN = `${PATIENTS}P1,north,Ana,Lopez,1980-01-01,en,+12175550101,2026-11-01,ana@example.test,no,America/Chicago,relay\n`;
const VISITS = "visit_id,patient_id,clinic_id,status,type,date,created_at\n";

/** [what, the row, what is found of it] */
const PEOPLE: readonly (readonly [string, string, readonly string[]])[] = [
  ["a day that does not exist", "A1,,,,1980-02-30,,,,,,,", ["error unreadable-value birth_date"]],
  ["a number that is given twice", "A2,,,,,,,,,,,", ["error same-id-twice patient_id"]],
  ["a number that is given a second time", "A2,,,,,,,,,,,", ["error same-id-twice patient_id"]],
  ["a row of nobody", ",,,,,,,,,,,", ["error row-of-nobody patient_id"]],
  ["a clinic that is not there", "A3,nroth,,,,,,,,,,", ["warning unknown-clinic clinic_id"]],
  ["a zone that does not exist", "A4,,,,,,,,,,US/Midwest,", ["warning unknown-time-zone time_zone"]],
  ["another language", "A5,,,,,vi,,,,,,", ["info unknown-language language"]],
  ["a code that no field lists", "A6,,,,,,,,,,,relay|lift", ["warning unknown-code needs"]],
  ["a birth in the future", "A7,,,,2027-01-01,,,,,,,", ["warning impossible-date birth_date"]],
  ["a birth 126 years ago", "A8,,,,1900-01-01,,,,,,,", ["warning impossible-date birth_date"]],
  ["a number that cannot be", "A9,,,,,,217-55-0101,,,,,", ["warning invalid-phone phone"]],
  ["an address that cannot be", "B1,,,,,,,,ana@example,,,", ["warning invalid-email email"]],
  [
    "two addresses in one cell",
    "B2,,,,,,,,a@example.test b@example.test,,,",
    ["warning invalid-email email"],
  ],
  ["mail that came back", "B3,,,,,,,,b@example.test,yes,,", ["info returned-contact email"]],
  [
    "a number that nobody confirmed for long",
    "B4,,,,,,+12175550102,2025-11-22,,,,",
    ["info stale-contact phone"],
  ],
  ["no fault in one that was confirmed a year ago", "B5,,,,,,+12175550103,2025-11-23,,,,", []],
  ["a shared phone, however it is written", "B6,,,,,,+1 (217) 555-0101,,,,,", ["info shared-phone phone"]],
  ["a shared address, in other capitals", "B7,,,,,,,,ANA@example.test,,,", ["info shared-email email"]],
];
const RECORDS: typeof PEOPLE = [
  [
    "a visit before birth",
    "V1,P1,north,completed,primary-care,1979-12-31,1979-12-01 10:00",
    ["warning impossible-date date"],
  ],
  [
    "a visit completed tomorrow",
    "V2,P1,north,completed,primary-care,2026-11-24,2026-11-01 10:00",
    ["warning impossible-date date"],
  ],
  [
    "a visit booked for yesterday",
    "V3,P1,north,booked,primary-care,2026-11-22,2026-11-01 10:00",
    ["warning impossible-date date"],
  ],
  [
    "a record of next week",
    "V4,P1,north,booked,primary-care,2026-12-22,2026-11-30 10:00",
    ["warning impossible-date created_at"],
  ],
  [
    "a patient who is not there",
    "V5,P9,north,booked,primary-care,2026-12-22,2026-11-01 10:00",
    ["warning unknown-patient patient_id"],
  ],
  [
    "no fault in a visit that is booked for today",
    "V6,P1,north,booked,primary-care,2026-11-23,2026-11-01 10:00",
    [],
  ],
];

/** What is found of each record, by its number. */
function byId({ findings }: RosterReport): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { severity, check: name, column, places } of findings) {
    for (const id of new Set(places.map((place) => place.id ?? ""))) {
      found.set(id, [...(found.get(id) ?? []), `${severity} ${name} ${column}`]);
    }
  }
  return found;
}

describe("recare roster check", () => {
  it("finds nothing in a clean roster", async () => {
    const visits = `${VISITS}V1,P1,north,missed,primary-care,2026-11-20,2026-11-01 10:00\n`;
    const report = await check({ "patients.csv": CLEAN, "visits.csv": visits });
    expect(brief(report)).toEqual([]);
    expect(report).toMatchObject({ people: 1, setAside: 0 });
  });

  describe("finds in one roster full of mistakes", () => {
    let found: ReadonlyMap<string, readonly string[]>;
    beforeAll(async () => {
      const files = {
        "patients.csv": CLEAN + PEOPLE.map(([, row]) => `${row}\n`).join(""),
        "visits.csv": VISITS + RECORDS.map(([, row]) => `${row}\n`).join(""),
      };
      found = byId(await check(files));
    });

    it.each([...PEOPLE, ...RECORDS])("%s", (_, row, expected) => {
      expect(found.get(row.slice(0, row.indexOf(","))) ?? []).toEqual(expected);
    });

    it("nothing about whoever is clean, but that others share her phone and mailbox", () => {
      expect(found.get("P1")).toEqual(["info shared-phone phone", "info shared-email email"]);
    });
  });

  it("scores two records of one person, and lets twins be", async () => {
    const rows = [
      "P2,north,ANA,Lopez,1980-01-01,en,217-555-0101,,other@example.test,no,,\n", // the same person
      "P3,north,Eva,Reed,1990-05-05,en,,,,no,,\n",
      "P4,north,Ivo,Reed,1990-05-05,en,,,,no,,\n", // her twin
    ];
    const report = await check({ "patients.csv": CLEAN + rows.join("") });
    const [duplicate] = report.findings.filter(({ check: name }) => name === "duplicate-person");
    expect(duplicate).toMatchObject({ rows: 1, places: [{ row: 2, id: "P1 and P2, score 85" }] });
  });

  it("names five rows and counts the rest, and no value unless it is asked", async () => {
    const rows = Array.from({ length: 1209 }, (_, index) => `Q${index},,,,,,12,,,,,\n`).join("");
    const [finding] = (await check({ "patients.csv": CLEAN + rows })).findings;
    expect(finding).toMatchObject({ check: "invalid-phone", rows: 1209, people: 1209 });
    expect(finding?.places).toHaveLength(5);
    expect(finding?.places.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    const [told] = (await check({ "patients.csv": CLEAN + rows }, { showValues: true })).findings;
    expect(told?.places[0]).toEqual({ row: 3, id: "Q0", value: "12" });
  });

  it("says what a file that cannot be read needs, as a finding", async () => {
    const report = await check({ "patients.csv": "id\nP1\n" });
    expect(report.findings).toMatchObject([{ check: "unreadable-table", severity: "error" }]);
  });

  it("tells of files that belong to no table, and of fields that are declared otherwise", async () => {
    const report = await check(
      { "patients.csv": CLEAN, "visit.csv": VISITS },
      { conflicts: shapeConflicts([field("patient.birth_date", "text"), field("patient.phone", "phone")]) },
    );
    expect(report.findings.map(({ check: name, shown, column }) => [name, shown, column])).toEqual([
      ["declared-otherwise", "library/fields.yaml", "patient.birth_date"],
      ["unread-file", "visit.csv", null],
    ]);
  });
});

describe("reach", () => {
  const plans = compileTexts(BASE.files).plans.map(({ plan }) => plan);
  const missed = plans.filter(({ identity }) => identity.scenario === "missed-appointment");
  const fields = missed.flatMap(({ audience }) =>
    audience.fields
      .filter(({ derived }) => derived === null)
      .map(({ path, type, values, blank_means_no }) => ({
        ...field(path, type as "code", values ?? []),
        blankMeansNo: blank_means_no,
      })),
  );

  it("counts who qualifies, who can be reached, and whom a blank keeps out", async () => {
    const head = "patient_id,birth_date,phone,email,address_line_1,postal_code,moved_care\n";
    const people = [
      "P1,1980-01-01,+12175550101,,,,no\n", // qualifies, can be called
      "P2,1980-01-01,,,,,no\n", // qualifies, cannot be reached
      "P3,1980-01-01,+12175550103,,,,\n", // moved_care is blank
      "P4,1980-01-01,+12175550104,,,,yes\n", // moved away
      "P5,1980-13-01,+12175550105,,,,no\n", // cannot be read
    ].join("");
    const visits = [1, 2, 3, 4, 5]
      .map((n) => `V${n},P${n},,missed,primary-care,2026-11-20,2026-11-01 10:00\n`)
      .join("");
    const report = await check(
      { "patients.csv": head + people, "visits.csv": VISITS + visits },
      { plans: missed, shape: rosterShape(fields) },
    );
    const [reach] = report.reach;
    expect(reach).toMatchObject({ people: 5, qualify: 3, reachable: 2 });
    expect(
      reach?.blanks.map(({ fields: read, people: lost, blankPercent }) => [read, lost, blankPercent]),
    ).toEqual([[["patient.moved_care"], 1, 20]]);
    const [unread] = report.findings;
    expect(unread).toMatchObject({
      check: "unreadable-value",
      costs: [{ campaign: missed[0]?.identity.campaign, people: 1, of: 3 }],
    });
  });
});
