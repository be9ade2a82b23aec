export { inPriority } from "./carry-out.ts";
export { dueTouch, unsaidWhy } from "./compose-touches.ts";
export { dispatch } from "./dispatch.ts";
export { type DryRun, type DryRuns, dryRun } from "./dry-run.ts";
export type { IncomingEvent, UnreadableEvent } from "./events/event.ts";
export { type ImportReport, importEvents } from "./events/import-events.ts";
export { readFhir } from "./events/read-fhir.ts";
export { readInstant } from "./events/read-instant.ts";
export { readCsv, readJsonLines } from "./events/read-table.ts";
export { readXlsx } from "./events/read-xlsx.ts";
export { meaningOf, type ReplyMeaning } from "./events/reply-words.ts";
export { explainInTurn } from "./explain-in-turn.ts";
export { type History, historyOf, type PastTouch, parkedTouches, settleByHand } from "./history.ts";
export { dateOf, type Instant, instantOf } from "./instant.ts";
export type { Judge, Tick } from "./judge.ts";
export { isPaused, pause, resume } from "./pause.ts";
export {
  campaignsIn,
  goBefore,
  type KeptPlan,
  keepPlan,
  latestPlans,
  migrate,
  plansUnderWay,
} from "./plans.ts";
export { loadBesideReceived } from "./received.ts";
export { recordsOf } from "./records.ts";
export type { RunReport } from "./report.ts";
export { rosterJudge, scratchJudge } from "./roster-judge.ts";
export type { Dispatch, PlanToRun } from "./run.ts";
export { shadowRunTables } from "./shadow-tables.ts";
export { decisionOf, type LeftOut, reasonOf } from "./skips.ts";
export { copyRunTables, createRunTables } from "./tables.ts";
