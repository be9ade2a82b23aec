export { type CapacityFinding, capacityFindings, type Load, loadsOf, most, type Work } from "./capacity.ts";
export { meaningOf } from "./decision-words.ts";
export {
  type EvidenceFile,
  type ReachFound,
  reachOf,
  resultsOf,
  type SimulationFound,
  simulationOf,
} from "./of-campaign.ts";
export type { CampaignReach, Reach } from "./reach.ts";
export { type Evidence, readEvidence } from "./read-evidence.ts";
export { type Results, resultInWords } from "./results.ts";
export { countText, differenceText, type Interval, shareText } from "./shares.ts";
export {
  ANSWERS,
  type Answer,
  type Assumed,
  assumedInWords,
  type DayOfLoad,
  type Simulated,
  whomInWords,
} from "./simulated.ts";
export {
  type Cell,
  hideSmall,
  hideSmallRows,
  SMALLEST_CELL,
  type Told,
  tellApart,
  told,
} from "./small-cells.ts";
export { capacityTogether, together } from "./together.ts";
