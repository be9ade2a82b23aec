import type { Instant } from "../judge/index.ts";

export type { Instant };

/** @example instantOf(new Date(0)) // "1970-01-01 00:00:00" */
export function instantOf(date: Date): Instant {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

/** @example dateOf("1970-01-01 00:00:00").getTime() // 0 */
export function dateOf(instant: Instant): Date {
  return new Date(`${instant.replace(" ", "T")}Z`);
}
