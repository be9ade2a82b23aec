import type { SendWindow } from "../../model/index.ts";
import type { WeekHours } from "../../packs/index.ts";

/** The hours of a week in which a campaign's messages may leave. */
export function weekOf({ days, opens, closes }: SendWindow): WeekHours {
  return days.map((day) => ({ day, opens, closes }));
}
