export { isWithinClaim } from "./claims.ts";
export { locationValue, sayPhone, shapeOf } from "./describe.ts";
export * from "./facts.ts";
export { factsOf } from "./facts-of.ts";
export { lazy } from "./lazy.ts";
export { type LinkValue, valuesInLinks } from "./link-values.ts";
export { addressesOf, hostOf } from "./links.ts";
export {
  type EvidenceState,
  evidenceState,
  type RegisteredClaim,
  registerOf,
  type Standing,
  standingOf,
} from "./register.ts";
export { dayInWords } from "./schedule.ts";
