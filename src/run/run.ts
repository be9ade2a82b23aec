import type { Database } from "../database/index.ts";
import { type Channel, type Compose, composerOf } from "../delivery/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Instant } from "./instant.ts";
import type { Judge } from "./judge.ts";
import { rateLimit } from "./rate.ts";
import { Tally } from "./report.ts";

/** A plan that runs, and whether people may still enter by it. */
export interface PlanToRun {
  readonly plan: Plan;
  readonly digest: string;
  /** False for a plan that was replaced: it finishes what it began. */
  readonly acceptsEntries: boolean;
}

export interface Dispatch {
  readonly db: Database;
  readonly plans: readonly PlanToRun[];
  readonly judge: Judge;
  /** By the plan's word: sms, email, phone, letter, portal. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** The instant, asked anew for every claim. */
  now(): Instant;
  /** Touches claimed together: one wait for the disk each. A crash leaves at most so many in doubt. */
  readonly batch?: number;
  /** Messages on their way at a time, for each channel. */
  readonly atATime?: number;
  /** Milliseconds after which a way that has not answered is left: whether it took the message is in doubt. */
  readonly answerWithin?: number;
  /** Messages in a second. */
  readonly rate?: number | undefined;
  /** Most touches of this run. */
  readonly limit?: number | undefined;
  /** Claims nothing from then on. */
  readonly until?: Instant | undefined;
  /** Called after every batch with how many are done, and how many were due at the last tick. */
  progress?(done: number, due: number): void;
}

/** What the parts of one run share. */
export interface Run extends Dispatch {
  readonly run: string;
  readonly tally: Tally;
  readonly compose: ReadonlyMap<string, Compose>;
  /** Waits until another message may go. */
  paceOf(): Promise<void>;
  /** Channels that nothing goes through any more in this run. */
  readonly closed: Set<string>;
  /** The database is thrown away, and nobody else is in it: what others share is not held. */
  readonly isDry: boolean;
}

/** @param name what the ledger calls the run */
export function runOf(setting: Dispatch, name: string, isDry = false): Run {
  return {
    ...setting,
    run: name,
    isDry,
    tally: new Tally(),
    compose: new Map(setting.plans.map(({ plan, digest }) => [digest, composerOf(plan)])),
    paceOf: rateLimit(setting.rate),
    closed: new Set(),
  };
}

/** Whether nothing more is claimed: the limit is reached, or the hour has come. */
export function isOver({ tally, limit, until, now }: Run): boolean {
  return (limit !== undefined && tally.sent >= limit) || (until !== undefined && now() >= until);
}

/** How many more touches this run may send. */
export function roomOf({ tally, limit }: Run): number {
  return limit === undefined ? Number.POSITIVE_INFINITY : limit - tally.sent;
}
