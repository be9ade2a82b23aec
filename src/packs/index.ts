export * from "./in-force.ts";
export { isLimit, LIMIT_NAMES, LIMITS, type LimitKind, type LimitMeaning, type LimitName } from "./limits.ts";
export type { Pack, PackEntry, StateCode } from "./pack.ts";
export { PACKS } from "./packs.generated.ts";
export { STATES, stateOfAddress } from "./states.ts";
export { isNoLonger, type Strictness, strictness } from "./stricter.ts";
export { ownLimitInWords, ruleInPacks } from "./told.ts";
export { type LimitValue, readValue, valueInWords } from "./value.ts";
export { type DayHours, hoursOn, isWithinWeek, type WeekHours, weekInWords } from "./week.ts";
