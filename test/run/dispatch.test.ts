import { describe, expect, it } from "vitest";
import { type Database, openDuckDb } from "../../src/database/index.ts";
import type { Channel, Message, Sent } from "../../src/delivery/index.ts";
import { type Dispatch, dispatch, type Judge, parkedTouches, pause, resume } from "../../src/run/index.ts";
import { planOf } from "../delivery/plans.ts";
import { plainJudge } from "./plain-judge.ts";
import { fill, type Person, peopleOf } from "./roster.ts";

const WHOLE = planOf("missed-visit");
/** A text, then a mail. */
const PLAN = { ...WHOLE, steps: WHOLE.steps.slice(0, 2) };
const NOW = "2026-11-26 15:00:00";

/** A way that answers as told and keeps what it took. */
function fake(
  name: string,
  deduplicates: boolean,
  answer: (message: Message, taken: number) => Sent | Error,
) {
  const taken: Message[] = [];
  const channel: Channel = {
    name,
    deduplicates,
    async send(message) {
      const sent = answer(message, taken.length);
      if (sent instanceof Error) throw sent;
      if (sent.outcome === "sent" || sent.outcome === "unknown") taken.push(message);
      return sent;
    },
    close: async () => undefined,
  };
  return { taken, channel };
}

const takes = (): Sent => ({ outcome: "sent", reference: "ref" });

async function ledger(people: readonly Person[]): Promise<Database> {
  const db = await openDuckDb();
  await fill(db, people);
  return db;
}

function settingOf(db: Database, more: Partial<Dispatch> = {}) {
  const sms = fake("sms", true, takes);
  const email = fake("smtp", false, takes);
  const setting: Dispatch = {
    db,
    plans: [{ plan: PLAN, digest: "plan", acceptsEntries: true }],
    judge: plainJudge(),
    channels: new Map([
      ["sms", sms.channel],
      ["email", email.channel],
    ]),
    now: () => NOW,
    batch: 3,
    ...more,
  };
  return { setting, sms, email };
}

const states = async (db: Database) =>
  (
    await db.rows(
      "SELECT state, channel, COUNT(*) AS n FROM ledger GROUP BY state, channel ORDER BY state, channel",
    )
  ).map(({ state, channel, n }) => `${n} ${channel} ${state}`);

it("sends every step to everybody once, and nothing the next time", async () => {
  const db = await ledger(peopleOf(10));
  const { setting, sms, email } = settingOf(db);
  expect(await dispatch(setting)).toMatchObject({ sent: 20, parked: 0, inDoubt: 0 });
  expect(await dispatch(setting)).toMatchObject({ sent: 0 });
  expect(new Set(sms.taken.map(({ patient }) => patient)).size).toBe(10);
  expect(email.taken).toHaveLength(10);
  expect(await states(db)).toEqual(["10 email sent", "10 sms sent"]);
  const [row] = await db.rows("SELECT * FROM sent_words ORDER BY touch_key");
  expect(JSON.parse(String(row?.words))).toMatchObject({
    campaign: "missed-visit",
    text: expect.stringMatching(/Ana/),
  });
});

it("writes down whom it leaves out, goes on with their next step, and gives the owner whom it cannot reach", async () => {
  const people = [
    { id: "P1", phone: null },
    { id: "P2", first: "Maximiliana Bernadette" },
    { id: "P3", phone: null, email: "no address" },
  ];
  const db = await ledger(people);
  const { setting, email } = settingOf(db);
  const refuses = fake("smtp", false, ({ patient }) =>
    patient === "P3" ? { outcome: "refused", why: "no mail address" } : takes(),
  );
  const report = await dispatch({
    ...setting,
    channels: new Map([...setting.channels, ["email", refuses.channel]]),
  });
  expect(email.taken).toEqual([]);
  expect(refuses.taken.map(({ patient }) => patient)).toEqual(["P1"]);
  expect(Object.fromEntries(report.skipped)).toEqual({ no_address: 2, too_long: 2, refused: 1 });
  const rows = await db.rows("SELECT patient_id, step, state, why FROM ledger ORDER BY patient_id, step_no");
  expect(rows).toMatchObject([
    { patient_id: "P1", step: "text-1", state: "skipped", why: "no_address" },
    { patient_id: "P1", step: "email-1", state: "sent" },
    {
      patient_id: "P2",
      step: "text-1",
      state: "skipped",
      why: expect.stringMatching(/^too_long: patient\.first_name/),
    },
    { patient_id: "P2", step: "email-1", state: "skipped", why: expect.stringMatching(/^too_long/) },
    { patient_id: "P3", step: "text-1", state: "skipped" },
    { patient_id: "P3", step: "email-1", state: "skipped", why: "refused: no mail address" },
  ]);
  const tasks = await db.rows("SELECT patient_id, kind, team, what FROM tasks ORDER BY patient_id");
  expect(tasks).toEqual([
    {
      patient_id: "P2",
      kind: "unreachable",
      team: "north_scheduling",
      what: "No step of missed-visit can reach this person (too long). Please find another way.",
    },
    expect.objectContaining({ patient_id: "P3" }),
  ]);
});

