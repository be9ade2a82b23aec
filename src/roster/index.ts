export { DECLINE_REASONS, EVENT_KINDS, type EventKind } from "./facts.ts";
export { type Column, type ColumnType, type RosterTable, TABLE_NAMES, type TableName } from "./table.ts";
export { columnOf, ROSTER_TABLES, rosterTable, tableOfRoot } from "./tables.ts";
export { tablesMarkdown } from "./tables-markdown.ts";
