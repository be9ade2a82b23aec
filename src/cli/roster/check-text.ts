import { type Paint, wrap } from "../../report/index.ts";
import type { CampaignReach, RosterFinding, RosterReport } from "../../roster/index.ts";

const number = (count: number) => count.toLocaleString("en-US");
const people = (count: number) => `${number(count)} ${count === 1 ? "person" : "people"}`;

/** A report for people: each finding with its rows and its cost, then what is left of each campaign's audience. */
export function rosterText(report: RosterReport, paint: Paint, columns: number): string {
  const blocks = report.findings.map((finding) => findingText(finding, paint, columns));
  const reach = report.reach.map((each) => reachText(each, paint, columns));
  const parts = [...blocks, ...reach, [tally(report)]];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function findingText(finding: RosterFinding, paint: Paint, columns: number): readonly string[] {
  const { severity, check, shown, table, column, message, remedy, costs } = finding;
  const place = [shown ?? table, column === null ? undefined : `column ${column}`].filter(
    (part) => part !== null && part !== undefined,
  );
  return [
    `${paint.strong(place.join(", ") || "roster")}  ${paint.severity[severity](severity)} ${check}`,
    `  ${wrap(message, columns - 2, 2)}`,
    ...placesText(finding, columns),
    `  Instead: ${wrap(remedy, columns - 4, 4)}`,
    ...costs.map(
      ({ campaign, people: lost, of }) => `  Touches ${number(lost)} of the ${people(of)} of ${campaign}.`,
    ),
  ];
}

/** The first rows, and how many more there are. */
function placesText({ places, rows }: RosterFinding, columns: number): readonly string[] {
  if (places.length === 0) return [];
  const named = places.map(({ row, id, value }) => {
    const where = [row === null ? undefined : `row ${number(row)}`, id === null ? undefined : id].filter(
      (part) => part !== undefined,
    );
    return `${where.join(" ")}${value === null ? "" : ` ${JSON.stringify(value)}`}`;
  });
  const more = rows - places.length;
  const listed = `${named.join(" · ")}${more > 0 ? ` … and ${number(more)} more` : ""}`;
  return [`  ${wrap(listed, columns - 2, 2)}`];
}

function reachText(reach: CampaignReach, paint: Paint, columns: number): readonly string[] {
  const { campaign, people: about, qualify, reachable, blanks, leftToJudge } = reach;
  const lines = [
    `${paint.strong(campaign)}  reach`,
    `  ${people(about)} ${about === 1 ? "has" : "have"} a record that it could be about, ${number(qualify)} qualify today, ${number(reachable)} of them can be reached.`,
    ...blanks.map(({ line, people: lost, blankPercent }) => {
      const nobody = qualify === 0 ? ": nobody qualifies" : "";
      const share = blankPercent === 0 ? "less than 1" : blankPercent;
      return `  ${number(lost)} more might, if it were known whether ${line}: ${share} % of records are blank there, or hold a code that is not in the field's list${nobody}.`;
    }),
    ...leftToJudge.map((line) => `  Not counted here, since only a run can tell: ${line}.`),
  ];
  return lines.map((line, index) => (index === 0 ? line : `  ${wrap(line.trim(), columns - 4, 4)}`));
}

function tally({ people: all, setAside, findings }: RosterReport): string {
  const count = (severity: RosterFinding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count("error"), count("warning"), count("info")];
  const found = [
    errors > 0 ? `${errors} ${errors === 1 ? "error" : "errors"}` : undefined,
    warnings > 0 ? `${warnings} ${warnings === 1 ? "warning" : "warnings"}` : undefined,
    notes > 0 ? `${notes} to know` : undefined,
  ].filter((part) => part !== undefined);
  const aside = setAside > 0 ? `; ${people(setAside)} set aside` : "";
  return `${found.length === 0 ? "No findings" : found.join(", ")} in ${people(all)}${aside}`;
}
