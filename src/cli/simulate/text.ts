import type { Plan } from "../../plan/index.ts";
import { type Paint, wrap } from "../../report/index.ts";
import {
  capacityFindings,
  type DailyLoad,
  dailyLoads,
  launchChecklist,
  PROPERTIES,
  type Simulation,
} from "../../simulate/index.ts";
import type { PlacedFailure } from "./simulate.ts";

const number = (count: number) => count.toLocaleString("en-US");
/** So many failures are told in full. */
const TOLD = 10;

/** What a simulation showed, for people: what was assumed first, then failures, load, and what is left to do. */
export function simulationText(
  plan: Plan,
  simulation: Simulation,
  failures: readonly PlacedFailure[],
  paint: Paint,
  columns: number,
): string {
  const parts = [
    head(simulation, paint),
    assumed(simulation, columns),
    failed(failures, paint, columns),
    load(plan, simulation, paint, columns),
    ended(simulation, paint),
    checklist(plan, simulation, paint, columns),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function head({ campaign, days, people, touches, tickTime }: Simulation, paint: Paint): readonly string[] {
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return [
    `${paint.strong(campaign)}  simulated from ${first} to ${last}, judged once a day at ${tickTime.slice(0, 5)} UTC`,
    `  ${number(touches)} touches to ${number(people)} people who do not exist`,
  ];
}

function assumed({ model, seed }: Simulation, columns: number): readonly string[] {
  const rates = Object.entries(model.channels).map(([channel, rate]) => `${channel} ${rate.books} %`);
  return [
    `  ${wrap(`Assumed, not measured (seed ${seed}): of a hundred touches, visits are booked by ${rates.join(", ")}; ${model.kept} % of visits are kept; answers come within ${model.withinHours} hours. --format json has every rate. Words are not composed, so names that are too long are not left out here.`, columns - 2, 2)}`,
  ];
}

function failed(failures: readonly PlacedFailure[], paint: Paint, columns: number): readonly string[] {
  if (failures.length === 0) {
    return [
      paint.strong("Every touch was looked at"),
      ...PROPERTIES.map((property) => `  ${paint.added("held")}  ${property}`),
    ];
  }
  const told = failures.slice(0, TOLD).map(({ property, day, patient, step, what, at }) => {
    const who = [day, patient, step].filter((part) => part !== null).join(" · ");
    return `  ${paint.severity.error(property)}  ${who}\n    ${wrap(`${what}${at === undefined ? "" : `; ${at}`}`, columns - 4, 4)}`;
  });
  const more = failures.length - told.length;
  return [
    paint.strong(`${number(failures.length)} failures`),
    ...told,
    ...(more > 0 ? [`  … and ${number(more)} more`] : []),
  ];
}

function load(plan: Plan, simulation: Simulation, paint: Paint, columns: number): readonly string[] {
  const loads = dailyLoads(plan, simulation);
  const weeks: DailyLoad[][] = [];
  for (const [index, day] of loads.entries()) {
    if (index % 7 === 0) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  const limit = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : ` of ${value}`;
  const [first] = loads;
  const rows = weeks.map((days) => {
    const total = (of: (load: DailyLoad) => number) => days.reduce((sum, day) => sum + of(day), 0);
    const most = (of: (load: DailyLoad) => number) => Math.max(0, ...days.map(of));
    return `  ${days[0]?.day}  ${cell(number(total(({ touches }) => touches)), 9)}  ${cell(`${most(({ calls }) => calls)}${limit(first?.callLimit)}`, 14)}  ${cell(`${most(({ bookings }) => bookings)}${limit(first?.bookingLimit)}`, 17)}  ${cell(
      most(({ heldForCapacity }) => heldForCapacity),
      13,
    )}`;
  });
  const findings = capacityFindings(plan, simulation).flatMap(({ message, remedy }) => [
    `  ${paint.severity.warning("!")} ${wrap(message, columns - 4, 4)}`,
    `    Instead: ${wrap(remedy, columns - 6, 6)}`,
  ]);
  return [
    paint.strong("Load, by week"),
    `  ${paint.faint("week of       touches  most calls/day  most bookings/day  calls waiting")}`,
    ...rows,
    ...findings,
  ];
}

function ended({ ends }: Simulation, paint: Paint): readonly string[] {
  return [
    paint.strong("How it ended"),
    ...[...ends].map(([why, count]) => `  ${number(count).padStart(7)}  ${why}`),
  ];
}

function checklist(plan: Plan, simulation: Simulation, paint: Paint, columns: number): readonly string[] {
  const items = launchChecklist(plan, simulation).map(({ what, evidence, detail }) => {
    const mark = evidence === "missing" ? paint.severity.error(evidence.padEnd(12)) : evidence.padEnd(12);
    return `  ${mark}  ${wrap(`${what}: ${detail}`, columns - 16, 16)}`;
  });
  return [paint.strong("Before it starts"), ...items];
}
