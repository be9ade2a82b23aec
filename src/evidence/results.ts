import type { Interval } from "./shares.ts";
import { shareText } from "./shares.ts";
import type { Told } from "./small-cells.ts";

/** What is read of `recare.results/1`, the last results of a campaign. Field names are the format's. */
export interface Results {
  readonly format: "recare.results/1";
  readonly campaign: string;
  /** UTC, `2026-11-26 15:00:00`. */
  readonly asOf: string;
  readonly goal: { readonly outcome: string; readonly withinDays: number };
  readonly overall: { readonly people: Told; readonly rate: Interval | null };
}

/** "31 % (29 to 34 %) of 1,200 people". */
export function resultInWords({ overall: { people, rate } }: Results): string {
  return rate === null || people === null
    ? "too few people to tell"
    : `${shareText(rate)} of ${people.toLocaleString("en-US")} people`;
}
