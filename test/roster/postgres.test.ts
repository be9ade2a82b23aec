import { beforeAll, describe, expect, it } from "vitest";
import { type Database, openPostgres } from "../../src/database/index.ts";
import { AS_DOCUMENTED } from "../../src/model/index.ts";
import { loadRoster, rosterShape, rosterSource } from "../../src/roster/index.ts";
import { postgresUrl } from "../support/postgres.ts";
import { duckDb, field, folderWith, mapped } from "./rosters.ts";

const shape = rosterShape([field("patient.needs", "many-of", ["relay"]), field("patient.score", "number")]);
const FILES = {
  "patients.csv":
    "patient_id,birth_date,deceased,needs,score,created_at\nP1,1980-02-29,no,relay|step-free,0.5,2026-01-01T09:00:00-06:00\nP2,1999-13-01,,,,\nP3,,yes,|,12,\n",
  "visits.csv":
    "visit_id,patient_id,status,type,date,created_at\nV1,P1,missed,primary-care,2026-11-20,2026-11-01 10:00\n",
};
const PATIENTS =
  "SELECT patient_id, birth_date, deceased, needs, score, created_at FROM patients ORDER BY patient_id";
const VISITS = "SELECT visit_id, patient_id, status, type, date, created_at, for_id FROM visits";

let clinic: Database;
let own: Database;
beforeAll(async () => {
  const url = await postgresUrl();
  clinic = await openPostgres(url, { schema: "roster_clinic" });
  own = await openPostgres(url, { schema: "roster_own" });
}, 60_000);

describe("a roster in PostgreSQL", () => {
  it("is what the files say, whichever engine holds it", async () => {
    const duck = await duckDb();
    const source = rosterSource(folderWith(FILES), AS_DOCUMENTED);
    const [there, here] = [
      await loadRoster(source, own, { shape }),
      await loadRoster(source, duck, { shape }),
    ];
    expect(await own.rows(PATIENTS)).toEqual(await duck.rows(PATIENTS));
    expect(await own.rows(VISITS)).toEqual(await duck.rows(VISITS));
    expect((await own.rows(PATIENTS)).map((row) => row.patient_id)).toEqual(["P1", "P3"]);
    expect(there.setAside).toBe(here.setAside);
    await loadRoster(source, own, { shape });
    expect(await own.rows(VISITS)).toHaveLength(1);
  });

  it("can be the tables of another schema, mapped", async () => {
    await clinic.run(
      "CREATE TABLE people (mrn text, dob date, died boolean, needs text[], score numeric, made timestamptz)",
    );
    await clinic.run(
      "INSERT INTO people VALUES ('P1', '1980-02-29', false, '{relay,step-free}', 0.5, '2026-01-01T09:00:00-06:00'), ('P3', NULL, true, '{}', 12, NULL)",
    );
    await clinic.run(
      "CREATE TABLE visits (visit_id text, patient_id text, status text, type text, date date, created_at timestamp)",
    );
    await clinic.run(
      "INSERT INTO visits VALUES ('V1', 'P1', 'NS', 'primary-care', '2026-11-20', '2026-11-01 10:00')",
    );
    const mapping = mapped({
      patients: {
        from: "people",
        columns: { patient_id: "mrn", birth_date: "dob", deceased: "died", created_at: "made" },
      },
      visits: { values: { status: { NS: "missed" } } },
    });
    const source = rosterSource("postgres:roster_clinic", mapping);
    await loadRoster(source, own, { shape, mapping });
    const duck = await duckDb();
    await loadRoster(rosterSource(folderWith(FILES), AS_DOCUMENTED), duck, { shape });
    expect(await own.rows(PATIENTS)).toEqual(await duck.rows(PATIENTS));
    expect(await own.rows(VISITS)).toEqual(await duck.rows(VISITS));
  });

  it("sets aside whoever has a status that nobody knows", async () => {
    await clinic.run(
      "INSERT INTO visits VALUES ('V2', 'P3', 'moved', 'primary-care', '2026-11-20', '2026-11-01 10:00')",
    );
    const mapping = mapped({
      patients: {
        from: "people",
        columns: { patient_id: "mrn", birth_date: "dob", deceased: "died", created_at: "made" },
      },
      visits: { values: { status: { NS: "missed" } } },
    });
    const loaded = await loadRoster(rosterSource("postgres:roster_clinic", mapping), own, { shape, mapping });
    expect(loaded.setAside).toBe(1);
    expect((await own.rows(PATIENTS)).map((row) => row.patient_id)).toEqual(["P1"]);
  });

  it("is refused where a date is kept as text, and where the schema is Recare's own", async () => {
    const mapping = mapped({
      patients: { from: "people", columns: { patient_id: "mrn", birth_date: "mrn" } },
    });
    await expect(
      loadRoster(rosterSource("postgres:roster_clinic", mapping), own, { shape, mapping }),
    ).rejects.toMatchObject({
      message: "roster_clinic.people.mrn is text, and patients.birth_date is date.",
    });
    await expect(
      loadRoster(rosterSource("postgres:roster_own", AS_DOCUMENTED), own, { shape }),
    ).rejects.toMatchObject({
      message: "The roster cannot be in the schema roster_own, where Recare keeps its own tables.",
    });
  });
});
