import { listed } from "../source/index.ts";
import { WEEKDAYS, type Weekday } from "./date.ts";
import type { Reading } from "./reading.ts";

/** In the order of the week. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const REMEDY = "Write days such as mon-fri, sat, every-day, or a list: mon, wed, fri.";

/**
 * Reads days of the week, in the order of the week and each once. A range may run over the weekend: `fri-mon`.
 *
 * @example parseDays("mon-wed, sat") // { ok: true, value: ["mon", "tue", "wed", "sat"] }
 */
export function parseDays(text: string): Reading<readonly Weekday[]> {
  const chosen = new Set<Weekday>();
  for (const part of text.slice(0, 200).split(",")) {
    const days = daysOf(part.trim());
    if (days === undefined) {
      return {
        ok: false,
        problem: { message: `"${part.trim().slice(0, 40)}" is not a day of the week`, remedy: REMEDY },
      };
    }
    for (const day of days) chosen.add(day);
  }
  return { ok: true, value: WEEKDAYS.filter((day) => chosen.has(day)) };
}

/** "Monday to Friday", "every day", "Monday, Wednesday and Friday". */
export function daysInWords(days: readonly Weekday[]): string {
  const positions = WEEKDAYS.flatMap((day, position) => (days.includes(day) ? [position] : []));
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return "no day";
  if (positions.length === 7) return "every day";
  const names = positions.map((position) => WEEKDAY_NAMES[WEEKDAYS[position] ?? "mon"]);
  if (positions.length > 2 && last - first === positions.length - 1) return `${names[0]} to ${names.at(-1)}`;
  return listed(names);
}

function daysOf(part: string): readonly Weekday[] | undefined {
  if (part === "every-day") return WEEKDAYS;
  const order: readonly string[] = WEEKDAYS;
  const [from = "", to = from, ...rest] = part.split("-");
  const first = order.indexOf(from);
  const last = order.indexOf(to);
  if (first < 0 || last < 0 || rest.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return WEEKDAYS.filter((_, position) => (position - first + 7) % 7 < length);
}
