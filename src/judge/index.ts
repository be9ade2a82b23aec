export { DECISIONS, type Decision, type DecisionKind, endsEnrolment, isSkip } from "./decision.ts";
export type { Instant } from "./instant.ts";
export { judgeSql } from "./judge-sql.ts";
export { type JudgedTick, judgeAgain, judgeTick } from "./judge-tick.ts";
export { type Settled, settleEnrolments } from "./settle-enrolments.ts";
export { createRunnerTables, ENROLMENT_COLUMNS, LEDGER_COLUMNS } from "./tables.ts";
export type { TickOptions } from "./tick.ts";
export { type Touch, touchKey } from "./touch-key.ts";
