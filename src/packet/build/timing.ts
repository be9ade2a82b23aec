import { english } from "../../audience/index.ts";
import { timeOfDay } from "../../calendar/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { Timing } from "../model.ts";

export function timingOf(campaign: Campaign): Timing {
  const { window, limits, scenario, stopWhen, pauseWhen } = campaign;
  return {
    opens: timeOfDay(window.opens),
    closes: timeOfDay(window.closes),
    days: window.days,
    clock: window.clock,
    skipsHolidays: window.skipHolidays,
    perDay: limits.perDay,
    perWeek: limits.perWeek,
    pacePerDay: campaign.pace.perDay ?? null,
    holdoutPercent: campaign.holdout?.value ?? null,
    reEnter: campaign.reEnter,
    priority: campaign.priority,
    stops: [...scenario.stopOn, ...stopWhen.map(({ value }) => english(value))],
    pauses: [...scenario.pauseOn, ...pauseWhen.map(({ value }) => english(value))],
  };
}
