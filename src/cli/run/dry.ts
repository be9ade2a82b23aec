import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Channel, callsChannel, filesChannel, lettersChannel } from "../../delivery/index.ts";
import { type DryRun, dryRun, plansUnderWay, shadowRunTables } from "../../run/index.ts";
import { momentOf } from "../ledger/moment.ts";
import type { Session } from "../session.ts";
import { noteOthers } from "./note-others.ts";
import type { PlanFile } from "./plan-files.ts";
import type { RunOptions } from "./run-plans.ts";
import { onScratch } from "./scratch.ts";
import { dryText } from "./summary.ts";

/** Writes what would be sent now into files, and remembers nothing. */
export async function runDry(
  plans: readonly PlanFile[],
  options: RunOptions,
  session: Session,
): Promise<void> {
  const now = momentOf(options.now, "--now", session);
  // A folder of its own: what was sent for real is never touched. It says what would go now, not what would have gone before.
  const shown = join(options.out, "dry-run");
  const out = resolve(session.cwd, shown);
  rmSync(out, { recursive: true, force: true });
  const files = filesIn(out, now.slice(0, 10));
  const dry = await onScratch(plans, options, now.slice(0, 10), session, async (db) => {
    await noteOthers(db, plans, session);
    await shadowRunTables(db);
    const all = [
      ...plans.map(({ plan, digest }) => ({ plan, digest, acceptsEntries: true })),
      ...(await plansUnderWay(db, plans)).flatMap(({ kept }) =>
        kept ? [{ plan: kept.plan, digest: kept.digest, acceptsEntries: false }] : [],
      ),
    ];
    return dryRun({ db, plans: all, channels: files.channels, now: () => now, limit: options.limit });
  });
  await files.close();
  session.print(
    options.json
      ? `${JSON.stringify({ now, sent: false, campaigns: dry.runs.map(asJson), halted: dry.halted })}\n`
      : dryText(dry, now, shown),
  );
}

/** A way for every channel: letters as PDF, calls as lists, all else as lines of one file. */
function filesIn(out: string, day: string) {
  const messages = whenNeeded(() => filesChannel(join(out, "messages.jsonl")));
  const letters = whenNeeded(() => lettersChannel(join(out, "letters")) as Channel);
  const calls = whenNeeded(() => callsChannel(join(out, "calls"), day) as Channel);
  return {
    channels: new Map([
      ["sms", messages],
      ["email", messages],
      ["portal", messages],
      ["letter", letters],
      ["phone", calls],
    ]),
    async close() {
      for (const way of [messages, letters, calls]) await way.close();
    },
  };
}

/** A way whose files are made for the first message: what nobody gets leaves no empty folder. */
function whenNeeded(make: () => Channel): Channel {
  let made: Channel | undefined;
  return {
    name: "files",
    deduplicates: true,
    async send(message, key) {
      made ??= make();
      return made.send(message, key);
    },
    flush: async () => made?.flush?.(),
    close: async () => made?.close(),
  };
}

function asJson({ campaign, decisions, written, nextDue }: DryRun) {
  return {
    campaign,
    decisions: Object.fromEntries(decisions),
    written: Object.fromEntries(written),
    next_due: nextDue ?? null,
  };
}
