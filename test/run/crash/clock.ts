import { dateOf, type Instant, instantOf } from "../../../src/run/index.ts";

/** A clock that all processes of a schedule share: it showed `base` when the computer's own was at `epoch`, and goes on. */
export interface SharedClock {
  readonly base: Instant;
  /** Milliseconds since 1970. */
  readonly epoch: number;
}

/** A clock that begins now. */
export function beginning(base: Instant): SharedClock {
  return { base, epoch: Date.now() };
}

export function readBy({ base, epoch }: SharedClock): () => Instant {
  return () => instantOf(new Date(dateOf(base).getTime() + Date.now() - epoch));
}
