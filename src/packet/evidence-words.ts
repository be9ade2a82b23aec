import { countText, type Load, most } from "../evidence/index.ts";
import type { LaunchLine, PacketReach, PacketSimulation } from "./model.ts";
import { CONCERN_NAMES, count, listed, lowerFirst } from "./words.ts";

/** What was measured, as both printers say it. */

export const WORK_NAMES: Readonly<Record<Load["work"], string>> = { calls: "Calls", bookings: "Bookings" };

/** "107, on 2026-12-01": the most work of one day, and the first day that had so much. */
export function fullestDay({ daily }: Load, days: readonly string[]): string {
  const count = most(daily);
  return count === 0 ? "0" : `${count}, on ${days[daily.indexOf(count)]}`;
}

/** What a simulation rests on; or that there is none of this plan, and how to make one. */
export function simulationInWords(simulation: PacketSimulation | null, campaign: string): string {
  const anew = `run recare simulate ${campaign} --results results.`;
  if (simulation === null) return `Not known: nobody simulated this plan. To find out, ${anew}`;
  if (simulation.standing === "of another plan") {
    const concerns = simulation.differs.map((concern) => lowerFirst(CONCERN_NAMES[concern]));
    return `Not known: ${simulation.path} is of another plan, which differs in ${listed(concerns)}, so nothing of it is shown. To find out, ${anew}`;
  }
  const { from, to, whom, touches, reached, assumed } = simulation;
  return `People who do not exist: ${count(touches, "touch", "touches")} to ${reached} of ${whom}, from ${from} to ${to}. ${assumed} No forecast.`;
}

/** "On 2026-11-20, 1,234 people of the roster entered (results/missed-visit.reach.json)." */
export function reachInWords({ path, countedAt, people, counts: told }: PacketReach): string {
  const on = countedAt.slice(0, 10);
  if (told === null)
    return `Not known: ${path} was counted on ${on} for another audience, so nothing of it is shown.`;
  // No count from 1 to 10 is told, so that there never is one person.
  const many = told.enter === null ? "too few people to tell a number" : `${countText(told.enter)} people`;
  return people === "synthetic"
    ? `Not your patients: of people who do not exist ${many} enter, as counted on ${on}. How many real people there are is not known.`
    : `On ${on}, ${many} of the roster entered (${path}). Counts from 1 to 10 are untold, and as many more as keep them from following.`;
}

/** "5 of 12 are shown. What is missing or not known is to be done first." */
export function launchTally(lines: readonly LaunchLine[]): string {
  const open = lines.filter(({ evidence }) => evidence === "missing" || evidence === "not known").length;
  return open === 0
    ? `All ${lines.length} are shown.`
    : `${lines.length - open} of ${lines.length} are shown. What is missing or not known is not done: nothing starts before.`;
}
