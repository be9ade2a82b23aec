import type { Load, Told } from "../../evidence/index.ts";
import type { Concern } from "../../plan/index.ts";

/**
 * A simulation that lies beside the campaign. Of another plan nothing but that is said: what it showed was true of that
 * one.
 */
export type PacketSimulation =
  | { readonly standing: "of another plan"; readonly path: string; readonly differs: readonly Concern[] }
  | {
      readonly standing: "of this plan";
      readonly path: string;
      /** First and last day, ISO dates. */
      readonly from: string;
      readonly to: string;
      /** "2,000 invented people (seed 1)". */
      readonly whom: string;
      /** How they were assumed to answer, in a sentence. */
      readonly assumed: string;
      readonly reached: number;
      readonly touches: number;
      /** Touches that broke a rule. */
      readonly failures: number;
      readonly days: readonly string[];
      readonly touchesDaily: readonly number[];
      /** Work of each team, against what it declares. */
      readonly loads: readonly Load[];
      readonly findings: readonly { readonly message: string; readonly remedy: string }[];
    };

/** How many people there are, as somebody counted them on a day. Null counts are too small to tell, or protect such. */
export interface PacketReach {
  readonly path: string;
  /** UTC, `2026-11-23 16:00:00`. */
  readonly countedAt: string;
  /** People of a roster, or people who do not exist. */
  readonly people: "roster" | "synthetic";
  readonly counts: {
    readonly enter: Told;
    readonly segments: readonly { readonly name: string; readonly people: Told }[];
    /** What becomes of the first step, in words. */
    readonly firstStep: readonly { readonly name: string; readonly people: Told }[];
  } | null;
}
