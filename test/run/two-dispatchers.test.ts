import { expect, it, vi } from "vitest";
import { type Database, openPostgres } from "../../src/database/index.ts";
import type { Channel } from "../../src/delivery/index.ts";
import { type Dispatch, dispatch, importEvents, type Judge, readCsv } from "../../src/run/index.ts";
import { planOf } from "../delivery/plans.ts";
import { postgresUrl } from "../support/postgres.ts";
import { plainJudge } from "./plain-judge.ts";
import { fill, peopleOf } from "./roster.ts";

const WHOLE = planOf("missed-visit");
const PLAN = { ...WHOLE, steps: WHOLE.steps.slice(0, 1) };
const NOW = "2026-11-26 15:00:00";

// Seconds on a machine of one's own.
vi.setConfig({ testTimeout: 300_000 });

async function connections(schema: string, people: number): Promise<readonly [Database, Database]> {
  const open = async () => openPostgres(await postgresUrl(), { schema });
  const first = await open();
  await fill(first, peopleOf(people));
  return [first, await open()];
}

function way() {
  const taken: string[] = [];
  const channel: Channel = {
    name: "sms",
    deduplicates: true,
    async send(_message, key) {
      taken.push(key);
      return { outcome: "sent", reference: key };
    },
    close: async () => undefined,
  };
  return { taken, channel };
}

function settingOf(db: Database, sms: Channel, more: Partial<Dispatch> = {}): Dispatch {
  const plans = [{ plan: PLAN, digest: "plan", acceptsEntries: true }];
  return { db, plans, judge: plainJudge(), channels: new Map([["sms", sms]]), now: () => NOW, ...more };
}

/** The judge, with something that happens while its claim holds everybody's lock. */
function meanwhile(happens: () => Promise<unknown>): Judge {
  const plain = plainJudge();
  return {
    ...plain,
    async again(...asked) {
      const decisions = await plain.again(...asked);
      await happens();
      return decisions;
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("what a crash left is taken over by one of them alone", async () => {
  const [db, other] = await connections("two_recover", 6);
  const dying: Channel = {
    ...way().channel,
    flush: async () => {
      throw new Error("the machine went away");
    },
  };
  const dead = await openPostgres(await postgresUrl(), { schema: "two_recover" });
  await expect(dispatch(settingOf(dead, dying))).rejects.toThrow("went away");
  await dead.close();
  const sms = way();
  let second: ReturnType<typeof dispatch> | undefined;
  const judge = meanwhile(async () => {
    second ??= dispatch(settingOf(other, sms.channel));
    await pause(300);
  });
  const first = await dispatch(settingOf(db, sms.channel, { judge }));
  expect(first).toMatchObject({ recovered: { retried: 6, parked: 0 } });
  expect(await second).toMatchObject({ sent: 0, inDoubt: 0, recovered: { retried: 0, parked: 0 } });
  expect(sms.taken).toHaveLength(6);
  expect(await db.rows("SELECT state, COUNT(*) AS n FROM ledger GROUP BY state")).toEqual([
    { state: "sent", n: 6 },
  ]);
  await db.close();
  await other.close();
});

it("a stop that waits for a claim is recorded after it, whatever the clock said when it came in", async () => {
  const [db, other] = await connections("two_stop", 2);
  const sms = way();
  let now = NOW;
  let stopping: ReturnType<typeof importEvents> | undefined;
  const judge = meanwhile(async () => {
    const { events } = readCsv("at,patient_id,kind\n2026-11-26 14:59:59,P0001,stop\n", NOW);
    stopping ??= importEvents(other, events, new Map(), () => now);
    await pause(300);
    now = "2026-11-26 15:00:07";
  });
  await dispatch(settingOf(db, sms.channel, { judge, now: () => now }));
  expect(await stopping).toMatchObject({ stops: 1 });
  const [row] = await db.rows(
    "SELECT l.claimed_at AS claimed, r.recorded_at AS recorded FROM ledger l JOIN received_events r ON r.patient_id = l.patient_id",
  );
  expect(row).toEqual({ claimed: NOW, recorded: "2026-11-26 15:00:07" });
  await db.close();
  await other.close();
});

it("a day's pace is one for both", async () => {
  const [db, other] = await connections("two_pace", 6);
  const paced = { ...PLAN, pace: { ...PLAN.pace, per_day: 3 } };
  const plain = plainJudge();
  /** Three people a day, whoever asks; a moment passes between counting and claiming. */
  const judge: Judge = {
    ...plain,
    async again(open, ...asked) {
      const [row] = await open.rows("SELECT COUNT(*) AS n FROM ledger");
      const decisions = await plain.again(open, ...asked);
      await pause(200);
      return decisions.slice(0, Math.max(0, 3 - Number(row?.n)));
    },
  };
  const sms = way();
  const plans = [{ plan: paced, digest: "plan", acceptsEntries: true }];
  await Promise.all(
    [db, other].map((each) => dispatch(settingOf(each, sms.channel, { judge, plans, batch: 3 }))),
  );
  expect(sms.taken).toHaveLength(3);
  await db.close();
  await other.close();
});
