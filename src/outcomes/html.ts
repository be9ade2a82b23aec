import { countText, differenceText, type Interval, shareText } from "../evidence/index.ts";
import { html, type Markup, page, printSection, type Section, table } from "../packet/index.ts";
import type { CountRow, OutcomeReport, OutcomeRow } from "./report.ts";
import { creditInWords, goalInWords, HOW_SHARES_STAND } from "./report-words.ts";

/** The report as one page without script, image or outside address: it can be kept, printed and mailed. */
export function outcomeHtml(report: OutcomeReport, title: string): string {
  const sections = [outcome(report), parts(report), credit(report), holdout(report), silence(report)].filter(
    (section) => section.body !== null,
  );
  return page({
    title: `Results of ${title}`,
    header: html`<p class="eyebrow">Results</p>
<h1>${title}</h1>
<dl class="identity">
<div><dt>Campaign</dt><dd><code>${report.campaign}</code></dd></div>
<div><dt>Goal</dt><dd>${goalInWords(report)}</dd></div>
<div><dt>As of</dt><dd><time>${report.asOf}</time> UTC</dd></div>
</dl>`,
    nav: html`<nav aria-label="Sections"><ol>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>`,
    main: html`${sections.map((section, index) => printSection(section, index + 1))}`,
    footer: html`<p>${HOW_SHARES_STAND} Plan <code>${report.plan}</code>. This page runs no script and loads nothing.</p>`,
  });
}

function outcome(report: OutcomeReport): Section {
  const { overall, booked, completed, followUpCompleted } = report;
  return {
    id: "outcome",
    title: "What came of it",
    line: headline(report),
    body: outcomes("People who were written to", "Outcome", [overall, booked, completed, followUpCompleted]),
  };
}

/** The goal in one sentence, or that nobody can tell. */
function headline({ overall: { people, successes, rate }, goal }: OutcomeReport): string {
  if (people === 0) return "Nobody has entered yet.";
  return rate === null
    ? "Too few people to tell."
    : `${countText(successes)} of ${countText(people)} people reached the goal, ${goal.outcome}: ${shareText(rate)}.`;
}

function parts({ bySegment, byArm }: OutcomeReport): Section {
  return {
    id: "parts",
    title: "By segment and arm",
    line: "The goal, for each part of those who were written to.",
    body: joined([
      outcomes("By segment", "Segment", bySegment),
      outcomes("By arm of the test", "Arm", byArm),
    ]),
  };
}

function credit(report: OutcomeReport): Section {
  return {
    id: "credit",
    title: "What brought the bookings",
    line: creditInWords(report),
    body: joined([
      outcomes("By step: people who got it, and bookings with the credit to it", "Step", report.byStep),
      outcomes(
        "By channel: people who were reached by it, and bookings with the credit to it",
        "Channel",
        report.byChannel,
      ),
      counts("What gave the credit", ["By", "Bookings"], report.attribution),
    ]),
  };
}

function holdout({ holdout: compared }: OutcomeReport): Section {
  return {
    id: "holdout",
    title: "Against people who were withheld",
    line: "Both are measured from entry, so that they can be compared.",
    body:
      compared === null
        ? null
        : html`${outcomes("Written to, and withheld for comparison", "People who were", [compared.written, compared.withheld])}<p>${differenceInWords(compared.difference)}</p>`,
  };
}

function differenceInWords(difference: Interval | null): string {
  return difference === null
    ? "Too few people to tell the difference."
    : `Difference: ${differenceText(difference)}.`;
}

function silence({ declines, leftOut }: OutcomeReport): Section {
  return {
    id: "silence",
    title: "Who declined, and what was left out",
    line: "Why people said no, and why steps did not leave.",
    body: joined([
      counts("Why people declined", ["Reason", "People"], declines),
      counts("Steps that were left out", ["Because of", "People"], leftOut),
    ]),
  };
}

function joined(parts: readonly (Markup | null)[]): Markup | null {
  const there = parts.filter((part) => part !== null);
  return there.length === 0 ? null : html`${there}`;
}

function outcomes(caption: string, head: string, rows: readonly OutcomeRow[]): Markup | null {
  if (rows.length === 0) return null;
  return table(
    caption,
    [
      { head },
      { head: "People", as: "number" },
      { head: "Of them", as: "number" },
      { head: "Share, and its interval" },
      { head: "0 to 100 %", as: "chart" },
    ],
    rows.map(({ name, people, successes, rate }) => [
      inWords(name),
      countText(people),
      countText(successes),
      rate === null ? "untold" : shareText(rate),
      rate === null ? "" : bar(rate),
    ]),
  );
}

/** The share as a bar, its interval as a line; the same numbers stand as text beside it. */
function bar({ share, low, high }: Interval): Markup {
  const at = (part: number) => Math.round(part * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${at(share)}" height="8"/><rect class="was" x="${at(low)}" y="3" width="${Math.max(0.4, at(high - low))}" height="2"/></svg>`;
}

function counts(
  caption: string,
  [first, second]: readonly [string, string],
  rows: readonly CountRow[],
): Markup | null {
  if (rows.length === 0) return null;
  return table(
    caption,
    [{ head: first }, { head: second, as: "number" }],
    rows.map(({ name, people }) => [inWords(name), countText(people)]),
  );
}

function inWords(name: string): string {
  return name.replaceAll("_", " ");
}
