import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDuckDb, openPostgres } from "../../src/database/index.ts";
import type { Channel, Message } from "../../src/delivery/index.ts";
import { canonicalJson, sha256 } from "../../src/plan/index.ts";
import {
  createRunTables,
  dispatch,
  historyOf,
  importEvents,
  keepPlan,
  latestPlans,
  loadBesideReceived,
  migrate,
  plansUnderWay,
  readCsv,
  rosterJudge,
} from "../../src/run/index.ts";
import { planOf } from "../delivery/plans.ts";
import { postgresUrl } from "../support/postgres.ts";
import { loadWith, writeRoster } from "./csv-roster.ts";

const PLAN = planOf("missed-visit");
const DIGEST = sha256(canonicalJson(PLAN));

// Seconds on a machine of one's own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recare-whole-"));
  writeRoster(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function loaded(db: Database): Promise<Database> {
  await createRunTables(db);
  await load(db);
  return db;
}

const load = (db: Database) => loadWith(db, folder, PLAN);

function ways() {
  const sent: Message[] = [];
  const way: Channel = {
    name: "test",
    deduplicates: true,
    async send(message) {
      sent.push(message);
      return { outcome: "sent", reference: `r${sent.length}` };
    },
    close: async () => undefined,
  };
  return { sent, channels: new Map(["sms", "email", "phone", "letter"].map((channel) => [channel, way])) };
}

async function tick(db: Database, now: string, plan = PLAN, digest = DIGEST) {
  const { sent, channels } = ways();
  const plans = [{ plan, digest, acceptsEntries: true }];
  const report = await dispatch({ db, plans, judge: rosterJudge, channels, now: () => now });
  return { report, sent: sent.map(({ patient, step }) => `${patient} ${step}`).sort() };
}

describe.each(["DuckDB", "PostgreSQL"])("%s, with the real judge", (engine) => {
  const open = async (schema: string) =>
    loaded(engine === "DuckDB" ? await openDuckDb() : await openPostgres(await postgresUrl(), { schema }));

  it("carries people through the sequence, each on their day, and nobody whom a rule keeps out", async () => {
    const db = await open("whole_sequence");
    expect((await tick(db, "2026-11-23 16:00:00")).sent).toEqual([]);
    expect((await tick(db, "2026-11-24 08:00:00")).sent, "at two in the morning").toEqual([]);
    expect((await tick(db, "2026-11-24 16:00:00")).sent).toEqual(["P1 text-1", "P2 text-1", "P3 text-1"]);
    expect((await tick(db, "2026-11-24 16:05:00")).sent).toEqual([]);
    const stop = readCsv("at,from,body\n2026-11-25 12:00:00,+12175550102,ALTO\n", "2026-11-25 12:00:00");
    await keepPlan(
      db,
      { plan: PLAN, digest: DIGEST, release: null },
      canonicalJson(PLAN),
      "2026-11-23 16:00:00",
    );
    expect(
      await importEvents(db, stop.events, await latestPlans(db), () => "2026-11-25 12:00:00"),
    ).toMatchObject({
      stops: 1,
    });
    const { sent, report } = await tick(db, "2026-11-27 17:00:00");
    expect(sent, "P2 stopped, P3 has no mail").toEqual(["P1 email-1"]);
    expect(Object.fromEntries(report.skipped)).toEqual({ no_address: 1 });
    const { enrolments, touches } = await historyOf(db, "P2");
    expect(enrolments).toMatchObject([{ state: "ended", ended_why: "exit:opted out" }]);
    expect(touches).toMatchObject([
      { state: "sent", step: "text-1", words: expect.stringContaining("Hola Eva.") },
    ]);
    await db.close();
  });

  it("sees an opt-out after the roster was loaded again, though the export does not have it", async () => {
    const db = await open("whole_reload");
    await tick(db, "2026-11-23 16:00:00");
    const stop = readCsv("at,from,body\n2026-11-23 18:00:00,+12175550101,stop\n", "2026-11-23 18:00:00");
    await importEvents(db, stop.events, new Map([["missed-visit", PLAN]]), () => "2026-11-23 18:00:00");
    await load(db);
    expect((await tick(db, "2026-11-24 16:00:00")).sent).toEqual(["P2 text-1", "P3 text-1"]);
    await db.close();
  });

  it("judges nobody while a load that was broken off has left the opt-outs aside", async () => {
    const db = await open("whole_broken");
    await tick(db, "2026-11-23 16:00:00");
    await expect(
      loadBesideReceived(db, async () => {
        throw new Error("the power went");
      }),
    ).rejects.toThrow("the power went");
    // What is not loaded yet is not gone.
    await db.run(`DELETE FROM ${engine === "DuckDB" ? "roster_visits" : "visits"}`);
    await expect(tick(db, "2026-11-24 16:00:00")).rejects.toThrow("Loading the roster was broken off.");
    expect(await db.rows("SELECT COUNT(*) AS n FROM enrolments WHERE state = 'ended'")).toEqual([{ n: 0 }]);
    await load(db);
    expect((await tick(db, "2026-11-24 16:00:00")).sent).toHaveLength(3);
    await db.close();
  });

  it("gives the owner whoever has nobody to write to, once", async () => {
    const db = await open("whole_nobody");
    const steps = PLAN.steps.map((step) => ({ ...step, to: "caregiver" as const }));
    const plan = { ...PLAN, consent: { ...PLAN.consent, patient: "never" as const }, steps };
    const digest = sha256(canonicalJson(plan));
    expect((await tick(db, "2026-11-23 16:00:00", plan, digest)).report).toMatchObject({ sent: 0, tasks: 3 });
    expect((await tick(db, "2026-11-24 16:00:00", plan, digest)).report).toMatchObject({ sent: 0, tasks: 0 });
    const { tasks, enrolments } = await historyOf(db, "P1");
    expect(tasks).toMatchObject([{ kind: "unreachable", team: PLAN.respond.owner }]);
    expect(enrolments).toMatchObject([{ state: "ended", ended_why: "task:unreachable" }]);
    await db.close();
  });

  it("lets people finish on their plan, or go on by a new one that knows their steps", async () => {
    const db = await open("whole_migrate");
    await keepPlan(
      db,
      { plan: PLAN, digest: DIGEST, release: null },
      canonicalJson(PLAN),
      "2026-11-23 16:00:00",
    );
    await tick(db, "2026-11-23 16:00:00");
    await tick(db, "2026-11-24 16:00:00");
    const renamed = (was: readonly string[]) => {
      const steps = PLAN.steps.map((step) =>
        step.id === "text-1" ? { ...step, id: "first-text", when: { ...step.when, was } } : step,
      );
      const plan = { ...PLAN, steps };
      return { plan, digest: sha256(canonicalJson(plan)), release: null };
    };
    const [lost, kept] = [renamed([]), renamed(["text-1"])];
    expect((await tick(db, "2026-11-24 17:00:00", kept.plan, kept.digest)).sent).toEqual([]);
    expect(await plansUnderWay(db, [kept])).toMatchObject([
      { digest: DIGEST, people: 3, campaign: "missed-visit" },
    ]);
    expect(await migrate(db, lost)).toEqual({ unknown: ["text-1"], people: 0 });
    expect(await migrate(db, kept)).toEqual({ unknown: [], people: 3 });
    expect((await tick(db, "2026-11-27 17:00:00", kept.plan, kept.digest)).sent).toEqual([
      "P1 email-1",
      "P2 email-1",
    ]);
    await db.close();
  });
});
