import { timeOfDay } from "../calendar/index.ts";
import type { Campaign, Workspace } from "../model/index.ts";
import type { SourceMap } from "./source-map.ts";
import type { Plan } from "./types.ts";

/** The local hours in which a message may leave. */
export function lowerWindows(
  { window }: Campaign,
  { organization, library }: Workspace,
  sources: SourceMap,
): Plan["windows"] {
  return sources.mark(window.at, {
    opens: timeOfDay(window.opens),
    closes: timeOfDay(window.closes),
    days: window.days,
    clock: window.clock,
    time_zone: organization.timeZone,
    holidays: window.skipHolidays ? library.holidays.map(({ on, name }) => ({ on, name })) : [],
  });
}

export function lowerCaps({ limits }: Campaign, sources: SourceMap): Plan["caps"] {
  return sources.mark(limits.at, { per_day: limits.perDay, per_week: limits.perWeek });
}