describe("what a crash leaves", () => {
  /** Claims everything, and dies before it can settle. */
  async function crashed(people = peopleOf(4)) {
    const db = await ledger(people);
    const { setting, sms, email } = settingOf(db, { batch: 100 });
    const dies = (inner: Channel): Channel => ({
      ...inner,
      send: inner.send,
      flush: async () => {
        throw new Error("the machine went away");
      },
    });
    const broken = new Map([...setting.channels].map(([name, channel]) => [name, dies(channel)]));
    await expect(dispatch({ ...setting, channels: broken })).rejects.toThrow("went away");
    return { db, setting, sms, email };
  }

  it("is sent again under the same key where the gateway knows it", async () => {
    const { db, setting, sms } = await crashed();
    const first = sms.taken.map(({ touch }) => touch).sort();
    expect(await dispatch(setting)).toMatchObject({ recovered: { retried: 4, parked: 0 } });
    const all = sms.taken.map(({ touch }) => touch);
    expect(all.slice(4).sort()).toEqual(first);
    expect(await states(db)).toEqual(["4 email sent", "4 sms sent"]);
  });

  it("is parked where nobody can be asked", async () => {
    const people = peopleOf(3).map((person) => ({ ...person, phone: null }));
    const { db, setting, email } = await crashed(people);
    expect(email.taken).toHaveLength(3);
    expect(await dispatch(setting)).toMatchObject({ sent: 0, recovered: { retried: 0, parked: 3 } });
    expect(email.taken).toHaveLength(3);
    expect(await states(db)).toEqual(["3 email parked", "3 sms skipped"]);
  });

  it("keeps its exact words for whoever looks at it", async () => {
    const { db, setting } = await crashed();
    await db.run("UPDATE patients SET first_name = 'Eva'");
    expect(await dispatch(setting)).toMatchObject({ recovered: { retried: 0, parked: 4 } });
    const parked = await parkedTouches(db);
    expect(parked.map(({ words }) => JSON.parse(words ?? "{}").text)).toEqual(
      Array.from({ length: 4 }, () => expect.stringContaining("Ana")),
    );
  });

  it("waits while the campaign is paused, its hour is over or its way is closed, and goes on under the same key", async () => {
    const { db, setting, sms } = await crashed();
    const waits = { sent: 0, inDoubt: 4, recovered: { retried: 0, parked: 0 } };
    await pause(db, "missed-visit", "complaints", NOW);
    expect(await dispatch(setting)).toMatchObject(waits);
    await resume(db, "missed-visit");
    expect(await dispatch({ ...setting, until: NOW })).toMatchObject(waits);
    const closed: Channel = { ...sms.channel, obstacle: async () => "the gateway is not there" };
    expect(await dispatch({ ...setting, channels: new Map([["sms", closed]]) })).toMatchObject(waits);
    expect(await dispatch({ ...setting, limit: 3 })).toMatchObject({
      sent: 3,
      inDoubt: 1,
      recovered: { retried: 3 },
    });
    expect(sms.taken).toHaveLength(7);
    expect(await dispatch(setting)).toMatchObject({ recovered: { retried: 1, parked: 0 } });
    expect(new Set(sms.taken.map(({ touch }) => touch)).size).toBe(4);
  });

  it("is not taken for unsent because the gateway is busy now: another way would send it twice", async () => {
    const { db, setting } = await crashed();
    const busy = fake("sms", true, () => ({ outcome: "later", why: "429" }));
    expect(await dispatch({ ...setting, channels: new Map([["sms", busy.channel]]) })).toMatchObject({
      inDoubt: 4,
      later: 0,
    });
    const other = fake("twilio", false, takes);
    const report = await dispatch({ ...setting, channels: new Map([["sms", other.channel]]) });
    expect(report).toMatchObject({ sent: 0, recovered: { retried: 0, parked: 4 } });
    expect(other.taken).toEqual([]);
    expect(await states(db)).toEqual(["4 sms parked"]);
  });

  it("is parked where the gateway refuses it the second time: the first may have left", async () => {
    const { db, setting } = await crashed();
    const refuses = fake("sms", true, () => ({ outcome: "refused", why: "the number is blocked" }));
    await dispatch({ ...setting, channels: new Map([["sms", refuses.channel]]) });
    const [row] = await db.rows("SELECT DISTINCT state, why FROM ledger");
    expect(row).toEqual({
      state: "parked",
      why: "in doubt: asked again under the same key, and refused: the number is blocked",
    });
  });

  it("waits for its hours, and is parked after a day: then no gateway need know the key", async () => {
    const { db, setting, sms } = await crashed();
    const nobody: Judge = {
      ...plainJudge(),
      async again(...asked) {
        const decisions = await plainJudge().again(...asked);
        return decisions.map((each) => ({ ...each, decision: "hold:quiet_hours" }));
      },
    };
    const night = { ...setting, judge: nobody };
    expect(await dispatch(night)).toMatchObject({ inDoubt: 4, recovered: { retried: 0, parked: 0 } });
    expect(await states(db)).toEqual(["4 sms claimed"]);
    expect(await dispatch({ ...night, now: () => "2026-11-27 15:00:01" })).toMatchObject({
      inDoubt: 0,
      recovered: { retried: 0, parked: 4 },
    });
    expect(sms.taken).toHaveLength(4);
  });

  it("is parked, and not sent, where the person stopped meanwhile or the words are others", async () => {
    const { db, setting, sms } = await crashed();
    await db.run(
      "INSERT INTO received_events (event_id, patient_id, kind, \"at\", recorded_at) VALUES ('e', 'P0001', 'stop', '2026-11-26 15:00:00', '2026-11-26 15:00:00')",
    );
    await db.run("UPDATE patients SET first_name = 'Eva' WHERE patient_id = 'P0002'");
    expect(await dispatch(setting)).toMatchObject({ recovered: { retried: 2, parked: 2 } });
    expect(
      sms.taken
        .slice(4)
        .map(({ patient }) => patient)
        .sort(),
    ).toEqual(["P0003", "P0004"]);
  });
});

