import { countText, differenceText, shareText } from "../../evidence/index.ts";
import {
  type CountRow,
  creditInWords,
  goalInWords,
  HOW_SHARES_STAND,
  type OutcomeReport,
  type OutcomeRow,
} from "../../outcomes/index.ts";
import { type Paint, wrap } from "../../report/index.ts";

/** A report for people. */
export function outcomeText(report: OutcomeReport, paint: Paint, columns: number): string {
  const { holdout } = report;
  if (report.overall.people === 0 && report.holdout === null) {
    return `${paint.strong(report.campaign)}  nobody had entered by ${report.asOf} UTC\n`;
  }
  const parts = [
    [`${paint.strong(report.campaign)}  ${goalInWords(report)}, as of ${report.asOf} UTC`],
    table(
      "What came of it",
      [report.overall, report.booked, report.completed, report.followUpCompleted],
      paint,
    ),
    table("By segment", report.bySegment, paint),
    table("By arm of the test", report.byArm, paint),
    table("By channel, bookings with the credit to it", report.byChannel, paint),
    table("By step, bookings with the credit to it", report.byStep, paint),
    holdout === null
      ? []
      : [
          ...table(
            "Against people who were withheld, all from entry",
            [holdout.written, holdout.withheld],
            paint,
          ),
          `  ${holdout.difference === null ? "Too few people to tell the difference." : `Difference: ${differenceText(holdout.difference)}.`}`,
        ],
    counts("What gave the credit", report.attribution, paint),
    counts("Why people declined", report.declines, paint),
    counts("Steps that were left out", report.leftOut, paint),
    [wrap(`${HOW_SHARES_STAND} ${creditInWords(report)}`, columns, 0)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function table(title: string, rows: readonly OutcomeRow[], paint: Paint): readonly string[] {
  if (rows.length === 0) return [];
  const wide = Math.max(...rows.map(({ name }) => name.length));
  return [
    paint.strong(title),
    ...rows.map(({ name, people, successes, rate }) => {
      const share = rate === null ? "" : `  ${shareText(rate)}`;
      return `  ${name.padEnd(wide)}  ${countText(successes).padStart(7)} of ${countText(people)}${share}`;
    }),
  ];
}

function counts(title: string, rows: readonly CountRow[], paint: Paint): readonly string[] {
  if (rows.length === 0) return [];
  const wide = Math.max(...rows.map(({ name }) => name.length));
  return [
    paint.strong(title),
    ...rows.map(
      ({ name, people }) => `  ${name.replaceAll("_", " ").padEnd(wide)}  ${countText(people).padStart(7)}`,
    ),
  ];
}
