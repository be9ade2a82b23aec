import { isDate } from "../../calendar/index.ts";
import { type Instant, instantOf } from "../instant.ts";

/**
 * An instant as files write it: `2026-11-26 15:04:05` in UTC, or with its own offset, `2026-11-26T09:04:05-06:00`.
 * Nothing for all else: a day without a time could be before or after a message.
 *
 * @example readInstant("2026-11-26T09:04:05-06:00") // "2026-11-26 15:04:05"
 */
export function readInstant(text: string): Instant | undefined {
  const [, day, time, offset] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text.trim()) ??
    [];
  if (day === undefined || time === undefined || !isDate(day)) return undefined;
  const at = new Date(`${day}T${time}${offset ?? "Z"}`);
  return Number.isNaN(at.getTime()) ? undefined : instantOf(at);
}
