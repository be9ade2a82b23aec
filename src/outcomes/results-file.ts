import type { OutcomeReport } from "./report.ts";

/** The bytes of `results/<campaign>.json`, `recare.results/1`: the whole report, in which no small count stands. */
export function resultsText(report: OutcomeReport): string {
  return `${JSON.stringify({ format: "recare.results/1", ...report }, undefined, 2)}\n`;
}
