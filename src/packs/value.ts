import {
  counted,
  type Duration,
  type DurationGrammar,
  durationInWords,
  parseDuration,
  type Reading,
  type ReadingProblem,
} from "../calendar/index.ts";
import type { LimitMeaning } from "./limits.ts";
import { parseWeek, type WeekHours, weekInWords } from "./week.ts";

/** What a limit is set to. */
export type LimitValue =
  | { readonly kind: "hours"; readonly week: WeekHours }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "time"; readonly time: Duration }
  | { readonly kind: "words"; readonly words: readonly string[] };

/** "at once", "10 business days", "18 months", "10 years". */
const TIMES: DurationGrammar = {
  units: ["minute", "hour", "business day", "day", "week", "month", "year"],
  atOnce: true,
};

/**
 * Reads what is written for a limit, in the notation of its kind.
 *
 * @example readValue("3", LIMITS.exempt_per_week) // { kind: "count", count: 3 }
 */
export function readValue(text: string, { kind, item }: LimitMeaning): Reading<LimitValue> {
  switch (kind) {
    case "hours": {
      const week = parseWeek(text);
      return week.ok ? { ok: true, value: { kind, week: week.value } } : week;
    }
    case "count":
      return /^(?:0|[1-9]\d{0,5})$/.test(text.trim())
        ? { ok: true, value: { kind, count: Number(text) } }
        : {
            ok: false,
            problem: {
              message: `"${text.slice(0, 40)}" is not a whole number`,
              remedy: "Write a whole number, such as 3.",
            },
          };
    case "time": {
      const time = parseDuration(text, TIMES);
      return time.ok ? { ok: true, value: { kind, time: time.value } } : time;
    }
    case "words": {
      const words = text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");
      if (words.length === 0)
        return {
          ok: false,
          problem: { message: "there is no word", remedy: "Write words with commas between." },
        };
      const problem = item && problemOf(words, item);
      return problem ? { ok: false, problem } : { ok: true, value: { kind, words } };
    }
  }
}

const ITEMS = {
  host: {
    pattern: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/,
    remedy: "Write hosts alone, without https:// and path, such as pixel.example.",
  },
  "plain words": {
    pattern: /^[^=,;]+ = [^=,;]+$/,
    remedy: "Write the words, an equals sign and what patients say: utilize | utilizes = use.",
  },
} as const;

function problemOf(words: readonly string[], item: keyof typeof ITEMS): ReadingProblem | undefined {
  const { pattern, remedy } = ITEMS[item];
  const wrong = words.find((word) => !pattern.test(word));
  return wrong === undefined
    ? undefined
    : {
        message: `"${wrong.slice(0, 60)}" is not ${item === "host" ? "a host" : "words with what to say instead"}`,
        remedy,
      };
}

/** A limit's value as a person says it. */
export function valueInWords(value: LimitValue, { unit }: LimitMeaning): string {
  switch (value.kind) {
    case "hours":
      return weekInWords(value.week);
    case "count":
      return counted(value.count, unit ?? "time");
    case "time":
      return durationInWords(value.time);
    case "words":
      return value.words.join(", ");
  }
}
