export { Allowances } from "./allowances.ts";
export { assumedBy } from "./assumed.ts";
export {
  BASELINE_FILE,
  type BaselineEntry,
  baselineOf,
  canBeBaselined,
  writeBaseline,
} from "./baseline.ts";
export { type ComparedWaiver, markNewWaivers, waiversNamedIn } from "./new-waivers.ts";
export type { SignedWaiver, Waiver } from "./waiver.ts";
export { allowanceOf, allowedInWords, allowedTally, standingOf } from "./words.ts";
