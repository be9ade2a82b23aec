import type { Facts } from "../analysis/index.ts";
import { timeOfDay } from "../calendar/index.ts";
import type { Campaign } from "../model/index.ts";
import type { SourceMap } from "./source-map.ts";
import type { Plan } from "./types.ts";

/** The local hours in which a message may leave. */
export function lowerWindows(campaign: Campaign, facts: Facts, sources: SourceMap): Plan["windows"] {
  const { window } = campaign;
  const { organization, library } = facts.workspace;
  return sources.mark(window.at, {
    opens: timeOfDay(window.opens),
    closes: timeOfDay(window.closes),
    days: window.days,
    clock: window.clock,
    time_zone: organization.timeZone,
    holidays: window.skipHolidays ? library.holidays.map(({ on, name }) => ({ on, name })) : [],
    states: lowerStates(campaign, facts),
  });
}

/** The hours of each state in which somebody can be texted or called, narrower than the window or not. */
function lowerStates(campaign: Campaign, facts: Facts): Plan["windows"]["states"] {
  if (!campaign.steps.some(({ channel }) => channel === "sms" || channel === "phone")) return [];
  const { packs } = facts.workspace;
  return facts.whereaboutsOf(campaign).states.flatMap((state) =>
    packs.hours("quiet_hours", state).flatMap((row) =>
      row.state === undefined
        ? []
        : [
            {
              state,
              hours: row.value.map(({ day, opens, closes }) => ({
                day,
                opens: timeOfDay(opens),
                closes: timeOfDay(closes),
              })),
            },
          ],
    ),
  );
}

export function lowerCaps({ limits }: Campaign, sources: SourceMap): Plan["caps"] {
  return sources.mark(limits.at, { per_day: limits.perDay, per_week: limits.perWeek });
}
