import type { OutcomeReport, OutcomeRow } from "./report.ts";

/** The tables of a report as one CSV: table, row, people, successes, share and interval. Hidden counts are blank. */
export function outcomeCsv(report: OutcomeReport): string {
  const { holdout } = report;
  const tables: readonly (readonly [string, readonly OutcomeRow[]])[] = [
    ["overall", [report.overall, report.booked, report.completed, report.followUpCompleted]],
    ["segment", report.bySegment],
    ["arm", report.byArm],
    ["channel", report.byChannel],
    ["step", report.byStep],
    ["holdout", holdout === null ? [] : [holdout.written, holdout.withheld]],
  ];
  const outcomes = tables.flatMap(([table, rows]) =>
    rows.map(({ name, people, successes, rate }) => [
      table,
      name,
      people,
      successes,
      ...(rate === null
        ? [null, null, null]
        : [rate.share, rate.low, rate.high].map((part) => part.toFixed(4))),
    ]),
  );
  const counts = (
    [
      ["decline", report.declines],
      ["left out", report.leftOut],
      ["attribution", report.attribution],
    ] as const
  ).flatMap(([table, rows]) => rows.map(({ name, people }) => [table, name, people, null, null, null, null]));
  const head = ["table", "row", "people", "successes", "share", "low", "high"];
  return [head, ...outcomes, ...counts].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** Quoted where it must be; what a spreadsheet would run as a formula begins with an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  const text =
    typeof value === "string" && /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value))
      ? `'${value}`
      : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
