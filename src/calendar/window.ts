import type { Reading } from "./reading.ts";

/** Hours of one day, as minutes from midnight; `closes` is exclusive and may be 1440. */
export interface TimeWindow {
  readonly opens: number;
  readonly closes: number;
}

const REMEDY = 'Write both times with a hyphen: "09:00-19:00".';

/**
 * Reads a window of hours. It never runs over midnight.
 *
 * @example parseWindow("09:00-19:00") // { ok: true, value: { opens: 540, closes: 1140 } }
 */
export function parseWindow(text: string): Reading<TimeWindow> {
  const written = text.trim();
  const problem = (message: string): Reading<TimeWindow> => ({
    ok: false,
    problem: { message, remedy: REMEDY },
  });
  const match = /^(\d{1,2}):(\d{2}) ?- ?(\d{1,2}):(\d{2})$/.exec(written);
  if (match === null) return problem(`"${written.slice(0, 40)}" is not a window of hours`);
  const opens = minutes(match[1], match[2]);
  const closes = minutes(match[3], match[4]);
  if (opens === undefined || closes === undefined)
    return problem(`"${written}" has a time that no clock shows`);
  if (closes <= opens) return problem(`"${written}" closes before it opens`);
  return { ok: true, value: { opens, closes } };
}

/** "09:00 to 19:00". */
export function windowInWords(hours: TimeWindow): string {
  return `${timeOfDay(hours.opens)} to ${timeOfDay(hours.closes)}`;
}

/** Minutes from midnight as a 24-hour clock shows them: 545 is "09:05". */
export function timeOfDay(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function minutes(hour: string | undefined, minute: string | undefined): number | undefined {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= 1440 ? total : undefined;
}
