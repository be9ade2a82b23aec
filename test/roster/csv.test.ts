import { describe, expect, it } from "vitest";
import { field, load, mapped } from "./rosters.ts";

const VISITS = "visit_id,patient_id,status,type,date,created_at\n";
const patients = async (csv: string | Uint8Array, columns = "*") => {
  const { db } = await load({ "patients.csv": csv });
  return db.rows(`SELECT ${columns} FROM patients ORDER BY patient_id`);
};

describe("a roster in CSV", () => {
  it("is read with a byte order mark, CRLF, quotes, commas and line breaks in cells", async () => {
    const csv = '\uFEFFpatient_id,first_name,last_name\r\nP1,"Ana, ""Nan""",Núñez\r\nP2,"two\r\nlines",\r\n';
    expect(await patients(csv, "patient_id, first_name, last_name")).toEqual([
      { patient_id: "P1", first_name: 'Ana, "Nan"', last_name: "Núñez" },
      { patient_id: "P2", first_name: "two\r\nlines", last_name: null },
    ]);
  });

  it.each([";", "\t", "|"])("may divide its cells by %j", async (mark) => {
    const csv = `patient_id,birth_date,state\nP1,1980-02-29,IL\n`.replaceAll(",", mark);
    expect(await patients(csv, "patient_id, birth_date, state")).toEqual([
      { patient_id: "P1", birth_date: "1980-02-29", state: "IL" },
    ]);
  });

  it("reads capitals in column names, trims cells, and takes unknown as a blank", async () => {
    const csv = "PATIENT_ID,State,Language\n P1 , unknown,Unknown\n";
    expect(await patients(csv, "patient_id, state, language")).toEqual([
      { patient_id: "P1", state: null, language: null },
    ]);
  });

  it("keeps codes as they are written", async () => {
    const csv = "patient_id,postal_code\n00100,01e5\n";
    expect(await patients(csv, "patient_id, postal_code")).toEqual([
      { patient_id: "00100", postal_code: "01e5" },
    ]);
  });

  it("has every documented column and every table, with the types that the judge asks for", async () => {
    const { db, loaded } = await load({ "patients.csv": "patient_id\nP1\n" }, [
      field("patient.hospice", "yes-no"),
      field("patient.needs", "many-of", ["relay"]),
      field("patient.score", "number"),
    ]);
    const [row] = await db.rows(
      "SELECT typeof(hospice) AS a, typeof(needs) AS b, typeof(score) AS c FROM patients",
    );
    expect(row).toEqual({ a: "BOOLEAN", b: "VARCHAR", c: "DECIMAL(18,6)" });
    expect(await db.rows("SELECT visit_id, starts_at FROM visits")).toEqual([]);
    expect(loaded.tables.filter(({ shown }) => shown !== undefined).map(({ table }) => table)).toEqual([
      "patients",
    ]);
  });

  it.each([
    [
      "a quotation mark that is never closed",
      'patient_id,state\nP1,"IL\nP2,IA\n',
      "patients.csv, line 2 has a quotation mark that is never closed.",
    ],
    [
      "a cell too many",
      "patient_id,state\nP1,IL\nP2,IA,x\n",
      "patients.csv, line 3 has more cells than the header has columns.",
    ],
    [
      "a cell too few",
      "patient_id,state\nP1,IL\nP2\n",
      "patients.csv, line 3 has fewer cells than the header has columns.",
    ],
    ["an empty file", "", "patients.csv has no header: its first line is missing."],
    [
      "a column without a name",
      "patient_id,,state\n",
      "patients.csv has no name for column 2 in its first line.",
    ],
    ["a column twice", "patient_id,State,state\n", 'patients.csv names the column "state" twice.'],
    [
      "no key",
      "patientid,state\nP1,IL\n",
      'patients.csv has no column patient_id, which every row needs; is it "patientid"? The record\'s own number. It never changes and is never given to another person.',
    ],
    [
      "Latin-1",
      Buffer.from("patient_id,state\nP1,Mu\xf1oz\n", "latin1"),
      "patients.csv, line 2 is not UTF-8.",
    ],
    [
      "UTF-16",
      Buffer.from("\uFEFFpatient_id\nP1\n", "utf16le"),
      "patients.csv is written in UTF-16; a roster is read as UTF-8.",
    ],
  ])("is refused with %s, without a word of its rows", async (_, csv, message) => {
    await expect(load({ "patients.csv": csv })).rejects.toMatchObject({ name: "RosterProblem", message });
  });

  it("is refused where a row of a refusal does not tell whose it is", async () => {
    const consents =
      "patient_id,channel,state,recorded_at\nP1,sms,granted,2026-01-01 10:00\n,sms,revoked,2026-02-01 10:00\n";
    await expect(
      load({ "patients.csv": "patient_id\nP1\n", "consents.csv": consents }),
    ).rejects.toMatchObject({
      message: "consents.csv, row 3 does not tell whose it is: patient_id is missing.",
    });
  });
});

