import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDuckDb, openPostgres } from "../../../src/database/index.ts";
import { createRunTables, instantOf } from "../../../src/run/index.ts";
import { planOf } from "../../delivery/plans.ts";
import { postgresUrl } from "../../support/postgres.ts";
import { loadWith, writePeople } from "../csv-roster.ts";
import { fill, peopleOf } from "../roster.ts";
import type { ChildSetting, Kill } from "./child.ts";
import { bundledChild, start, writePlan } from "./processes.ts";
import { random } from "./random.ts";
import { type Journal, receivers } from "./receivers.ts";

const WHOLE = planOf("missed-visit");
/** A text, then a mail: a way that knows keys, and one that does not. */
const PLAN = { ...WHOLE, steps: WHOLE.steps.slice(0, 2) };
/** Half a minute on two cores of one's own; many times that where they are shared. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const SEED = Number(process.env.CRASH_SEED ?? 7);

let bundle = "";
let folder = "";
let other: Awaited<ReturnType<typeof receivers>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "recare-crash-"));
  bundle = await bundledChild();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function prepared(db: ChildSetting["db"], people: number, batch: number) {
  other = await receivers();
  const open = () =>
    "file" in db ? openDuckDb({ file: db.file }) : openPostgres(db.url, { schema: db.schema });
  const ledger = await open();
  await fill(ledger, peopleOf(people));
  await ledger.close();
  const setting: ChildSetting = {
    db,
    plan: writePlan(folder, PLAN),
    smtpPort: other.smtpPort,
    smsUrl: other.smsUrl,
    batch,
    kill: null,
    judge: "plain",
    now: null,
  };
  return { setting, open, journal: other.journal };
}

async function runUntilDone(setting: ChildSetting): Promise<void> {
  const { code, stderr } = await start(bundle, setting).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

/** Somebody says STOP, at the clock's second. */
async function stop(db: Database, patients: readonly string[], at: string): Promise<void> {
  const columns = ["event_id", "patient_id", "kind", "at", "recorded_at"];
  await db.insert(
    "received_events",
    columns,
    patients.map((id) => [`stop-${id}`, id, "stop", at, at]),
  );
}

/** The promise of docs/operations.md, held against what the other side took. */
async function expectPromiseKept(db: Database, journal: Journal, people: number): Promise<void> {
  const rows = await db.rows("SELECT touch_key, channel, state, why, patient_id, claimed_at FROM ledger");
  const stops = await db.rows("SELECT patient_id, recorded_at FROM received_events WHERE kind = 'stop'");
  const mails = journal.mails.map(({ id }) => id);
  const texts = journal.texts.map(({ key }) => key);
  expect(new Set(mails).size, "no mail twice").toBe(mails.length);
  expect(new Set(texts).size, "no key of a text accepted twice").toBe(texts.length);
  expect(journal.changed, "the same words under the same key").toEqual([]);
  const ended = new Map(rows.map(({ touch_key, state }) => [String(touch_key), String(state)]));
  expect(
    [...ended.values()].filter((state) => state === "claimed"),
    "nothing is left claimed",
  ).toEqual([]);
  for (const key of [...mails, ...texts])
    expect(
      ["sent", "parked"],
      `${key} was received, and the ledger says so or that it is in doubt`,
    ).toContain(ended.get(key));
  const took = new Set([...mails, ...texts]);
  for (const [key, state] of ended)
    if (state === "sent") expect(took.has(key), `${key} was sent indeed`).toBe(true);
  const stoppedAt = new Map(
    stops.map(({ patient_id, recorded_at }) => [String(patient_id), String(recorded_at)]),
  );
  for (const { patient_id, claimed_at } of rows) {
    const at = stoppedAt.get(String(patient_id));
    if (at !== undefined)
      expect(String(claimed_at) <= at, "nothing is claimed after a recorded stop").toBe(true);
  }
  const unstopped = people - stoppedAt.size;
  const finished = rows.filter(({ patient_id }) => !stoppedAt.has(String(patient_id)));
  const parked = finished.filter(({ state, channel }) => state === "parked" && channel === "sms").length;
  expect(finished.length, "everybody who did not stop got both, or waits for a person").toBe(
    unstopped * 2 - parked,
  );
}

