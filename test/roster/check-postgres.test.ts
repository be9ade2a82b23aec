import { beforeAll, describe, expect, it } from "vitest";
import { rosterFields } from "../../src/cli/roster/workspace.ts";
import { run } from "../../src/cli/run.ts";
import { openDuckDb, openPostgres } from "../../src/database/index.ts";
import { AS_DOCUMENTED } from "../../src/model/index.ts";
import { checkRoster, type RosterReport, rosterShape, rosterSource } from "../../src/roster/index.ts";
import { session } from "../cli/session.ts";
import { BASE, compileTexts, TODAY } from "../support/base.ts";
import { postgresUrl } from "../support/postgres.ts";
import { field, folderWith } from "./rosters.ts";

/** Everything that a table of a server can have wrong: days that do not exist it has none. */
const PATIENTS: readonly string[] = [
  "P1,north,Ana,Lopez,1980-01-01,en,+12175550101,2026-11-01,ana@example.test,no,America/Chicago,|relay|,1 Oak St,62701",
  "P2,nroth,Ana,Lopez,1980-01-01,en,+1 (217) 555-0101,2025-01-01,ANA@example.test,yes,US/Midwest,|relay|lift|,1 Oak St,62701",
  "P3,north,Eva,Ruiz,2027-01-01,vi,217-55-0101,2026-11-01,ana@example,no,America/Chicago,|lift|lift|,,",
  "P4,north,Kim,Park,1880-01-01,en,,,a@example.test b@example.test,no,,|,,",
  "P5,north,Lee,Park,1970-01-01,es,,,lee..park@example.test,no,,|relay|relay|,,",
];
const VISITS: readonly string[] = [
  "V1,P1,north,missed,primary-care,2026-11-20,2026-11-01 10:00:00",
  "V2,P1,north,booked,annual-exam,2026-11-02,2026-11-01 10:00:00",
  "V3,P2,north,completed,x-ray,2027-01-02,2026-11-01 10:00:00",
  "V4,P4,north,missed,primary-care,1870-01-02,2026-12-24 10:00:00",
  "V1,P3,north,missed,primary-care,2026-11-20,2026-11-01 10:00:00",
  "V6,nobody,north,cancelled,primary-care,2026-11-20,2026-11-01 10:00:00",
  "V7,P5,north,gone,primary-care,2026-11-20,2026-11-01 10:00:00",
];
const CONSENTS: readonly string[] = [
  "P1,sms,granted,2026-01-01 10:00:00",
  "P2,all,revoked,2026-01-01 10:00:00",
];

const COLUMNS = {
  patients:
    "patient_id text,clinic_id text,first_name text,last_name text,birth_date date,language text,phone text,phone_confirmed_on date,email text,email_bounced boolean,time_zone text,needs text,address_line_1 text,postal_code text",
  visits: "visit_id text,patient_id text,clinic_id text,status text,type text,date date,created_at timestamp",
  consents: "patient_id text,channel text,state text,recorded_at timestamp",
} as const;
const ROWS = { patients: PATIENTS, visits: VISITS, consents: CONSENTS } as const;
const TABLES = ["patients", "visits", "consents"] as const;

const { plans, workspace } = compileTexts(BASE.files);
const [compiled] = plans;
if (compiled === undefined) throw new Error("the base has no plan");
const OWN = [
  field("visit.type", "one-of", ["primary-care", "annual-exam"]),
  { ...field("patient.needs", "many-of", ["relay"]), blankMeansNo: true },
];
const FIELDS = [
  ...rosterFields(workspace).filter(({ path }) => !OWN.some((own) => own.path === path)),
  ...OWN,
];
const OPTIONS = {
  today: TODAY,
  shape: rosterShape(FIELDS),
  mapping: AS_DOCUMENTED,
  conflicts: [],
  plans: [compiled.plan],
  known: { clinics: ["north"], languages: ["en", "es"] },
  showValues: true,
};

/** All that a report says; a table of a server has no file, and its rows no numbers. */
function told({ people, setAside, findings, reach }: RosterReport) {
  return {
    people,
    setAside,
    reach,
    findings: findings.map(({ shown: _, places, ...finding }) => ({
      ...finding,
      places: places.map(({ id, value }) => `${id} ${value}`).sort(),
    })),
  };
}

let url: string;
beforeAll(async () => {
  url = await postgresUrl();
  const db = await openPostgres(url, { schema: "roster_checked" });
  for (const table of TABLES) {
    await db.run(`CREATE TABLE ${table} (${COLUMNS[table]})`);
    for (const row of ROWS[table]) {
      const cells = row.split(",").map((cell) => (cell === "" ? "NULL" : `'${cell}'`));
      await db.run(`INSERT INTO ${table} VALUES (${cells.join(", ")})`);
    }
  }
  await db.close();
}, 60_000);

describe("a roster on a server", () => {
  it("is checked where it is, and found as bad as the same in files", async () => {
    const names = (table: (typeof TABLES)[number]) => COLUMNS[table].replaceAll(/ \w+/g, "");
    const files = Object.fromEntries(
      TABLES.map((table) => [`${table}.csv`, `${[names(table), ...ROWS[table]].join("\n")}\n`]),
    );
    const [duck, server] = [await openDuckDb(), await openPostgres(url, { isScratch: true })];
    try {
      const inFiles = await checkRoster(duck, rosterSource(folderWith(files), AS_DOCUMENTED), OPTIONS);
      const onServer = await checkRoster(
        server,
        rosterSource("postgres:roster_checked", AS_DOCUMENTED),
        OPTIONS,
      );
      expect(told(onServer)).toEqual(told(inFiles));
      expect(new Set(onServer.findings.map(({ check }) => check)).size).toBeGreaterThan(12);
    } finally {
      await duck.close();
      await server.close();
    }
  });

  it("is left as it was, and waits for nobody", async () => {
    const holder = await openPostgres(url, { schema: "roster_own" });
    try {
      await holder.run("CREATE TABLE IF NOT EXISTS patients (patient_id text)");
      await holder.transaction(async (open) => {
        await open.run("LOCK TABLE patients IN ACCESS EXCLUSIVE MODE");
        const said = await recare(
          "roster",
          "check",
          "postgres:roster_checked",
          "--ledger",
          `${url}#roster_own`,
        );
        expect(said.code).toBe(1);
        expect(said.out).toMatch(/roster_checked\.visits, column visit_id {2}error same-id-twice/);
      });
      expect(
        await holder.rows(
          "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'roster_%'",
        ),
      ).toEqual([]);
    } finally {
      await holder.close();
    }
  }, 30_000);

  it("is one of a server that somebody names", async () => {
    const said = await recare("roster", "check", "postgres:roster_checked");
    expect(said).toMatchObject({
      code: 2,
      err: expect.stringContaining("--ledger postgres://recare@db/clinic"),
    });
    const missing = await recare("roster", "check", "postgres:nowhere", "--ledger", url);
    expect(missing).toMatchObject({ code: 1, out: expect.stringContaining("has no table patients") });
  });
});

async function recare(...args: readonly string[]) {
  const given = session();
  await run(args, { ...given, cwd: "/" });
  return given.said;
}
