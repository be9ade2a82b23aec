import {
  daysInWords,
  parseDays,
  parseWindow,
  type Reading,
  type TimeWindow,
  WEEKDAYS,
  type Weekday,
  windowInWords,
} from "../calendar/index.ts";

/** Hours of one day of the week. A day that is not listed has none. */
export interface DayHours extends TimeWindow {
  readonly day: Weekday;
}

/** Hours of a week, in the order of its days, each day at most once. */
export type WeekHours = readonly DayHours[];

/**
 * Reads the hours of a week: sets of days with their window, with a semicolon between.
 *
 * @example parseWeek("mon-sat 09:00-21:00; sun 12:00-21:00")
 */
export function parseWeek(text: string): Reading<WeekHours> {
  const week = new Map<Weekday, TimeWindow>();
  for (const part of text.slice(0, 400).split(";")) {
    const match = /^(.*\S)\s+(\S+\s?-\s?\S+)$/.exec(part.trim());
    const days = parseDays(match?.[1] ?? part.trim());
    if (!days.ok) return days;
    const hours = parseWindow(match?.[2] ?? "");
    if (!hours.ok) return hours;
    for (const day of days.value) {
      if (week.has(day)) {
        return { ok: false, problem: { message: `${day} has two windows`, remedy: "Name each day once." } };
      }
      week.set(day, hours.value);
    }
  }
  return {
    ok: true,
    value: WEEKDAYS.flatMap((day) => {
      const hours = week.get(day);
      return hours ? [{ day, ...hours }] : [];
    }),
  };
}

/** The window of a day; nothing where that day has none. */
export function hoursOn(week: WeekHours, day: Weekday): TimeWindow | undefined {
  return week.find((hours) => hours.day === day);
}

/** Whether no hour of the week lies outside another week's hours. */
export function isWithinWeek(inner: WeekHours, outer: WeekHours): boolean {
  return inner.every(({ day, opens, closes }) => {
    const allowed = hoursOn(outer, day);
    return allowed !== undefined && opens >= allowed.opens && closes <= allowed.closes;
  });
}

/** "Monday to Saturday 09:00 to 21:00, Sunday 12:00 to 21:00". */
export function weekInWords(week: WeekHours): string {
  const groups = new Map<string, Weekday[]>();
  for (const hours of week) {
    const window = windowInWords(hours);
    groups.set(window, [...(groups.get(window) ?? []), hours.day]);
  }
  const told = [...groups].map(([window, days]) => `${daysInWords(days)} ${window}`);
  return told.length === 0 ? "no hour of the week" : told.join(", ");
}
