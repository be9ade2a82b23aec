export { type Dispatch, dispatch, type PlanToRun } from "./dispatch.ts";
export { dateOf, type Instant, instantOf } from "./instant.ts";
export type { Judge, Tick } from "./judge.ts";
export { isPaused, pause, resume } from "./pause.ts";
export type { RunReport } from "./report.ts";
export { createRunTables } from "./tables.ts";
