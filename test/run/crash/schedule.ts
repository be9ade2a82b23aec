import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { type Database, openDuckDb, openPostgres } from "../../../src/database/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { rosterJudge } from "../../../src/run/index.ts";
import { planOf } from "../../delivery/plans.ts";
import type { ChildSetting, Kill } from "./child.ts";
import { beginning, readBy, type SharedClock } from "./clock.ts";
import { bundledChild, type Ended, type Running, start, writePlan } from "./processes.ts";
import { breaches, type Stop } from "./promise.ts";
import { receivers } from "./receivers.ts";

const WHOLE = planOf("missed-visit");
/** A text, then a mail: a way that knows keys, and one that does not. */
export const PLAN: Plan = { ...WHOLE, steps: WHOLE.steps.slice(0, 2) };
/** The mail alone. */
export const MAIL: Plan = { ...WHOLE, steps: WHOLE.steps.slice(1, 2) };

/** People enter; a day later texts are due, three days after those mails. Thanksgiving lies between. */
export const ENTRY = "2026-11-23 16:00:00";
export const TEXTS = "2026-11-24 17:00:00";
export const MAILS = "2026-11-27 17:30:00";

export const SEED = Number(process.env.CRASH_SEED ?? 7);

/** What the tests of one file share: a folder and the dispatcher as a program. */
export function ground() {
  const ground = { folder: "", bundle: "" };
  beforeAll(async () => {
    ground.folder = mkdtempSync(join(tmpdir(), "recare-crash-"));
    ground.bundle = await bundledChild();
  });
  afterAll(() => rmSync(ground.folder, { recursive: true, force: true }));
  return ground;
}

/** One ledger with the receivers that stand against it, from day to day. */
export class Schedule {
  readonly stops: Stop[] = [];
  clock: SharedClock = beginning(ENTRY);

  private constructor(
    private readonly bundle: string,
    private readonly setting: Omit<ChildSetting, "clock" | "rate" | "kill" | "fault">,
    private readonly plan: Plan,
    readonly others: Awaited<ReturnType<typeof receivers>>,
  ) {}

  static async of(
    { bundle, folder }: { readonly bundle: string; readonly folder: string },
    db: ChildSetting["db"],
    { plan = PLAN, batch }: { readonly plan?: Plan; readonly batch: number },
  ): Promise<Schedule> {
    const others = await receivers();
    const { smtpPort, smsUrl } = others;
    const setting = { db, plan: writePlan(folder, plan), smtpPort, smsUrl, batch };
    return new Schedule(bundle, setting, plan, others);
  }

  /** Everybody enters whom the campaign is for. */
  async enter(): Promise<void> {
    await this.with((db) => rosterJudge.tick(db, this.plan, readBy(this.clock)(), true));
  }

  /** Another day begins, or the same at another hour. */
  begin(at: string): void {
    this.clock = beginning(at);
  }

  /** @param largestFile blocks of 1 KiB that the dispatcher may write to one file */
  start(more: Partial<ChildSetting> = {}, largestFile?: number): Running {
    const setting = { ...this.setting, clock: this.clock, rate: null, kill: null, fault: null, ...more };
    return start(this.bundle, setting, largestFile);
  }

  async killedAt(kill: Kill, more: Partial<ChildSetting> = {}): Promise<void> {
    const { signal, stderr } = await this.start({ ...more, kill }).ended;
    expect({ signal, stderr }, `${kill.at}, ${kill.after}`).toEqual({ signal: "SIGKILL", stderr: "" });
  }

  async untilDone(): Promise<Ended> {
    const ended = await this.start().ended;
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    return ended;
  }

  open(): Promise<Database> {
    const { db } = this.setting;
    return "file" in db ? openDuckDb({ file: db.file }) : openPostgres(db.url, { schema: db.schema });
  }

  async with<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = await this.open();
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  }

  /** Waits until so many mails and texts have come in since, or one of the runs is over. */
  async received(count: number, runs: readonly Running[]): Promise<void> {
    const { mails, texts } = this.others.journal;
    const enough = mails.length + texts.length + count;
    let isOver = false;
    for (const { ended } of runs)
      void ended.then(() => {
        isOver = true;
      });
    while (!isOver && mails.length + texts.length < enough) await pause(5);
  }

  breaches(): Promise<readonly string[]> {
    const { plan, clock, stops, others } = this;
    return this.with((db) => breaches(db, { plan, clock, stops, journal: others.journal }));
  }

  async close(): Promise<void> {
    await this.others.close();
  }
}
