import {
  assumedInWords,
  type CapacityFinding,
  capacityFindings,
  capacityTogether,
  type DayOfLoad,
  meaningOf,
  most,
  type Simulated,
  together,
  type Work,
  whomInWords,
} from "../../evidence/index.ts";
import type { LaunchLine } from "../../packet/index.ts";
import { type Paint, wrap } from "../../report/index.ts";
import { PROPERTIES } from "../../simulate/index.ts";

const number = (count: number) => count.toLocaleString("en-US");
/** So many failures are told in full. */
const TOLD = 10;

/** What a simulation showed, for people: what was assumed first, then failures, load, and what is left to do. */
export function simulationText(
  simulated: Simulated,
  checklist: readonly LaunchLine[],
  paint: Paint,
  columns: number,
): string {
  const parts = [
    head(simulated, paint),
    assumed(simulated, columns),
    failed(simulated.failures, paint, columns),
    ...loads(simulated, paint),
    capacity(capacityFindings(simulated), paint, columns),
    leftOut(simulated, paint),
    ended(simulated, paint),
    before(checklist, paint, columns),
  ];
  return inParts(parts);
}

/** What campaigns showed that were simulated together, the higher priority first: teams do the work of all of them. */
export function togetherText(simulated: readonly Simulated[], paint: Paint, columns: number): string {
  const parts = [
    ...simulated.flatMap((each) => [[...head(each, paint), ...assumed(each, columns)]]),
    failed(
      simulated.flatMap(({ failures }) => failures),
      paint,
      columns,
    ),
    ...loads(together(simulated), paint),
    capacity(capacityTogether(simulated), paint, columns),
    ...simulated.flatMap((each) => [leftOut(each, paint, each.campaign), ended(each, paint, each.campaign)]),
    ["What must be so before each starts stands in its packet, and where it is simulated by itself."],
  ];
  return inParts(parts);
}

function inParts(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function head(simulated: Simulated, paint: Paint): readonly string[] {
  const { campaign, days, people, touches, judged_daily_at_utc } = simulated;
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return [
    `${paint.strong(campaign)}  simulated from ${first} to ${last}, judged once a day at ${judged_daily_at_utc.slice(0, 5)} UTC`,
    `  ${number(touches)} touches to ${number(people.reached)} of ${whomInWords(simulated)}`,
  ];
}

function assumed(simulated: Simulated, columns: number): readonly string[] {
  return [`  ${wrap(`${assumedInWords(simulated)} --format json has every rate.`, columns - 2, 2)}`];
}

function failed(failures: Simulated["failures"], paint: Paint, columns: number): readonly string[] {
  if (failures.length === 0) {
    return [
      paint.strong("Every touch was looked at"),
      ...PROPERTIES.map((property) => `  ${paint.added("held")}  ${property}`),
    ];
  }
  const shown = failures.slice(0, TOLD).map(({ property, day, patient, step, what, at }) => {
    const who = [day, patient, step].filter((part) => part !== null).join(" · ");
    return `  ${paint.severity.error(property)}  ${who}\n    ${wrap(`${what}${at === null ? "" : `; ${at}`}`, columns - 4, 4)}`;
  });
  const more = failures.length - shown.length;
  return [
    paint.strong(`${number(failures.length)} failures`),
    ...shown,
    ...(more > 0 ? [`  … and ${number(more)} more`] : []),
  ];
}

/** A table for each team, by week. */
function loads({ teams, days }: Work, paint: Paint): readonly (readonly string[])[] {
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  const limit = (value: number | null) => (value === null ? "" : ` of ${value}`);
  return teams.map(({ id, calls_a_day, bookings_a_day }, index) => [
    paint.strong(`Load of ${id}, by week`),
    `  ${paint.faint("week of       touches  most calls/day  most bookings/day  calls waiting")}`,
    ...weeks(days).map((week) => {
      const own = week.flatMap((day) => day.teams[index] ?? []);
      const touches = week.reduce((sum, day) => sum + day.touches, 0);
      const calls = `${most(own.map((each) => each.calls))}${limit(calls_a_day)}`;
      const bookings = `${most(own.map((each) => each.bookings))}${limit(bookings_a_day)}`;
      const waiting = most(own.map((each) => each.waiting));
      return `  ${week[0]?.day}  ${cell(number(touches), 9)}  ${cell(calls, 14)}  ${cell(bookings, 17)}  ${cell(waiting, 13)}`;
    }),
  ]);
}

function weeks(days: readonly DayOfLoad[]): readonly (readonly DayOfLoad[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

function capacity(findings: readonly CapacityFinding[], paint: Paint, columns: number): readonly string[] {
  return findings.flatMap(({ message, remedy }) => [
    `  ${paint.severity.warning("!")} ${wrap(message, columns - 4, 4)}`,
    `    Instead: ${wrap(remedy, columns - 6, 6)}`,
  ]);
}

function leftOut({ left_out }: Simulated, paint: Paint, of = ""): readonly string[] {
  const lines = Object.entries(left_out).sort(([, x], [, y]) => y - x);
  if (lines.length === 0) return [];
  return [
    paint.strong(`Steps left out${of === "" ? "" : ` of ${of}`}`),
    ...lines.map(([decision, count]) => `  ${number(count).padStart(7)}  ${meaningOf(decision)}`),
  ];
}

function ended({ ends }: Simulated, paint: Paint, of = "it"): readonly string[] {
  return [
    paint.strong(`How ${of} ended`),
    ...Object.entries(ends).map(([why, count]) => `  ${number(count).padStart(7)}  ${why}`),
  ];
}

function before(checklist: readonly LaunchLine[], paint: Paint, columns: number): readonly string[] {
  return [
    paint.strong("Before it starts"),
    ...checklist.map(({ what, evidence, detail }) => {
      const isOpen = evidence === "missing" || evidence === "not known";
      const word = evidence.padEnd(9);
      return `  ${isOpen ? paint.severity.error(word) : word}  ${wrap(`${what}: ${detail}`, columns - 13, 13)}`;
    }),
  ];
}
