export { DECISIONS, type Decision, type DecisionKind, endsEnrolment, isSkip } from "./decision.ts";
export { createRunnerTables, ENROLMENT_COLUMNS, LEDGER_COLUMNS } from "./tables.ts";
export { type Touch, touchKey } from "./touch-key.ts";
