import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openPostgres } from "../../../src/database/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import type { Kill } from "./child.ts";
import { cutLine } from "./cut-line.ts";
import { candidates, invented, loaded, saysStop } from "./people.ts";
import { random } from "./random.ts";
import { ground, MAIL, MAILS, PLAN, Schedule, SEED, TEXTS } from "./schedule.ts";
import { type OwnServer, ownServer } from "./server.ts";

/** A minute on two cores of one's own; many times that where they are shared. */
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const own = ground();
let server: OwnServer;
beforeAll(async () => {
  server = await ownServer();
});
afterAll(() => server.close());

async function scheduleOf(
  schema: string,
  people: number,
  batch: number,
  plan: Plan = PLAN,
): Promise<Schedule> {
  const ledger = await openPostgres(server.url, { schema });
  await loaded(ledger, await invented(own.folder, plan, people), plan);
  await ledger.close();
  return Schedule.of(own, { url: server.url, schema }, { plan, batch });
}

/** Between a stop and its claim's last message there are seconds at most here. */
const GRACE = 60_000;

it("two dispatchers share the work, kills and all, and both hold to every stop", async () => {
  const schedule = await scheduleOf("crash_two", 6000, 25);
  const next = random(SEED);
  for (const { ended } of [schedule.start(), schedule.start()])
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  const [entered] = await schedule.with((db) =>
    db.rows("SELECT COUNT(*) AS n, COUNT(DISTINCT anchor_id) AS once FROM enrolments"),
  );
  expect(entered?.n).toBe(entered?.once);
  const stopping = await schedule.with((db) => candidates(db, next));
  const points: readonly Kill["at"][] = ["after send", "before claim", "before send", "after settle"];
  let kills = 0;
  for (const day of [TEXTS, MAILS]) {
    schedule.begin(day);
    // Slowly, so that the others find something to do.
    const living = schedule.start({ rate: 100 });
    const dying = (async () => {
      for (const at of points) {
        const kill = { at, after: Math.floor(next() * (at.endsWith("send") ? 60 : 2)) };
        if ((await schedule.start({ kill }).ended).signal === "SIGKILL") kills++;
      }
    })();
    // Meanwhile people answer STOP, one after the other.
    const stops = schedule.with(async (db) => {
      for (const person of stopping.splice(0, 15)) {
        schedule.stops.push(await saysStop(db, person, schedule.clock, GRACE));
        await pause(150);
      }
    });
    await dying;
    expect(await living.ended).toMatchObject({ code: 0, stderr: "" });
    await stops;
    await schedule.untilDone();
  }
  expect(schedule.stops).toHaveLength(30);
  expect(kills, "on a busy machine the others may find nothing left to do").toBeGreaterThan(2);
  expect(await schedule.breaches()).toEqual([]);
  const runs = await schedule.with((db) =>
    db.rows("SELECT run_id, COUNT(*) AS n FROM ledger WHERE state IN ('sent', 'parked') GROUP BY run_id"),
  );
  expect(runs.reduce((sum, { n }) => sum + Number(n), 0)).toBeGreaterThan(1000);
  expect(runs.filter(({ n }) => Number(n) > 20).length, "the work was shared").toBeGreaterThan(2);
  await schedule.close();
});

it("a server that crashes ends both dispatchers, with what to do; started again, the next run goes on", async () => {
  const schedule = await scheduleOf("crash_server", 4000, 25);
  await schedule.enter();
  for (const day of [TEXTS, MAILS]) {
    schedule.begin(day);
    for (const count of [80, 60]) {
      const both = [schedule.start(), schedule.start()];
      await schedule.received(count, both);
      await server.crash();
      for (const { ended } of both)
        expect(await ended).toEqual({
          code: 2,
          signal: null,
          stdout: "",
          stderr: expect.stringMatching(/PostgreSQL[\s\S]*See that the server is up\. Run the command again/),
        });
      await server.start();
    }
    await schedule.untilDone();
  }
  expect(await schedule.breaches()).toEqual([]);
  const parked = await schedule.with((db) =>
    db.rows("SELECT channel, COUNT(*) AS n FROM ledger WHERE state = 'parked' GROUP BY channel"),
  );
  // Texts are asked for again under their keys; of mails, a batch of each dispatcher at each of two crashes.
  expect(parked).toEqual([{ channel: "email", n: expect.any(Number) }]);
  expect(Number(parked[0]?.n)).toBeLessThanOrEqual(2 * 2 * 25);
  await schedule.close();
});

describe("a line that breaks while a commit is on its way", () => {
  /** The commits of a run: its tick, whom it leaves out, a batch's claim, what became of it. */
  it.each([
    { what: "a claim that was not written is made again", commit: 3, isRead: false, mails: 0, parked: 0 },
    { what: "a claim that was written is in doubt", commit: 3, isRead: true, mails: 0, parked: 10 },
    {
      what: "what was sent and not written down is in doubt",
      commit: 4,
      isRead: false,
      mails: 10,
      parked: 10,
    },
    { what: "what was written down is sent", commit: 4, isRead: true, mails: 10, parked: 0 },
  ])("$what", async ({ commit, isRead, mails, parked }) => {
    const schema = `crash_line_${commit}_${isRead ? "read" : "lost"}`;
    const schedule = await scheduleOf(schema, 400, 10, MAIL);
    await schedule.enter();
    schedule.begin(MAILS);
    const line = await cutLine(server.url, { commit, isRead });
    const cut = await schedule.start({ db: { url: line.url, schema } }).ended;
    expect(cut).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "The connection to PostgreSQL broke: Connection terminated unexpectedly",
      ),
    });
    expect(schedule.others.journal.mails).toHaveLength(mails);
    await line.close();
    await schedule.untilDone();
    expect(await schedule.breaches()).toEqual([]);
    const [row] = await schedule.with((db) =>
      db.rows("SELECT COUNT(*) AS n FROM ledger WHERE state = 'parked'"),
    );
    expect(row).toEqual({ n: parked });
    await schedule.close();
  });
});
