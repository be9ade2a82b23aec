import { dayOfCheck } from "../../host/index.ts";
import type { Session } from "../session.ts";

/** The day of a check, and the moment at which signatures are judged. */
export interface Moment {
  /** ISO date. */
  readonly today: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Now, or noon of another day that somebody asked for, in UTC. */
export function momentOf(asked: string | undefined, session: Session): Moment {
  const today = dayOfCheck(asked, session.env, session.now);
  const isToday = session.now.toISOString().slice(0, 10) === today;
  return { today, now: isToday ? session.now.getTime() : Date.parse(`${today}T12:00:00Z`) };
}