it("sends nothing by a claim that is old: a computer that slept judges everybody anew", async () => {
  const db = await ledger(peopleOf(6).map((person) => ({ ...person, email: null })));
  let now = NOW;
  const slept = "2026-11-26 22:00:00";
  const sms = fake("sms", true, (_, taken) => {
    if (taken === 1) now = slept;
    return takes();
  });
  const { setting } = settingOf(db, { atATime: 1, batch: 6, now: () => now });
  const stops = {
    ...plainJudge(),
    async again(...asked: Parameters<Judge["again"]>) {
      const decisions = await plainJudge().again(...asked);
      return decisions.filter(({ patient_id }) => now === NOW || patient_id !== "P0006");
    },
  };
  const report = await dispatch({ ...setting, judge: stops, channels: new Map([["sms", sms.channel]]) });
  expect(report).toMatchObject({ sent: 5, later: 1 });
  expect(
    await db.rows(
      "SELECT claimed_at, COUNT(*) AS n FROM ledger WHERE channel = 'sms' GROUP BY claimed_at ORDER BY 1",
    ),
  ).toEqual([
    { claimed_at: NOW, n: 2 },
    { claimed_at: slept, n: 3 },
  ]);
});

it("leaves a way that never answers: the text is in doubt, the mail is parked", async () => {
  const db = await ledger([{ id: "P1" }, { id: "P2", phone: null }]);
  const { setting } = settingOf(db, { answerWithin: 20 });
  const silent = (name: string, deduplicates: boolean): Channel => ({
    name,
    deduplicates,
    send: () => new Promise(() => undefined),
    close: async () => undefined,
  });
  const channels = new Map([
    ["sms", silent("sms", true)],
    ["email", silent("smtp", false)],
  ]);
  expect(await dispatch({ ...setting, channels })).toMatchObject({ sent: 0, inDoubt: 1, parked: 1 });
});

