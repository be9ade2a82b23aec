import type { Column, ColumnType, RosterTable } from "./table.ts";
import { ROSTER_TABLES } from "./tables.ts";

/** How a cell of each type is written, for the head of the page. */
const WRITTEN: Readonly<Record<ColumnType, string>> = {
  text: "as it is",
  code: "as it is; compared byte for byte, and never retyped: `00100` keeps its zeros",
  date: "`2026-11-23`",
  instant:
    "`2026-11-23 15:04:05` in UTC, or with its offset, `2026-11-23T09:04:05-06:00`; a bare day is refused",
  "yes-no": "`yes` or `no`; also `true`, `false`, `1`, `0`, `y`, `n`",
  number: "`0.5`; kept to six decimals, twelve digits before the point",
  list: "codes between bars: `relay|step-free`",
};

/** The types and tables of a roster as Markdown: the generated part of docs/roster.md. */
export function tablesMarkdown(): string {
  const types = Object.entries(WRITTEN).map(([type, how]) => `| ${type} | ${how} |`);
  return [
    ["| type | how it is written |", "|---|---|", ...types].join("\n"),
    ...ROSTER_TABLES.map(tableMarkdown),
  ].join("\n\n");
}

function tableMarkdown({ name, about, root, columns }: RosterTable): string {
  const fields =
    root === undefined ? "" : ` A field \`${root}.x\` is its column \`x\`; it may have any further columns.`;
  return [
    `### ${name}`,
    "",
    `${about}${fields}`,
    "",
    "| column | type | needed | meaning |",
    "|---|---|---|---|",
    ...columns.map(columnMarkdown),
  ].join("\n");
}

function columnMarkdown({ name, type, required, values, names, meaning }: Column): string {
  const listed = values ? ` One of ${values.map((value) => `\`${value}\``).join(", ")}.` : "";
  const named = names ? ` Names a row of \`${names}\`.` : "";
  return `| \`${name}\` | ${type} | ${required ? "yes" : ""} | ${meaning}${listed}${named} |`;
}
