import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { openDuckDb } from "../../../src/database/index.ts";
import type { Kill } from "./child.ts";
import { candidates, invented, loaded, saysStop } from "./people.ts";
import { random } from "./random.ts";
import { ground, MAILS, PLAN, Schedule, SEED, TEXTS } from "./schedule.ts";

/** A minute on two cores of one's own; many times that where they are shared. */
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const own = ground();
const POINTS: readonly Kill["at"][] = ["before claim", "before send", "after send", "after settle"];

it("killed at every point of 8,000 touches: nobody gets anything twice, and nothing is lost", async () => {
  const file = join(own.folder, "kills.duckdb");
  const ledger = await openDuckDb({ file });
  await loaded(ledger, await invented(own.folder, PLAN, 46_000), PLAN);
  await ledger.close();
  const schedule = await Schedule.of(own, { file }, { batch: 200 });
  await schedule.enter();
  const next = random(SEED);
  const stopping = await schedule.with((db) => candidates(db, next));
  for (const day of [TEXTS, MAILS]) {
    schedule.begin(day);
    for (const at of [...POINTS, ...POINTS.slice(1, 3)]) {
      // A batch is claimed and settled once, and sent two hundred times.
      await schedule.killedAt({ at, after: Math.floor(next() * (at.endsWith("send") ? 500 : 3)) });
      await schedule.with(async (db) => {
        for (const person of stopping.splice(0, 3))
          schedule.stops.push(await saysStop(db, person, schedule.clock, 0));
      });
    }
    // And from outside, wherever it is just then.
    const { child, ended } = schedule.start();
    await pause(500 + next() * 1000);
    child.kill("SIGKILL");
    await ended;
    await schedule.untilDone();
  }
  expect(await schedule.breaches()).toEqual([]);
  const { mails, texts, repeated } = schedule.others.journal;
  const [touches] = await schedule.with((db) =>
    db.rows("SELECT COUNT(*) AS n FROM ledger WHERE state IN ('sent', 'parked')"),
  );
  expect(Number(touches?.n)).toBeGreaterThanOrEqual(8000);
  expect(mails.length + texts.length).toBeGreaterThan(7000);
  expect(repeated.length, "some texts were asked for again").toBeGreaterThan(0);
  const [parked] = await schedule.with((db) =>
    db.rows("SELECT COUNT(*) AS n FROM ledger WHERE state = 'parked' AND channel = 'email'"),
  );
  expect(Number(parked?.n), "some mails are in doubt").toBeGreaterThan(0);
  await schedule.close();
});

it("a full disk stops everything before it sends more, says so, and a free one goes on", async () => {
  const file = join(own.folder, "full.duckdb");
  const ledger = await openDuckDb({ file });
  await loaded(ledger, await invented(own.folder, PLAN, 4000), PLAN);
  await ledger.close();
  const schedule = await Schedule.of(own, { file }, { batch: 20 });
  await schedule.enter();
  schedule.begin(TEXTS);
  const { code, stderr } = await schedule.start({}, 300).ended;
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("DuckDB cannot write") });
  const { texts } = schedule.others.journal;
  const beforehand = texts.length;
  await schedule.untilDone();
  expect(texts.length).toBeGreaterThan(beforehand);
  expect(await schedule.breaches()).toEqual([]);
  await schedule.close();
});