it("settles what it knows before it ends because this computer cannot go on", async () => {
  const db = await ledger([{ id: "P1" }, { id: "P2", phone: null }]);
  const { setting, email } = settingOf(db);
  await dispatch({ ...setting, channels: new Map() });
  const full: Channel = {
    ...fake("letters", true, takes).channel,
    send: async () => {
      throw new Error("the disk is full");
    },
  };
  const both = { ...setting, channels: new Map([...setting.channels, ["sms", full]]) };
  await expect(dispatch(both)).rejects.toThrow("the disk is full");
  expect(email.taken).toHaveLength(1);
  expect(await states(db)).toEqual(["1 sms claimed", "1 email sent", "1 sms skipped"]);
});

it("judges again in the claim: whoever stops between tick and claim gets nothing", async () => {
  const db = await ledger(peopleOf(6));
  const judge = plainJudge();
  const { setting, sms } = settingOf(db, {
    batch: 2,
    judge: {
      ...judge,
      async again(open, plan, now, entries, patients) {
        if (patients.includes("P0003"))
          await open.run(
            "INSERT INTO received_events (event_id, patient_id, kind, \"at\", recorded_at) VALUES ('e', 'P0003', 'stop', '2026-11-26 15:00:00', '2026-11-26 15:00:00') ON CONFLICT DO NOTHING",
          );
        return judge.again(open, plan, now, entries, patients);
      },
    },
  });
  await dispatch(setting);
  expect(sms.taken.map(({ patient }) => patient)).not.toContain("P0003");
  expect(sms.taken).toHaveLength(5);
});

it("keeps a cap in the claim, which the tick could not see", async () => {
  const db = await ledger(peopleOf(6).map((person) => ({ ...person, phone: "+12175550199", email: null })));
  const { setting, sms } = settingOf(db, { batch: 1, judge: plainJudge(1) });
  await dispatch(setting);
  expect(sms.taken).toHaveLength(1);
});

it("takes claims back that were not accepted, and stops a way that is closed", async () => {
  const db = await ledger(peopleOf(10));
  const sms = fake("sms", true, (_, taken) =>
    taken < 4 ? takes() : { outcome: "later", why: "sms answered 401", halts: true },
  );
  const { setting } = settingOf(db, { atATime: 1 });
  const report = await dispatch({
    ...setting,
    channels: new Map([...setting.channels, ["sms", sms.channel]]),
  });
  expect(report).toMatchObject({ sent: 8, later: 2 });
  expect(report.halted).toEqual(["Nothing more goes by sms in this run: sms answered 401."]);
  expect(await states(db)).toEqual(["4 email sent", "4 sms sent"]);
  const { setting: repaired, sms: works } = settingOf(db);
  await dispatch(repaired);
  expect(works.taken).toHaveLength(6);
});

it("claims nothing for a way that says beforehand that it is closed", async () => {
  const db = await ledger(peopleOf(3));
  const { setting, sms } = settingOf(db);
  const closed: Channel = { ...sms.channel, obstacle: async () => "the gateway is not there" };
  const report = await dispatch({ ...setting, channels: new Map([["sms", closed]]) });
  expect(report).toMatchObject({ sent: 0, later: 0, halted: ["the gateway is not there"] });
  expect(await states(db)).toEqual([]);
});

it("stops at a limit, at an hour, and while somebody paused the campaign", async () => {
  const db = await ledger(peopleOf(10));
  expect(await dispatch(settingOf(db, { limit: 4 }).setting)).toMatchObject({ sent: 4 });
  expect(await dispatch(settingOf(db, { until: NOW }).setting)).toMatchObject({ sent: 0 });
  await pause(db, "missed-visit", "complaints", NOW);
  const paused = await dispatch(settingOf(db).setting);
  expect(paused).toMatchObject({ sent: 0 });
  expect(paused.halted.join()).toContain("missed-visit is paused");
  await resume(db, "missed-visit");
  expect(await dispatch(settingOf(db).setting)).toMatchObject({ sent: 16 });
});

it("ends where everything is to be sent later, without a rest and without an end", async () => {
  const db = await ledger(peopleOf(5));
  const sms = fake("sms", true, () => ({ outcome: "later", why: "busy" }));
  const { setting } = settingOf(db);
  expect(await dispatch({ ...setting, channels: new Map([["sms", sms.channel]]) })).toMatchObject({
    sent: 0,
    later: 5,
  });
  expect(await states(db)).toEqual([]);
});
