import { countText, differenceText, shareText } from "../evidence/index.ts";
import type { CountRow, OutcomeReport, OutcomeRow } from "./report.ts";

const STYLE = `
:root{color-scheme:light}
body{font:16px/1.5 system-ui,sans-serif;color:#1d1d1f;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.25rem 0}.faint{color:#55555c}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #d8d8dd;vertical-align:middle}
th{font-weight:600}td.n,th.n{text-align:right;width:6rem}
svg{display:block}
@media print{body{margin:0}}
`;

/** The report as one page without script, image or outside address: it can be kept, printed and mailed. */
export function outcomeHtml(report: OutcomeReport, title: string): string {
  const { holdout } = report;
  const parts = [
    table("What came of it", [report.overall, report.booked, report.completed, report.followUpCompleted]),
    table("By segment", report.bySegment),
    table("By arm of the test", report.byArm),
    table("By channel: bookings with the credit to it", report.byChannel),
    table("By step: bookings with the credit to it", report.byStep),
    holdout === null
      ? ""
      : `${table("Against people who were withheld, all from entry", [holdout.written, holdout.withheld])}<p>${
          holdout.difference === null
            ? "Too few people to tell the difference."
            : `Difference: ${escaped(differenceText(holdout.difference))}.`
        }</p>`,
    counts("Bookings, by what gave the credit", report.attribution),
    counts("Why people declined", report.declines),
    counts("Steps that were left out", report.leftOut),
  ];
  const goal = `${report.goal.outcome} within ${report.goal.withinDays} days of the first message`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`Results of ${title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(`Results of ${title}`)}</h1>
<p>Goal: ${escaped(goal)}. As of ${escaped(report.asOf)} UTC.</p>
<p class="faint">Shares stand with the interval in which they lie with 95 % confidence (Wilson). Counts from 1 to 10 are untold, and as many more as keep them from following.</p>
${parts.filter((part) => part !== "").join("\n")}
<p class="faint">A booking is credited to the step whose code was said or clicked, else to the last step before it. Plan ${escaped(report.plan)}.</p>
</main>
</body>
</html>
`;
}

function table(title: string, rows: readonly OutcomeRow[]): string {
  if (rows.length === 0) return "";
  const body = rows.map(
    (row) =>
      `<tr><th scope="row">${escaped(row.name)}</th><td class="n">${countText(row.people)}</td><td class="n">${countText(row.successes)}</td><td>${row.rate === null ? "" : shareText(row.rate)}</td><td>${bar(row)}</td></tr>`,
  );
  return `<h2>${escaped(title)}</h2>
<table>
<thead><tr><th scope="col">row</th><th scope="col" class="n">people</th><th scope="col" class="n">of them</th><th scope="col">share</th><th scope="col"><span>interval</span></th></tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`;
}

/** The share as a bar, its interval as a line; the same numbers stand as text beside it. */
function bar({ rate }: OutcomeRow): string {
  if (rate === null) return "";
  const at = (share: number) => Math.round(share * 1600) / 10;
  return `<svg width="160" height="18" viewBox="0 0 160 18" aria-hidden="true"><rect y="3" width="160" height="12" fill="#ececf1"/><rect y="3" width="${at(rate.share)}" height="12" fill="#3b6ea5"/><line x1="${at(rate.low)}" x2="${at(rate.high)}" y1="9" y2="9" stroke="#1d1d1f" stroke-width="2"/></svg>`;
}

function counts(title: string, rows: readonly CountRow[]): string {
  if (rows.length === 0) return "";
  const body = rows.map(
    ({ name, people }) =>
      `<tr><th scope="row">${escaped(name.replaceAll("_", " "))}</th><td class="n">${countText(people)}</td></tr>`,
  );
  return `<h2>${escaped(title)}</h2>
<table>
<thead><tr><th scope="col">row</th><th scope="col" class="n">people</th></tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
