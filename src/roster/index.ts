export { type CheckOptions, checkRoster, type RosterReport } from "./check/check.ts";
export {
  ROSTER_CHECKS,
  type RosterCheck,
  type RosterFinding,
  type RosterPlace,
  type RosterSeverity,
} from "./check/finding.ts";
export type { BlankCost, CampaignReach } from "./check/reach.ts";
export { DECLINE_REASONS, EVENT_KINDS, type EventKind } from "./facts.ts";
export { FIELD_EXTENSION } from "./fhir/resource.ts";
export {
  type GeneratedRoster,
  type GenerateOptions,
  generateRoster,
  ROSTER_FORMATS,
  type RosterFormat,
  writeRoster,
} from "./generate/generate.ts";
export { isInvented } from "./is-invented.ts";
export { keepTables } from "./keep-tables.ts";
export { type LoadedRoster, type LoadedTable, type LoadOptions, loadRoster } from "./load.ts";
export { RosterProblem } from "./problem.ts";
export {
  type RosterField,
  type RosterShape,
  rosterShape,
  type ShapeConflict,
  type ShapedColumn,
  shapeConflicts,
} from "./shape.ts";
export { type RosterSource, rosterSource } from "./source.ts";
export { type Column, type ColumnType, type RosterTable, TABLE_NAMES, type TableName } from "./table.ts";
export { columnOf, ROSTER_TABLES, rosterTable, tableOfRoot } from "./tables.ts";
export { tablesMarkdown } from "./tables-markdown.ts";
