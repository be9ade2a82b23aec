import { readFileSync } from "node:fs";
import { type Database, openDuckDb, openPostgres } from "../../../src/database/index.ts";
import { type Channel, jsonGateway, PATIENCE, smsChannel, smtpChannel } from "../../../src/delivery/index.ts";
import { canonicalJson, sha256 } from "../../../src/plan/index.ts";
import { dispatch, instantOf, type Judge, rosterJudge } from "../../../src/run/index.ts";
import { plainJudge } from "../plain-judge.ts";

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
  readonly batch: number;
  readonly kill: Kill | null;
  /** The real judge needs a roster; the plain one only says what is next. */
  readonly judge: "roster" | "plain";
  /** When it is, for the real judge; else the clock says. */
  readonly now: string | null;
}

// A dispatcher of its own process, as `recare run --send` is one: real database, real mail, real HTTP. It dies where it is told.
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

const plain = setting.judge === "roster" ? rosterJudge : plainJudge();
const judge: Judge = {
  ...plain,
  again(...asked) {
    dieAt("before claim");
    return plain.again(...asked);
  },
};

const db: Database =
  "file" in setting.db
    ? await openDuckDb({ file: setting.db.file, threads: 1 })
    : await openPostgres(setting.db.url, { schema: setting.db.schema });
const patience = { ...PATIENCE, firstWait: 20, longestWait: 200 };
const channels = new Map<string, Channel>([
  [
    "sms",
    mortal(
      smsChannel(jsonGateway({ url: setting.smsUrl, token: "token", from: undefined }), patience) as Channel,
    ),
  ],
  [
    "email",
    mortal(
      smtpChannel({
        host: "127.0.0.1",
        port: setting.smtpPort,
        implicitTls: false,
        user: undefined,
        password: undefined,
      }) as Channel,
    ),
  ],
]);
try {
  const content = JSON.parse(readFileSync(setting.plan, "utf8"));
  const plan = {
    plan: content,
    digest: setting.judge === "roster" ? sha256(canonicalJson(content)) : "plan",
    acceptsEntries: true,
  };
  const report = await dispatch({
    db,
    plans: [plan],
    judge,
    channels,
    now: () => (setting.now === null ? instantOf(new Date()) : setting.now),
    batch: setting.batch,
    atATime: 16,
    progress: () => dieAt("after settle"),
  });
  process.stdout.write(
    JSON.stringify({ ...report, skipped: Object.fromEntries(report.skipped), decisions: null }),
  );
} finally {
  for (const channel of channels.values()) await channel.close();
  await db.close().catch(() => undefined);
}
