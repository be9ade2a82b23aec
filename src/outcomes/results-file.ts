import type { OutcomeReport } from "./report.ts";

/** Changes when a reader of `results/<campaign>.json` would have to change. */
export const RESULTS_FORMAT = "recare.results/1";

/** The last results of a campaign, as `recare check` shows them beside its goal. */
export interface LastResults {
  readonly campaign: string;
  readonly asOf: string;
  readonly outcome: string;
  readonly withinDays: number;
  readonly people: number | null;
  readonly successes: number | null;
  readonly rate: { readonly share: number; readonly low: number; readonly high: number } | null;
}

/** The bytes of `results/<campaign>.json`: the whole report, in which no small count stands. */
export function resultsText(report: OutcomeReport): string {
  return `${JSON.stringify({ format: RESULTS_FORMAT, ...report }, undefined, 2)}\n`;
}

/** Reads back what `resultsText` wrote; nothing where the text is anything else. */
export function readResults(text: string): LastResults | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.format !== RESULTS_FORMAT) return undefined;
  const { campaign, asOf, goal, overall } = value;
  if (typeof campaign !== "string" || typeof asOf !== "string" || !isRecord(goal) || !isRecord(overall))
    return undefined;
  const { outcome, withinDays } = goal;
  if (typeof outcome !== "string" || typeof withinDays !== "number") return undefined;
  const { people, successes, rate } = overall;
  return {
    campaign,
    asOf,
    outcome,
    withinDays,
    people: typeof people === "number" ? people : null,
    successes: typeof successes === "number" ? successes : null,
    rate: intervalOf(rate),
  };
}

function intervalOf(rate: unknown): LastResults["rate"] {
  if (!isRecord(rate)) return null;
  const { share, low, high } = rate;
  return typeof share === "number" && typeof low === "number" && typeof high === "number"
    ? { share, low, high }
    : null;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
