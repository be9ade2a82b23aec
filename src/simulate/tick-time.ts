import { addDays, type IsoDate } from "../calendar/index.ts";
import type { Database } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { minuteOf, wallTime } from "./wall-clock.ts";

/**
 * The time of day, UTC, at which the window is open for most people: a simulation judges once a day, and at another hour
 * people at the edges of the country would never be written to. Of several such times, the one in the middle.
 *
 * @param plans of one organisation
 * @example await bestTickTime(db, [plan], "2026-11-23") // "20:30:00"
 */
export async function bestTickTime(db: Database, plans: readonly Plan[], day: IsoDate): Promise<string> {
  const counted = await db.rows(
    "SELECT time_zone, COUNT(*) AS people FROM patients WHERE time_zone IS NOT NULL GROUP BY time_zone ORDER BY time_zone",
  );
  const windows = plans.map((plan) => plan.windows);
  const home = windows[0]?.time_zone ?? "UTC";
  const zones =
    counted.length > 0
      ? counted.map((row) => [String(row.time_zone), Number(row.people)] as const)
      : [[home, 1] as const];
  const open = (instant: string) =>
    zones.reduce((sum, [zone, people]) => {
      const { minute } = wallTime(zone, instant);
      const isOpen = windows.filter(
        ({ opens, closes }) => minute >= minuteOf(opens) && minute < minuteOf(closes),
      );
      return sum + people * isOpen.length;
    }, 0);
  const times = Array.from({ length: 48 }, (_, half) => {
    const time = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}:00`;
    // A tick shall fall on the day that the organisation calls by this date.
    const shift = wallTime(home, `${day} ${time}`).day === day ? 0 : 1;
    return { time, people: shift === 0 ? open(`${addDays(day, shift)} ${time}`) : -1 };
  });
  const most = Math.max(...times.map(({ people }) => people));
  const best = times.filter(({ people }) => people === most);
  return best[Math.floor((best.length - 1) / 2)]?.time ?? "18:00:00";
}
