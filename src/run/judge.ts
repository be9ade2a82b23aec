import type { Database } from "../database/index.ts";
import type { Decision, DecisionKind } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Instant } from "./instant.ts";

/** What one tick decided about a plan. */
export interface Tick {
  readonly counts: ReadonlyMap<DecisionKind, number>;
  /** Decisions of the given kinds, in the order in which touches are due. Nothing else is asked of the database meanwhile. */
  decisions(...kinds: readonly DecisionKind[]): AsyncIterable<readonly Decision[]>;
}

/** Who decides. The runner only carries out; a simulation hands in the same with another clock. */
export interface Judge {
  /** Judges everybody, and writes who enters and who leaves. */
  tick(db: Database, plan: Plan, now: Instant, acceptsEntries: boolean): Promise<Tick>;
  /** Judges some people once more, in the transaction that claims. */
  again(
    db: Database,
    plan: Plan,
    now: Instant,
    acceptsEntries: boolean,
    patients: readonly string[],
  ): Promise<readonly Decision[]>;
}
