import type { Database } from "../database/index.ts";
import type { Compose, Composition, DueTouch } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Claimed } from "./deliver.ts";
import { recordsOf } from "./records.ts";
import type { LeftOut } from "./skips.ts";

/** Touches with their words, and those for which there are none. */
export interface Composed {
  readonly messages: readonly Claimed[];
  readonly left: readonly LeftOut[];
}

/** The exact words of each touch, or why there are none. Whoever left the roster meanwhile is judged again later. */
export async function composeTouches(
  db: Database,
  plan: Plan,
  compose: Compose,
  decisions: readonly Decision[],
): Promise<Composed> {
  const records = await recordsOf(db, plan, decisions);
  const messages: Claimed[] = [];
  const left: LeftOut[] = [];
  for (const decision of decisions) {
    const record = records.get(decision.touch_key ?? "");
    const touch = dueTouch(decision);
    if (record === undefined || touch === undefined) continue;
    const made = compose(touch, record);
    if (made.kind === "message") messages.push({ decision, message: made.message });
    else left.push({ decision, why: unsaidWhy(made) });
  }
  return { messages, left };
}

/** Why there are no words, as the ledger holds it. */
export function unsaidWhy({ decision, why }: Extract<Composition, { kind: "skip" }>): string {
  return `${decision.replace("skip:", "")}: ${why}`;
}

/** A decision as a composer takes it; nothing where there is no step. */
export function dueTouch({ touch_key, step, ...rest }: Decision): DueTouch | undefined {
  return touch_key === null || step === null ? undefined : { ...rest, touch_key, step };
}