describe("somebody whose row cannot be read", () => {
  const four = "patient_id\nP1\nP2\nP3\nP4\n";
  const left = async (files: Record<string, string>) => {
    const { db, loaded } = await load({ "patients.csv": four, ...files });
    const rows = await db.rows("SELECT patient_id FROM patients ORDER BY patient_id");
    return { people: rows.map((row) => row.patient_id), setAside: loaded.setAside };
  };

  it.each([
    ["a status that nobody knows", "V1,P2,rescheduled,primary-care,2026-11-20,2026-11-01 10:00\n"],
    ["a day that does not exist", "V1,P2,missed,primary-care,2026-02-30,2026-11-01 10:00\n"],
    ["a needed cell that is blank", "V1,P2,missed,,2026-11-20,2026-11-01 10:00\n"],
    ["an instant without a time of day", "V1,P2,missed,primary-care,2026-11-20,2026-11-01\n"],
  ])("is set aside for %s", async (_, row) => {
    expect(await left({ "visits.csv": VISITS + row })).toEqual({ people: ["P1", "P3", "P4"], setAside: 1 });
  });

  it("is set aside with whoever has the same number, and one who is listed twice", async () => {
    const row = (patient: string) => `V1,${patient},missed,primary-care,2026-11-20,2026-11-01 10:00\n`;
    expect(await left({ "visits.csv": VISITS + row("P2") + row("P3") })).toMatchObject({
      people: ["P1", "P4"],
    });
    expect(await left({ "patients.csv": `${four}P4\n` })).toMatchObject({ people: ["P1", "P2", "P3"] });
  });
});

describe("a mapping", () => {
  it("names the file, the columns, the codes, the order of dates and the clock", async () => {
    const { db } = await load(
      {
        "patients.csv": "mrn,dob\nP1,7/4/1976\n",
        "appointments.csv":
          "id,mrn,st,kind,day,made\n1,P1,NS,pc,11/20/2026,2026-10-31 08:00\n2,P1,booked,pc,2026-11-30,2026-11-02 08:00:30\n",
      },
      [],
      mapped(
        {
          patients: { columns: { patient_id: "mrn", birth_date: "DOB" } },
          visits: {
            from: "appointments",
            columns: {
              visit_id: "id",
              patient_id: "mrn",
              status: "st",
              type: "kind",
              date: "day",
              created_at: "made",
            },
            values: { status: { NS: "missed" }, type: { pc: "primary-care" } },
          },
        },
        { dates: "month/day/year", clock: "America/Chicago" },
      ),
    );
    expect(await db.rows("SELECT patient_id, birth_date FROM patients")).toEqual([
      { patient_id: "P1", birth_date: "1976-07-04" },
    ]);
    expect(
      await db.rows("SELECT visit_id, status, type, date, created_at FROM visits ORDER BY visit_id"),
    ).toEqual([
      {
        visit_id: "1",
        status: "missed",
        type: "primary-care",
        date: "2026-11-20",
        created_at: "2026-10-31 13:00:00",
      },
      {
        visit_id: "2",
        status: "booked",
        type: "primary-care",
        date: "2026-11-30",
        created_at: "2026-11-02 14:00:30",
      },
    ]);
  });

  it.each([
    [
      mapped({ patients: { columns: { patient_id: "mmrn" } } }),
      'patients.csv has no column "mmrn", which recare.yaml names for patients.patient_id; did you mean "mrn"?',
    ],
    [
      mapped({ patients: { columns: { patient_id: "mrn", birthdate: "mrn" } } }),
      'recare.yaml names a column for patients.birthdate, and patients has no such column; did you mean "birth_date"?',
    ],
  ])("that is wrong says what was meant", async (mapping, message) => {
    await expect(load({ "patients.csv": "mrn\nP1\n" }, [], mapping)).rejects.toMatchObject({ message });
  });
});
