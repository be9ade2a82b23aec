import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, unportable } from "../../src/database/index.ts";
import { type Decision, judgeAgain, judgeSql, judgeTick, settleEnrolments } from "../../src/judge/index.ts";
import { ENGINES } from "../database/engines.ts";
import { planOf } from "./any-plan.ts";
import { agreed, missed, person } from "./people.ts";
import { fill, type World } from "./roster.ts";

const PLANS = ["missed-visit", "missed-primary-care", "results-follow-up", "care-plan-check-in"].map(planOf);
const [plan] = PLANS;
if (plan === undefined) throw new Error("no plan");

describe("the judge's text", () => {
  it.each(PLANS.map((each) => [each.identity.campaign, each] as const))("of %s is portable", (_, each) => {
    expect(unportable(judgeSql(each))).toEqual([]);
    expect(unportable(judgeSql(each, "some"))).toEqual([]);
  });

  it("is the same each time", () => {
    expect(judgeSql(plan)).toBe(judgeSql(structuredClone(plan)));
  });
});

const WORLD: World = {
  patients: [person("P1"), person("P2"), person("P3", { phone: person("P2").phone }), person("P4")],
  visits: [missed("V1", "P1"), missed("V2", "P2"), missed("V3", "P3"), missed("V4", "P4")],
  consents: ["P1", "P2", "P3"].map(agreed),
};
/** 10:00 in Springfield, on a Tuesday and the day after. */
const TUESDAY = "2026-11-24 16:00:00";
const WEDNESDAY = "2026-11-25 16:00:00";

const key = ({ patient_id, decision, step }: Decision) => `${patient_id} ${step ?? "-"} ${decision}`;

/** The tables of ticks with how much they hold, what was deleted included. */
const keptByTicks = (db: Database) =>
  db.rows(
    db.kind === "duckdb"
      ? "SELECT table_name AS name, estimated_size AS held FROM duckdb_tables() WHERE temporary ORDER BY table_name"
      : "SELECT relname AS name, pg_relation_size(oid) AS held FROM pg_class WHERE relpersistence = 't' AND relname LIKE 'tick!_%' ESCAPE '!' AND relkind = 'r' ORDER BY relname",
  );

describe.each(ENGINES)("on %s", (_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open("judge_tick_test");
  });
  afterAll(() => db.close());

  const decided = async (now: string, ...kinds: readonly Decision["decision"][]) => {
    const tick = await judgeTick(db, plan, now);
    const all: Decision[] = [];
    for await (const rows of tick.decisions(...kinds)) all.push(...rows);
    return { tick, all };
  };

  it("people enter once, wait as long as their segment says, and get one decision each", async () => {
    await fill(db, plan, WORLD);
    const first = await decided(TUESDAY);
    expect(first.all.map(key)).toEqual(["P1", "P2", "P3", "P4"].map((id) => `${id} text-1 wait`));
    expect(first.all.every(({ enters, touch_key }) => enters && touch_key !== null)).toBe(true);
    expect(await settleEnrolments(db, plan, TUESDAY)).toEqual({ entered: 4, left: 0 });

    const early = await decided("2026-11-25 15:59:59");
    expect(early.tick.counts).toEqual(new Map([["wait", 4]]));

    const { tick, all } = await decided(WEDNESDAY);
    expect(all.map(key)).toEqual([
      "P1 text-1 send",
      "P2 text-1 send",
      "P3 text-1 suppress:shared_contact",
      "P4 text-1 skip:no_consent",
    ]);
    expect(all.some(({ enters }) => enters)).toBe(false);
    expect(await tick.fingerprint()).toMatch(/^4 [0-9a-f]{32}$/);
    expect((await decided(WEDNESDAY, "send")).all.map(({ address }) => address)).toEqual([
      person("P1").phone,
      person("P2").phone,
    ]);
    expect(await settleEnrolments(db, plan, WEDNESDAY)).toEqual({ entered: 0, left: 0 });
  });

  it("whoever books is let go, and what was decided before is judged again for a claim", async () => {
    await db.insert("visits", Object.keys(missed("V9", "P1")), [
      Object.values({ ...missed("V9", "P1", "2026-12-10"), status: "booked" }),
    ]);
    const again = await judgeAgain(db, plan, WEDNESDAY, ["P1", "P3", "P1"]);
    expect(again.map(key)).toEqual(
      ["P1 - exit:visit of the same type booked", "P3 text-1 send"].map((text) =>
        text.replace("P1 -", "P1 text-1"),
      ),
    );
    await decided(WEDNESDAY);
    expect(await settleEnrolments(db, plan, WEDNESDAY)).toEqual({ entered: 0, left: 1 });
    const rows = await db.rows("SELECT patient_id, state, ended_why FROM enrolments WHERE state = 'ended'");
    expect(rows).toEqual([
      { patient_id: "P1", state: "ended", ended_why: "exit:visit of the same type booked" },
    ]);
    // And does not come back before the goal's window is over.
    expect((await decided(WEDNESDAY)).all.some(({ patient_id }) => patient_id === "P1")).toBe(false);
  });

  it("keeps no rows of earlier ticks and claims", async () => {
    const people = WORLD.patients?.map(({ patient_id }) => String(patient_id)) ?? [];
    const sizes = [];
    for (let turn = 0; turn < 3; turn++) {
      await judgeTick(db, plan, WEDNESDAY);
      await judgeAgain(db, plan, WEDNESDAY, people);
      sizes.push(await keptByTicks(db));
    }
    expect(sizes[0]).toHaveLength(10);
    expect(sizes).toEqual([sizes[0], sizes[0], sizes[0]]);
  });

  it("takes no more locks in a transaction of many ticks", async () => {
    // DuckDB has none to run out of.
    if (db.kind === "duckdb") return;
    const locks = await db.transaction(async (open) => {
      const counts = [];
      for (let turn = 0; turn < 3; turn++) {
        await judgeTick(open, plan, WEDNESDAY);
        await judgeAgain(open, plan, WEDNESDAY, ["P1"]);
        const [row] = await open.rows("SELECT COUNT(*) AS n FROM pg_locks WHERE pid = pg_backend_pid()");
        counts.push(row?.n);
      }
      return counts;
    });
    expect(locks).toEqual([locks[0], locks[0], locks[0]]);
  });
});
