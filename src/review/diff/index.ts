export { fieldsOfPlans } from "./audience.ts";
export { type Change, DIRECTIONS, type Direction, type Risk, type WordRun } from "./change.ts";
export { type CampaignReview, compare } from "./compare.ts";
export { wordDiff } from "./word-diff.ts";
