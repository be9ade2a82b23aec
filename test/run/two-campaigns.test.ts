import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type Database, openDuckDb, openPostgres } from "../../src/database/index.ts";
import type { Channel, Message } from "../../src/delivery/index.ts";
import { canonicalJson, type Plan, sha256 } from "../../src/plan/index.ts";
import { createRunTables, dispatch, keepPlan, type PlanToRun, rosterJudge } from "../../src/run/index.ts";
import { session } from "../cli/session.ts";
import { planOf } from "../delivery/plans.ts";
import { postgresUrl } from "../support/postgres.ts";
import { loadWith, writePeople } from "./csv-roster.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Two campaigns for the same people, each with a text a day after they enter. */
const named = (campaign: string, priority: number): Plan => {
  const plan = planOf("missed-visit");
  return { ...plan, identity: { ...plan.identity, campaign, priority }, steps: plan.steps.slice(0, 1) };
};
const URGENT = named("urgent", 20);
const CASUAL = named("casual", 10);
const toRun = (plan: Plan): PlanToRun => ({
  plan,
  digest: sha256(canonicalJson(plan)),
  acceptsEntries: true,
});
const [MONDAY, TUESDAY, WEDNESDAY] = ["2026-11-23", "2026-11-24", "2026-11-25"].map(
  (day) => `${day} 16:30:00`,
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recare-two-"));
  mkdirSync(join(folder, "roster"));
  writePeople(join(folder, "roster"), 1);
  for (const plan of [URGENT, CASUAL])
    writeFileSync(join(folder, `${plan.identity.campaign}.json`), canonicalJson(plan));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function way() {
  const sent: Message[] = [];
  const channel: Channel = {
    name: "test",
    deduplicates: true,
    async send(message) {
      sent.push(message);
      return { outcome: "sent", reference: `r${sent.length}` };
    },
    close: async () => undefined,
  };
  return { sent, channels: new Map([["sms", channel]]) };
}

async function go(db: Database, now: string | undefined, ...plans: readonly Plan[]) {
  const { sent, channels } = way();
  const report = await dispatch({
    db,
    plans: plans.map(toRun),
    judge: rosterJudge,
    channels,
    now: () => now ?? "",
  });
  const decided = [...report.decisions].map(([campaign, counts]) => [campaign, ...counts.keys()].join(" "));
  return { sent: sent.map(({ campaign, patient }) => `${campaign} to ${patient}`), decided };
}

async function recare(...args: readonly string[]) {
  const given = session();
  await run(args, { ...given, cwd: folder, now: new Date(`${TUESDAY?.replace(" ", "T")}Z`) });
  return given.said;
}

describe.each(["DuckDB", "PostgreSQL"])("two campaigns that want one person, on %s", (engine) => {
  let ledger = "";
  const open = async (name: string): Promise<Database> => {
    ledger = engine === "DuckDB" ? `${name}.duckdb` : `${await postgresUrl()}#${name}`;
    const db =
      engine === "DuckDB"
        ? await openDuckDb({ file: join(folder, ledger) })
        : await openPostgres(await postgresUrl(), { schema: name });
    await createRunTables(db);
    await loadWith(db, join(folder, "roster"), URGENT);
    return db;
  };

  it("write to the person once a day, the more urgent one first, whatever order they are named in", async () => {
    const db = await open("two_order");
    expect((await go(db, MONDAY, CASUAL, URGENT)).sent).toEqual([]);
    expect(await go(db, TUESDAY, CASUAL, URGENT)).toEqual({
      sent: ["urgent to P0001"],
      decided: ["urgent done", "casual hold:cap"],
    });
    expect((await go(db, WEDNESDAY, CASUAL, URGENT)).sent).toEqual(["casual to P0001"]);
    await db.close();
  });

  it("are shown so by a dry run, which changes nothing", async () => {
    const db = await open("two_dry");
    await go(db, MONDAY, CASUAL, URGENT);
    await db.close();
    const dry = await recare("run", "casual.json", "urgent.json", "--ledger", ledger);
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(dry.out.split("\n\n").slice(0, 2)).toEqual([
      `urgent at ${TUESDAY} UTC\n  1  due now\n  Written: 1 sms.`,
      `casual at ${TUESDAY} UTC\n  1  had as many messages as they may have for now\n  Written: nothing.`,
    ]);
    const why = await recare("run", "casual.json", "urgent.json", "--ledger", ledger, "--explain", "P0001");
    expect(why.out).toContain("text-1: waits: this person already had 1 in a day, which is the most.");
    const after = await open("two_dry");
    expect((await go(after, TUESDAY, URGENT, CASUAL)).sent).toEqual(["urgent to P0001"]);
    await after.close();
  });

  it("keep the cap where the less urgent one is run by itself, which then is first", async () => {
    const db = await open("two_alone");
    await go(db, MONDAY, CASUAL, URGENT);
    expect((await go(db, TUESDAY, CASUAL)).sent).toEqual(["casual to P0001"]);
    expect(await go(db, TUESDAY, URGENT)).toEqual({ sent: [], decided: ["urgent hold:cap"] });
    const kept = { ...toRun(URGENT), release: null };
    await keepPlan(db, kept, canonicalJson(URGENT), MONDAY ?? "");
    await db.close();
    const { err } = await recare("run", "casual.json", "--ledger", ledger);
    expect(err).toContain("note: urgent goes first by priority and is not in this run");
    expect((await recare("run", "urgent.json", "--ledger", ledger)).err).toBe("");
  });
});

it("two dispatchers on one server send everything of the more urgent campaign, and nothing of the other", async () => {
  const crowd = mkdtempSync(join(tmpdir(), "recare-crowd-"));
  writePeople(crowd, 300);
  const connect = async () => openPostgres(await postgresUrl(), { schema: "two_dispatchers" });
  const [first, second] = [await connect(), await connect()];
  await createRunTables(first);
  await loadWith(first, crowd, URGENT);
  await go(first, MONDAY, URGENT, CASUAL);
  const done = await Promise.all([go(first, TUESDAY, URGENT, CASUAL), go(second, TUESDAY, URGENT, CASUAL)]);
  const sent = done.flatMap((each) => each.sent);
  expect(sent.filter((touch) => touch.startsWith("urgent"))).toHaveLength(300);
  expect(new Set(sent).size).toBe(300);
  await first.close();
  await second.close();
  rmSync(crowd, { recursive: true, force: true });
});
