import {
  type Duration,
  isTimeZone,
  parseDate,
  parseDays,
  parseDuration,
  parseWindow,
  RESPONSE_TIMES,
  type Reading,
  type TimeWindow,
  timeOfDay,
  timeZones,
  WAITS,
  type Weekday,
} from "../calendar/index.ts";
import { didYouMean, type Span } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import { entries, type Sourced, text } from "../workspace/index.ts";
import type { Binder } from "./binder.ts";
import type { Wait } from "./campaign.ts";
import { TIME_UNREADABLE, TIME_ZONE_UNKNOWN } from "./findings.ts";
import type { Hours, IsoDate } from "./library.ts";

/** What a reader of short texts read, or a finding at the text. */
function read<T>(
  binder: Binder,
  written: Sourced<string> | undefined,
  reader: (text: string) => Reading<T>,
): T | undefined {
  if (written === undefined) return undefined;
  const reading = reader(written.value);
  if (reading.ok) return reading.value;
  binder.report(TIME_UNREADABLE, { at: written.at, ...reading.problem });
  return undefined;
}

/** A date as written, refused when it does not exist. */
export function bindDate(binder: Binder, written: Sourced<string> | undefined): IsoDate | undefined {
  return read(binder, written, parseDate);
}

/** A wait between steps: days, business days or hours. */
export function bindWait(binder: Binder, written: Sourced<string> | undefined): Wait | undefined {
  const duration = read(binder, written, (wait) => parseDuration(wait, WAITS));
  if (written === undefined || duration?.kind !== "span") return undefined;
  const { count, unit } = duration;
  return unit === "day" || unit === "business day" || unit === "hour"
    ? { count, unit, at: written.at }
    : undefined;
}

/** Within what time somebody answers. */
export function bindResponseTime(binder: Binder, written: Sourced<string> | undefined): Duration | undefined {
  return read(binder, written, (time) => parseDuration(time, RESPONSE_TIMES));
}

export function bindTimeWindow(binder: Binder, written: Sourced<string> | undefined): TimeWindow | undefined {
  return read(binder, written, parseWindow);
}

export function bindDays(
  binder: Binder,
  written: Sourced<string> | undefined,
): readonly Weekday[] | undefined {
  return read(binder, written, parseDays);
}

/** Opening hours by set of days; a place whose hours cannot be read is never open. */
export function bindHours(binder: Binder, node: YamlNode | undefined, at: Span): Hours {
  const days = entries(node).flatMap(({ key, value }) => {
    const set = bindDays(binder, { value: key.text, at: key.span }) ?? [];
    const hours = bindTimeWindow(binder, text(value));
    return hours
      ? set.map((day) => ({ day, opens: timeOfDay(hours.opens), closes: timeOfDay(hours.closes) }))
      : [];
  });
  return { days, at: node?.span ?? at };
}

/** A zone of the IANA database. */
export function bindTimeZone(binder: Binder, written: Sourced<string> | undefined): string {
  if (written === undefined) return "";
  if (!isTimeZone(written.value)) {
    binder.report(TIME_ZONE_UNKNOWN, {
      at: written.at,
      message: `"${written.value.slice(0, 40)}" is not a time zone${didYouMean(written.value.slice(0, 40), timeZones())}`,
    });
  }
  return written.value;
}
