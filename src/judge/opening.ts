import { weekday } from "../calendar/index.ts";
import type { Plan, PlanHours } from "../plan/index.ts";
import { dayOf, timeOf, wallClock } from "./clock.ts";

type Windows = Plan["windows"];

/** Whether the campaign's window is open in a zone at an instant: hours, days of the week, holidays. */
export function windowIsOpen(windows: Windows, zone: string, now: number): boolean {
  const wall = wallClock(zone, now);
  const day = dayOf(wall);
  return (
    windows.days.includes(weekday(day)) &&
    !windows.holidays.some(({ on }) => on === day) &&
    isWithin(timeOf(wall), windows.opens, windows.closes)
  );
}

/** Whether hours that a state, a clinic or a team keeps hold at an instant; `early` seconds before opening count too. */
export function hoursAreOpen(hours: readonly PlanHours[], zone: string, now: number, early = 0): boolean {
  const wall = wallClock(zone, now);
  const today = weekday(dayOf(wall));
  return hours.some(
    ({ day, opens, closes }) => day === today && isWithin(timeOf(wall), opens, closes, early),
  );
}

/** A minute belongs to a window from its opening up to, and without, its closing. */
function isWithin(time: number, opens: string, closes: string, early = 0): boolean {
  return time >= secondsOf(opens) - early && time < secondsOf(closes);
}

/** Seconds since midnight of "09:30"; "24:00" is the end of the day. */
function secondsOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 3600 + Number(minutes) * 60;
}
