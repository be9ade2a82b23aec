import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Channel, callsChannel, filesChannel, lettersChannel } from "../../delivery/index.ts";
import { judgeTick } from "../../judge/index.ts";
import { type DryRun, dryRun } from "../../run/index.ts";
import { momentOf } from "../ledger/moment.ts";
import type { Session } from "../session.ts";
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
  const ways = new Map<string, Channel>();
  const wayOf = (channel: string): Channel => {
    const name = channel === "letter" || channel === "phone" ? channel : "files";
    const known = ways.get(name) ?? made(name, out, now.slice(0, 10));
    ways.set(name, known);
    return known;
  };
  const runs = await onScratch(plans, options, now.slice(0, 10), session, async (db) => {
    const all: DryRun[] = [];
    for (const { plan, digest } of plans) {
      const tick = await judgeTick(db, plan, now);
      all.push(await dryRun(db, { plan, digest, acceptsEntries: true }, tick, wayOf, options.limit));
    }
    return all;
  });
  for (const way of ways.values()) await way.close();
  session.print(
    options.json
      ? `${JSON.stringify({ now, sent: false, campaigns: runs.map(asJson) })}\n`
      : dryText(runs, now, shown),
  );
}

function made(name: string, out: string, day: string): Channel {
  if (name === "letter") return lettersChannel(join(out, "letters")) as Channel;
  if (name === "phone") return callsChannel(join(out, "calls"), day) as Channel;
  return filesChannel(join(out, "messages.jsonl"));
}

function asJson({ campaign, decisions, written }: DryRun) {
  return { campaign, decisions: Object.fromEntries(decisions), written: Object.fromEntries(written) };
}
