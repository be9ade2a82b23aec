import { createHash } from "node:crypto";
import { ANSWERS, type Answer, type Assumed } from "../evidence/index.ts";
import type { ScenarioId } from "../model/index.ts";

const CHANNELS: Assumed["channels"] = {
  sms: { books: 7, asks: 4, declines: 1.5, stops: 1.2, "wrong person": 0.4 },
  email: { books: 3, asks: 1.5, declines: 0.5, stops: 0.4, "wrong person": 0.1 },
  phone: { books: 22, asks: 6, declines: 7, stops: 1, "wrong person": 0.8 },
  letter: { books: 2, asks: 1, declines: 0.3, stops: 0.1, "wrong person": 0.2 },
  portal: { books: 5, asks: 2, declines: 0.5, stops: 0.2, "wrong person": 0 },
};

/** How much more or less people of a scenario book than people who missed a visit. */
const BOOKING: Readonly<Record<ScenarioId, number>> = {
  "missed-appointment": 1,
  "results-follow-up": 1.3,
  "lapsed-chronic-care": 0.7,
  "lapsed-medication": 0.8,
  "post-procedure-follow-up": 1.2,
  "recommended-test": 0.6,
  "inquiry-follow-up": 0.9,
  "partner-program": 0.5,
};

/** The model of a scenario. */
export function responseModel(scenario: string): Assumed {
  const factor = Object.hasOwn(BOOKING, scenario) ? BOOKING[scenario as ScenarioId] : 1;
  const channels = Object.entries(CHANNELS).map(([channel, rates]) => [
    channel,
    { ...rates, books: Math.round(rates.books * factor * 10) / 10 },
  ]);
  return {
    channels: Object.fromEntries(channels),
    kept: 82,
    withinHours: 48,
    bookedWithinDays: 21,
    answeredWithinHours: 24,
  };
}

/** What comes of one touch, and when. */
export interface DrawnResponse {
  readonly response: Answer;
  readonly afterSeconds: number;
  /** Days from the answer to the visit, where one is booked. */
  readonly daysAhead: number;
  /** Whether the visit takes place. */
  readonly isKept: boolean;
}

/**
 * Draws the answer to a touch from the seed and the touch's own key, so that the same simulation gives the same answers
 * whatever else changes in the campaign.
 */
export function drawResponse(
  model: Assumed,
  channel: string,
  touchKey: string,
  seed: string,
): DrawnResponse | undefined {
  const hash = createHash("md5").update(`${seed}|${touchKey}`).digest();
  const share = (at: number) => hash.readUInt32BE(at) / 0x1_0000_0000;
  const rates = model.channels[channel];
  if (rates === undefined) return undefined;
  let drawn = share(0) * 100;
  for (const response of ANSWERS) {
    drawn -= rates[response];
    if (drawn >= 0) continue;
    return {
      response,
      afterSeconds: 60 + Math.floor(share(4) * model.withinHours * 3600),
      daysAhead: 1 + Math.floor(share(8) * model.bookedWithinDays),
      isKept: share(12) * 100 < model.kept,
    };
  }
  return undefined;
}
