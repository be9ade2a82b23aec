import { Problem } from "../../host/index.ts";
import { type Instant, instantOf, readInstant } from "../../run/index.ts";
import type { Session } from "../session.ts";

/**
 * The instant of an option, else of the clock.
 *
 * @throws Problem for a text that is no instant
 */
export function momentOf(asked: string | undefined, option: string, session: Session): Instant {
  if (asked === undefined) return instantOf(session.now);
  const at = readInstant(asked);
  if (at !== undefined) return at;
  throw new Problem(
    `${option} says "${asked}", which is no instant.`,
    "Write it in UTC, 2026-11-26T15:00:00Z, or with its offset, 2026-11-26T09:00:00-06:00.",
  );
}
