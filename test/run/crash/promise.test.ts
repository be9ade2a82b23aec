import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openDuckDb } from "../../../src/database/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import type { Kill } from "./child.ts";
import type { Fault } from "./faults.ts";
import { candidates, invented, loaded, saysStop } from "./people.ts";
import { ground, MAIL, MAILS, Schedule } from "./schedule.ts";

/** Seconds on two cores of one's own. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const own = ground();

/** It would let mails be sent again. No mail server knows keys, so the dispatcher must not. */
const EAGER: Plan = {
  ...MAIL,
  steps: MAIL.steps.map((step) => ({
    ...step,
    when: { ...step.when, in_doubt: "retry with the same key" as const },
  })),
};

/** A ledger of people who wait for one mail, that each test takes a copy of. */
beforeAll(async () => {
  const file = join(own.folder, "waiting.duckdb");
  const ledger = await openDuckDb({ file });
  await loaded(ledger, await invented(own.folder, EAGER, 400), EAGER);
  await ledger.close();
  const schedule = await Schedule.of(own, { file }, { plan: EAGER, batch: 20 });
  await schedule.enter();
  await schedule.close();
});

/** Mails with a kill and a stop, by a dispatcher with a fault, and then by one without. */
async function told(fault: Fault | null, kill: Kill): Promise<readonly string[]> {
  const file = join(own.folder, `${(fault ?? "none").replaceAll(" ", "-")}.duckdb`);
  copyFileSync(join(own.folder, "waiting.duckdb"), file);
  const schedule = await Schedule.of(own, { file }, { plan: EAGER, batch: 20 });
  schedule.begin(MAILS);
  await schedule.killedAt(kill, { fault });
  await schedule.with(async (db) => {
    for (const person of await candidates(db, () => 0))
      schedule.stops.push(await saysStop(db, person, schedule.clock, 0));
  });
  await schedule.start({ fault }).ended;
  const said = await schedule.breaches();
  await schedule.close();
  return said;
}

describe("what the crash tests hold the promise against", () => {
  it("is kept by the dispatcher as it is", async () => {
    expect(await told(null, { at: "after send", after: 10 })).toEqual([]);
  });

  it.each<readonly [Fault, Kill["at"], readonly RegExp[]]>([
    ["mail in doubt is sent again", "after send", [/came twice$/]],
    ["claims are lost", "after send", [/came twice$/]],
    ["settled before it is sent", "after settle", [/is called sent and never came$/]],
    [
      "stops are passed over",
      "after settle",
      [/was claimed after a recorded stop$/, /came after P\d+ had said STOP$/],
    ],
  ])("finds that %s", async (fault, at, breaches) => {
    const said = await told(fault, { at, after: at === "after send" ? 10 : 0 });
    expect(said).toEqual(expect.arrayContaining(breaches.map((breach) => expect.stringMatching(breach))));
  });
});
