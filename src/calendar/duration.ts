import type { Reading } from "./reading.ts";

/** From the shortest to the longest. Days keep the wall clock, hours and minutes keep the instant. */
export const DURATION_UNITS = ["minute", "hour", "business day", "day", "week", "month", "year"] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A span of time as the language writes it: "5 days", "1 business day", "30 minutes", "at once". */
export type Duration =
  | { readonly kind: "at once" }
  | { readonly kind: "span"; readonly count: number; readonly unit: DurationUnit };

/** What a place of the language accepts. */
export interface DurationGrammar {
  readonly units: readonly DurationUnit[];
  /** Whether "at once" may be written. */
  readonly atOnce: boolean;
}

/** "5 days", "1 business day", "120 hours": how long a step waits after the one before it. */
export const WAITS: DurationGrammar = { units: ["hour", "business day", "day"], atOnce: false };

/** "4 hours", "1 business day", "at once": within what time somebody answers. */
export const RESPONSE_TIMES: DurationGrammar = {
  units: ["minute", "hour", "business day", "day"],
  atOnce: true,
};

/** "30 days", "8 weeks": a window that is counted in days. */
export const SPANS_OF_DAYS: DurationGrammar = { units: ["day", "week"], atOnce: false };

/** "7 days", "18 months": how long ago counts as lapsed. */
export const LAPSES: DurationGrammar = { units: ["day", "week", "month", "year"], atOnce: false };

/** Nobody waits longer than this; a greater number is a slip of the finger. */
const MOST: Record<DurationUnit, number> = {
  minute: 1440,
  hour: 2160,
  "business day": 260,
  day: 1095,
  week: 156,
  month: 120,
  year: 10,
};

/**
 * Reads a span of time.
 *
 * @example parseDuration("4 hours", RESPONSE_TIMES) // { ok: true, value: { kind: "span", count: 4, unit: "hour" } }
 */
export function parseDuration(text: string, grammar: DurationGrammar): Reading<Duration> {
  const written = text.trim();
  const remedy = `Write ${grammarInWords(grammar)}.`;
  const problem = (message: string): Reading<Duration> => ({ ok: false, problem: { message, remedy } });
  if (written === "at once") {
    return grammar.atOnce
      ? { ok: true, value: { kind: "at once" } }
      : problem('"at once" is no time to wait');
  }
  const match = /^(\d{1,9}) (?:(business day|minute|hour|day|week|month|year)s?)$/.exec(written);
  const unit = DURATION_UNITS.find((candidate) => candidate === match?.[2]);
  if (match === null || unit === undefined) return problem(`"${shown(written)}" is not a span of time`);
  const count = Number(match[1]);
  if (!grammar.units.includes(unit)) return problem(`"${written}" is in ${unit}s, which are not used here`);
  if (count === 0) return problem(`"${written}" is no time at all`);
  if (count > MOST[unit]) return problem(`"${written}" is longer than ${counted(MOST[unit], unit)}`);
  return { ok: true, value: { kind: "span", count, unit } };
}

/** "4 hours", "1 business day", "at once". */
export function durationInWords(duration: Duration): string {
  return duration.kind === "at once" ? "at once" : counted(duration.count, duration.unit);
}

/** "within 4 hours", "at once". */
export function within(duration: Duration): string {
  return duration.kind === "at once" ? "at once" : `within ${durationInWords(duration)}`;
}

/** A number with its unit, in the singular where it is one. */
export function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function grammarInWords(grammar: DurationGrammar): string {
  const units = grammar.units.map((unit) => `${unit}s`);
  const listed = units.length === 1 ? units.join("") : `${units.slice(0, -1).join(", ")} or ${units.at(-1)}`;
  const example = grammar.units.includes("hour") ? "4 hours" : "30 days";
  return `a number and ${listed}, such as "${example}"${grammar.atOnce ? ', or "at once"' : ""}`;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Days of a span of days, weeks, months or years, a month counted as 30: "2 weeks" is 14. Nothing for another text. */
export function durationInDays(text: string | undefined): number | undefined {
  const reading = text === undefined ? undefined : parseDuration(text, LAPSES);
  if (!reading?.ok || reading.value.kind !== "span") return undefined;
  const { count, unit } = reading.value;
  const days = { day: 1, week: 7, month: 30, year: 365 };
  return unit === "day" || unit === "week" || unit === "month" || unit === "year"
    ? count * days[unit]
    : undefined;
}