describe("kill -9", () => {
  it("at every point of 8,000 touches: nobody gets anything twice, and nothing is lost", async () => {
    const people = 4_000;
    const { setting, open, journal } = await prepared({ file: join(folder, "kills.duckdb") }, people, 200);
    const next = random(SEED);
    const points: readonly Kill["at"][] = ["before claim", "before send", "after send", "after settle"];
    let killed = 0;
    for (let round = 0; round < 8; round++) {
      const at = points[round % points.length] ?? "before send";
      // A batch is claimed and settled once, and sent two hundred times.
      const after = Math.floor(next() * (at.endsWith("send") ? 500 : 3));
      const { signal } = await start(bundle, { ...setting, kill: { at, after } }).ended;
      if (signal === "SIGKILL") killed++;
      const db = await open();
      const patients = [round, 40 + round, 2000 + round].map(
        (n) => `P${String(n * 37 + 1).padStart(4, "0")}`,
      );
      await stop(
        db,
        patients.filter((id) => id <= "P4000"),
        instantOf(new Date()),
      );
      await db.close();
      // The clock of the ledger counts seconds: whatever is claimed next is claimed in a later one.
      await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000)));
    }
    expect(killed).toBe(8);
    await runUntilDone(setting);
    const db = await open();
    await expectPromiseKept(db, journal, people);
    const parked = await db.rows("SELECT COUNT(*) AS n FROM ledger WHERE state = 'parked'");
    expect(Number(parked[0]?.n), "kills were within sending: some are in doubt").toBeGreaterThan(0);
    expect(journal.repeated.length, "and some texts were asked again").toBeGreaterThan(0);
    await db.close();
    await other.close();
  });

  it("from outside, at any moment", async () => {
    const people = 400;
    const { setting, open, journal } = await prepared({ file: join(folder, "outside.duckdb") }, people, 25);
    const next = random(SEED + 1);
    for (let round = 0; round < 4; round++) {
      const { child, ended } = start(bundle, setting);
      await new Promise((resolve) => setTimeout(resolve, 300 + next() * 700));
      child.kill("SIGKILL");
      await ended;
    }
    await runUntilDone(setting);
    const db = await open();
    await expectPromiseKept(db, journal, people);
    await db.close();
    await other.close();
  });
});

it("with the real judge: texts on the second day, mails on the fifth, each day with kills", async () => {
  const people = 250;
  other = await receivers();
  const file = join(folder, "judged.duckdb");
  const setting: ChildSetting = {
    db: { file },
    plan: writePlan(folder, PLAN),
    smtpPort: other.smtpPort,
    smsUrl: other.smsUrl,
    batch: 20,
    kill: null,
    judge: "roster",
    now: "2026-11-23 16:00:00",
  };
  const ledger = await openDuckDb({ file });
  await createRunTables(ledger);
  mkdirSync(join(folder, "people"));
  writePeople(join(folder, "people"), people);
  await loadWith(ledger, join(folder, "people"), PLAN);
  await ledger.close();
  await runUntilDone(setting);
  const points: readonly Kill["at"][] = ["before claim", "after send"];
  for (const now of ["2026-11-24 16:00:00", "2026-11-27 17:00:00"]) {
    for (const at of points) {
      const kill = { at, after: at.endsWith("send") ? 30 : 1 };
      expect((await start(bundle, { ...setting, now, kill }).ended).signal, `${now} ${at}`).toBe("SIGKILL");
    }
    await runUntilDone({ ...setting, now });
  }
  const db = await openDuckDb({ file });
  await expectPromiseKept(db, other.journal, people);
  await db.close();
  await other.close();
});

it("a full disk stops everything before it sends more, and a free one goes on", async () => {
  const people = 400;
  const { setting, open, journal } = await prepared({ file: join(folder, "full.duckdb") }, people, 50);
  const { code, signal } = await start(bundle, setting, 300).ended;
  expect(code === 0 && signal === null).toBe(false);
  const taken = journal.mails.length + journal.texts.length;
  expect(taken).toBeLessThan(people * 2);
  await runUntilDone(setting);
  const db = await open();
  await expectPromiseKept(db, journal, people);
  await db.close();
  await other.close();
});

