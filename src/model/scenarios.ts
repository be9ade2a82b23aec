import { REPLY_KINDS, type ReplyKind } from "./library.ts";

/** What a scenario requires and presets; a campaign may tighten it and never loosen it. */
export interface Scenario {
  readonly id: ScenarioId;
  /** In words: "people who missed a visit". */
  readonly about: string;
  /** Events on the anchor that end the sequence. */
  readonly stopOn: readonly string[];
  readonly pauseOn: readonly string[];
  /** Reply kinds that the owner's playbook must answer. */
  readonly replies: readonly ReplyKind[];
  /** A triage route, and the urgent line in long channels, are required. */
  readonly urgentRequired: boolean;
  /** A route for people whom a clinical condition keeps out is required. */
  readonly othersRequired: boolean;
  /** Withholding every message from some people, to compare, is acceptable. */
  readonly holdoutAllowed: boolean;
}

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

/** Ends every sequence, whatever the scenario: the person said stop, died, left, or we reached a stranger. */
const ALWAYS_STOP = ["opted out", "deceased", "moved care", "wrong person"] as const;
const ALWAYS_PAUSE = ["replied", "task open"] as const;

interface Preset {
  readonly about: string;
  readonly stopOn: readonly string[];
  readonly clinical?: boolean;
  readonly holdoutAllowed?: boolean;
}

const PRESETS: Readonly<Record<ScenarioId, Preset>> = {
  "missed-appointment": {
    about: "people who missed a visit",
    stopOn: ["visit of the same type booked", "visit of the same type completed"],
  },
  "results-follow-up": {
    about: "people with a result that a visit should follow",
    stopOn: ["results visit booked", "results visit completed"],
    clinical: true,
    holdoutAllowed: false,
  },
  "lapsed-chronic-care": {
    about: "people whose care plan has had no visit for some time",
    stopOn: ["care plan visit booked", "care plan visit completed", "care plan closed"],
  },
  "lapsed-medication": {
    about: "people whose prescription has run out",
    stopOn: ["prescription renewed", "prescription stopped by a clinician"],
    clinical: true,
    holdoutAllowed: false,
  },
  "post-procedure-follow-up": {
    about: "people with a follow-up visit due after a procedure",
    stopOn: ["follow-up visit booked", "follow-up visit completed"],
    clinical: true,
    holdoutAllowed: false,
  },
  "recommended-test": {
    about: "people with an ordered test that has not been done",
    stopOn: ["test booked", "test completed", "order cancelled"],
  },
  "inquiry-follow-up": {
    about: "people who asked about care and did not book",
    stopOn: ["visit booked", "inquiry closed"],
  },
  "partner-program": {
    about: "people whom a partner's programme refers",
    stopOn: ["visit booked", "programme ended"],
  },
};

/** The preset of a scenario. */
export function scenario(id: ScenarioId): Scenario {
  const preset = PRESETS[id];
  return {
    id,
    about: preset.about,
    stopOn: [...ALWAYS_STOP, ...preset.stopOn],
    pauseOn: ALWAYS_PAUSE,
    replies: REPLY_KINDS,
    urgentRequired: preset.clinical ?? false,
    othersRequired: preset.clinical ?? false,
    holdoutAllowed: preset.holdoutAllowed ?? true,
  };
}
