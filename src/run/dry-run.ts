import type { Database } from "../database/index.ts";
import { type Channel, composerOf } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Tick } from "./judge.ts";
import { chunks } from "./placeholders.ts";
import { recordsOf } from "./records.ts";
import type { PlanToRun } from "./run.ts";

/** What would be done now with one plan. */
export interface DryRun {
  readonly campaign: string;
  /** How many recipients got each decision; what could not be composed counts with its reason. */
  readonly decisions: ReadonlyMap<string, number>;
  /** Messages written, by channel. */
  readonly written: ReadonlyMap<string, number>;
}

/**
 * Writes what would be sent now, and remembers nothing: the same judge, the same words, another way.
 *
 * @param judged the tick; nothing of it is settled
 * @param way where messages go instead of to people
 */
export async function dryRun(
  db: Database,
  { plan }: PlanToRun,
  judged: Tick,
  way: (channel: string) => Channel | undefined,
  limit = Number.POSITIVE_INFINITY,
): Promise<DryRun> {
  const decisions = new Map<string, number>(judged.counts);
  const written = new Map<string, number>();
  const compose = composerOf(plan);
  const sends: Decision[] = [];
  for await (const rows of judged.decisions("send")) {
    sends.push(...rows.slice(0, limit - sends.length));
    if (sends.length >= limit) break;
  }
  for (const some of chunks(sends, 500)) {
    const records = await recordsOf(db, plan, some);
    for (const decision of some) {
      const { touch_key, step } = decision;
      const record = records.get(touch_key ?? "");
      if (touch_key === null || step === null || record === undefined) continue;
      const made = compose({ ...decision, touch_key, step }, record);
      if (made.kind === "skip") {
        add(decisions, "send", -1);
        add(decisions, made.decision, 1);
        continue;
      }
      const { message } = made;
      await way(message.channel)?.send(message, message.touch);
      add(written, message.channel, 1);
    }
  }
  return { campaign: plan.identity.campaign, decisions, written };
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
