import { readFileSync } from "node:fs";
import { databaseProblem } from "../../../src/cli/ledger/open-ledger.ts";
import { failed } from "../../../src/cli/run.ts";
import { type Database, openDuckDb, openPostgres } from "../../../src/database/index.ts";
import { type Channel, jsonGateway, PATIENCE, smsChannel, smtpChannel } from "../../../src/delivery/index.ts";
import { canonicalJson, type Plan, sha256 } from "../../../src/plan/index.ts";
import { dispatch, type Judge, rosterJudge } from "../../../src/run/index.ts";
import { session } from "../../cli/session.ts";
import { readBy, type SharedClock } from "./clock.ts";
import { type Fault, faulty } from "./faults.ts";

/** Where a run kills itself, and before how many times of being there it goes on. */
export interface Kill {
  readonly at: "before claim" | "before send" | "after send" | "after settle";
  readonly after: number;
}

export interface ChildSetting {
  readonly db: { readonly file: string } | { readonly url: string; readonly schema: string };
  readonly plan: string;
  readonly smtpPort: number;
  readonly smsUrl: string;
  readonly clock: SharedClock;
  readonly batch: number;
  /** Messages in a second; null for as fast as it goes. */
  readonly rate: number | null;
  readonly kill: Kill | null;
  /** What is wrong with this dispatcher, to see that it is found. */
  readonly fault: Fault | null;
}

// A dispatcher of its own process, as `recare run --send` is one: real judge, real database, real mail, real HTTP. It dies where
// it is told, and ends as the command line does.
const setting: ChildSetting = JSON.parse(process.argv[2] ?? "");
const passed = new Map<Kill["at"], number>();

function dieAt(at: Kill["at"]): void {
  const count = (passed.get(at) ?? 0) + 1;
  passed.set(at, count);
  if (setting.kill?.at === at && count > setting.kill.after) process.kill(process.pid, "SIGKILL");
}

function mortal(channel: Channel): Channel {
  return {
    ...channel,
    async send(message, key) {
      dieAt("before send");
      const sent = await channel.send(message, key);
      dieAt("after send");
      return sent;
    },
  };
}

const judge: Judge = {
  ...rosterJudge,
  again(...asked) {
    dieAt("before claim");
    return rosterJudge.again(...asked);
  },
};

function waysOf({ smsUrl, smtpPort }: ChildSetting): ReadonlyMap<string, Channel> {
  const patience = { ...PATIENCE, firstWait: 20, longestWait: 200 };
  const gateway = jsonGateway({ url: smsUrl, token: "token", from: undefined });
  const server = {
    host: "127.0.0.1",
    port: smtpPort,
    implicitTls: false,
    user: undefined,
    password: undefined,
  };
  return new Map([
    ["sms", mortal(smsChannel(gateway, patience) as Channel)],
    ["email", mortal(smtpChannel(server) as Channel)],
  ]);
}

async function run(db: Database): Promise<void> {
  const plan: Plan = JSON.parse(readFileSync(setting.plan, "utf8"));
  const channels = await faulty(setting.fault, db, waysOf(setting));
  try {
    await dispatch({
      db,
      plans: [{ plan, digest: sha256(canonicalJson(plan)), acceptsEntries: true }],
      judge,
      channels,
      now: readBy(setting.clock),
      batch: setting.batch,
      rate: setting.rate ?? undefined,
      atATime: 16,
      progress: () => dieAt("after settle"),
    });
  } finally {
    for (const channel of channels.values()) await channel.close();
  }
}

async function main(): Promise<void> {
  const db =
    "file" in setting.db
      ? await openDuckDb({ file: setting.db.file, threads: 1 })
      : await openPostgres(setting.db.url, { schema: setting.db.schema });
  try {
    await run(db);
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  const told = session();
  process.exitCode = failed(databaseProblem(error), told);
  process.stderr.write(told.said.err);
});
