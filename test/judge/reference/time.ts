import { Temporal } from "@js-temporal/polyfill";

/** Clocks by way of Temporal, which the judge does not use. */
export type Wall = Temporal.PlainDateTime;

const zoned = new Map<string, Wall>();

export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(`${text.replace(" ", "T")}Z`);
}

/** The latest that a clock in the zone has shown up to an instant. */
export function shown(zone: string, text: string): Wall {
  const key = `${zone} ${text}`;
  const known = zoned.get(key);
  if (known !== undefined) return known;
  const at = instant(text).toZonedDateTimeISO(zone);
  let latest = at.toPlainDateTime();
  const change = at.add({ seconds: 1 }).getTimeZoneTransition("previous");
  if (change !== null && Temporal.Instant.compare(change.toInstant(), at.toInstant()) <= 0) {
    const before = change.subtract({ seconds: 1 }).toPlainDateTime();
    if (Temporal.PlainDateTime.compare(before, latest) > 0) latest = before;
  }
  zoned.set(key, latest);
  return latest;
}

/** What the clock shows. */
export function wall(zone: string, text: string): Wall {
  return instant(text).toZonedDateTimeISO(zone).toPlainDateTime();
}

const isOff = (day: Temporal.PlainDate, holidays: readonly string[]) =>
  day.dayOfWeek > 5 || holidays.includes(day.toString());

/** Whether a wait that began at `since` has passed at `now`. */
export function hasPassed(
  wait: { count: number; unit: string },
  zone: string,
  since: string,
  now: string,
  holidays: readonly string[],
): boolean {
  if (wait.count === 0) return since <= now;
  if (wait.unit === "hour") {
    return Temporal.Instant.compare(instant(since).add({ hours: wait.count }), instant(now)) <= 0;
  }
  const from = shown(zone, since);
  if (wait.unit === "day") {
    return Temporal.PlainDateTime.compare(from.add({ days: wait.count }), shown(zone, now)) <= 0;
  }
  let day = from.toPlainDate();
  let time = from.toPlainTime();
  while (isOff(day, holidays)) {
    day = day.add({ days: 1 });
    time = Temporal.PlainTime.from("00:00");
  }
  for (let left = wait.count; left > 0; ) {
    day = day.add({ days: 1 });
    if (!isOff(day, holidays)) left--;
  }
  return Temporal.PlainDateTime.compare(day.toPlainDateTime(time), shown(zone, now)) <= 0;
}

/** Whether something happened today, or in the six days before, by the zone's calendar. */
export function isWithinDays(zone: string, then: string, now: string, back: number): boolean {
  const first = shown(zone, now).toPlainDate().subtract({ days: back });
  return Temporal.PlainDate.compare(shown(zone, then).toPlainDate(), first) >= 0;
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function isOpen(
  hours: readonly { day: string; opens: string; closes: string }[],
  zone: string,
  now: string,
  minutesEarly = 0,
): boolean {
  const local = wall(zone, now);
  const minute = local.hour * 60 + local.minute + local.second / 60;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return hours.some(
    ({ day, opens, closes }) =>
      DAYS[local.dayOfWeek - 1] === day &&
      minute >= minutes(opens) - minutesEarly &&
      minute < minutes(closes),
  );
}
