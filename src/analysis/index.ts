export { isWithinClaim } from "./claims.ts";
export { locationValue, sayPhone, shapeOf } from "./describe.ts";
export * from "./facts.ts";
export { factsOf } from "./facts-of.ts";
export { seenWithin } from "./lapse.ts";
export { lazy } from "./lazy.ts";
export { addressesOf, hostOf } from "./links.ts";
export {
  type EvidenceState,
  evidenceState,
  type RegisteredClaim,
  registerOf,
  type Standing,
  standingOf,
} from "./register.ts";
export { dayInWords, dueDays } from "./schedule.ts";
export { STATE_FIELD, type Whereabouts } from "./states.ts";
