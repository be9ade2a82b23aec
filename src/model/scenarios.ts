import type { ReplyKind } from "./library.ts";

export const SCENARIO_IDS = [
  "missed-appointment",
  "results-follow-up",
  "lapsed-chronic-care",
  "lapsed-medication",
  "post-procedure-follow-up",
  "recommended-test",
  "inquiry-follow-up",
  "partner-program",
] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

/** What a scenario requires and presets; a campaign may tighten it and never loosen it. */
export interface Scenario {
  readonly id: ScenarioId;
  /** In words: "people who missed a visit". */
  readonly about: string;
  /** Events on the anchor that end the sequence, in words of the plan's closed list. */
  readonly stopOn: readonly string[];
  readonly pauseOn: readonly string[];
  /** Reply kinds that the owner's playbook must answer. */
  readonly replies: readonly ReplyKind[];
  /** A triage route and the urgent line in long channels are required. */
  readonly urgentRequired: boolean;
  /** A route for people whom a clinical condition keeps out is required. */
  readonly othersRequired: boolean;
  readonly holdoutAllowed: boolean;
}
