import { dateOfDay, type IsoDate } from "../calendar/index.ts";

/**
 * What clocks on the wall show, in seconds as if their zone were UTC: 1970-01-02 00:00 is 86400 everywhere. So a day is
 * always 86,400 seconds long here, also in the night in which a clock is changed.
 */
export type WallClock = number;

export const DAY = 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Seconds by which a zone is ahead of UTC at an instant, from the time-zone data of the engine. */
export function offsetAt(zone: string, seconds: number): number {
  // Since 1972 no zone has changed its clocks but on a quarter of an hour.
  const quarter = Math.floor(seconds / 900);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = wallClockByFormat(zone, quarter * 900) - quarter * 900;
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(key, found);
  return found;
}

function wallClockByFormat(zone: string, seconds: number): WallClock {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(seconds * 1000)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** What a clock in the zone shows at an instant. */
export function wallClock(zone: string, seconds: number): WallClock {
  return seconds + offsetAt(zone, seconds);
}

/**
 * The latest that a clock in the zone has shown up to an instant. In the hour that comes twice when clocks go back, it is
 * the end of that hour: what was due at 01:40 is due once and stays due. It never goes back, which is why waits use it.
 */
export function latestShown(zone: string, seconds: number): WallClock {
  const shown = wallClock(zone, seconds);
  const before = offsetAt(zone, seconds - DAY);
  if (before <= offsetAt(zone, seconds)) return shown;
  let [from, to] = [seconds - DAY, seconds];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(zone, middle) === before) from = middle;
    else to = middle;
  }
  return Math.max(shown, from + before);
}

/** The last instant up to which no clock in the zone has shown more than `wall`. */
export function lastInstant(zone: string, wall: WallClock): number {
  const guess = wall - offsetAt(zone, wall - offsetAt(zone, wall));
  if (latestShown(zone, guess) <= wall && latestShown(zone, guess + 1) > wall) return guess;
  // Zones are at most 14 hours ahead of UTC and 12 behind it.
  let [from, to] = [wall - 15 * 3600, wall + 13 * 3600 + DAY];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (latestShown(zone, middle) <= wall) from = middle;
    else to = middle;
  }
  return from;
}

/** The day that a clock shows. */
export function dayOf(wall: WallClock): IsoDate {
  return dateOfDay(Math.floor(wall / DAY));
}

/** Seconds since midnight on a clock. */
export function timeOf(wall: WallClock): number {
  return ((wall % DAY) + DAY) % DAY;
}
