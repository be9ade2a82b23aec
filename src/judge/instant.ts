/** An instant as the databases hold it: `YYYY-MM-DD HH:MM:SS` in UTC, whole seconds. Text order is time order. */
export type Instant = string;

/**
 * Seconds since 1970-01-01 of an instant; parts of a second are left out.
 *
 * @throws RangeError for a text that is no instant
 */
export function secondsOf(instant: Instant): number {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/.exec(instant);
  const milliseconds = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${instant}" is no instant`);
  return milliseconds / 1000;
}

/** @example instantOf(0) // "1970-01-01 00:00:00" */
export function instantOf(seconds: number): Instant {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