describe("PostgreSQL", () => {
  it("two dispatchers share the work, one of them dies, and both hold to a stop", async () => {
    const people = 300;
    const url = await postgresUrl();
    const { setting, open, journal } = await prepared({ url, schema: "crash_two" }, people, 20);
    const db = await open();
    const dying = start(bundle, { ...setting, kill: { at: "after send", after: 80 } });
    const living = start(bundle, setting);
    // Meanwhile people say STOP, one after the other, each with the lock that a claim takes.
    const stopped = ["P0290", "P0295", "P0300"];
    for (const patient of stopped) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await db.run("INSERT INTO contacts (contact) VALUES (:contact) ON CONFLICT DO NOTHING", {
        contact: `patient ${patient}`,
      });
      await db.transaction(async (held) => {
        await held.rows("SELECT contact FROM contacts WHERE contact = :contact FOR UPDATE", {
          contact: `patient ${patient}`,
        });
        await stop(held, [patient], instantOf(new Date()));
      });
    }
    expect(await dying.ended).toMatchObject({ signal: "SIGKILL" });
    expect(await living.ended).toMatchObject({ code: 0, stderr: "" });
    await runUntilDone(setting);
    await expectPromiseKept(db, journal, people);
    const runs = await db.rows("SELECT run_id, COUNT(*) AS n FROM ledger GROUP BY run_id");
    expect(runs.filter(({ n }) => Number(n) > 20).length).toBeGreaterThan(1);
    await db.close();
    await other.close();
  });

  it("two dispatchers with the real judge enter everybody once and text everybody once", async () => {
    const people = 120;
    const db = { url: await postgresUrl(), schema: "crash_judged" };
    other = await receivers();
    const setting: ChildSetting = {
      db,
      plan: writePlan(folder, PLAN),
      smtpPort: other.smtpPort,
      smsUrl: other.smsUrl,
      batch: 10,
      kill: null,
      judge: "roster",
      now: "2026-11-23 16:00:00",
    };
    const ledger = await openPostgres(db.url, { schema: db.schema });
    await createRunTables(ledger);
    mkdirSync(join(folder, "shared"));
    writePeople(join(folder, "shared"), people);
    await loadWith(ledger, join(folder, "shared"), PLAN);
    for (const now of ["2026-11-23 16:00:00", "2026-11-24 16:00:00"]) {
      const both = [start(bundle, { ...setting, now }), start(bundle, { ...setting, now })];
      for (const { ended } of both) expect(await ended).toMatchObject({ code: 0, stderr: "" });
    }
    const [enrolled] = await ledger.rows("SELECT COUNT(*) AS n FROM enrolments");
    expect(enrolled).toEqual({ n: people });
    expect(other.journal.texts).toHaveLength(people);
    expect(other.journal.repeated, "only where the gateway said that it is busy").toHaveLength(
      Math.floor(people / 37),
    );
    const runs = await ledger.rows("SELECT run_id, COUNT(*) AS n FROM ledger GROUP BY run_id");
    expect(runs.reduce((sum, { n }) => sum + Number(n), 0)).toBe(people);
    await ledger.close();
    await other.close();
  });

  it("a database that cuts every connection stops the run, and the next one goes on", async () => {
    const people = 200;
    const url = await postgresUrl();
    const { setting, open, journal } = await prepared({ url, schema: "crash_restart" }, people, 20);
    for (let round = 0; round < 3; round++) {
      const cut = start(bundle, setting);
      const db = await open();
      // What a restart does to every client, without stopping the server that other tests use.
      for (let tries = 0, ended = 0; ended === 0 && tries < 200; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (journal.texts.length < 40 * (round + 1)) continue;
        const rows = await db.rows(
          "SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity WHERE application_name = 'recare' AND pid <> pg_backend_pid()",
        );
        ended = rows.length;
      }
      await db.close();
      expect((await cut.ended).code).not.toBe(0);
    }
    await runUntilDone(setting);
    const db = await open();
    await expectPromiseKept(db, journal, people);
    await db.close();
    await other.close();
  });
});
