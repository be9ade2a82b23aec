import {
  assumedInWords,
  capacityFindings,
  type EvidenceFile,
  loadsOf,
  meaningOf,
  reachOf,
  resultInWords,
  resultsOf,
  simulationOf,
  whomInWords,
} from "../../evidence/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import type { PacketReach, PacketSimulation } from "../model.ts";

/** What a simulation of this very plan showed; of another plan only that there is one. */
export function packetSimulation(
  files: readonly EvidenceFile[],
  compiled: CompiledPlan,
): PacketSimulation | null {
  const found = simulationOf(files, compiled);
  if (found === undefined) return null;
  const { path, simulated, differs } = found;
  if (differs !== null) return { standing: "of another plan", path, differs };
  const { days, people, touches, failures } = simulated;
  return {
    standing: "of this plan",
    path,
    from: days[0]?.day ?? "",
    to: days.at(-1)?.day ?? "",
    whom: whomInWords(simulated),
    assumed: assumedInWords(simulated),
    reached: people.reached,
    touches,
    failures: failures.length,
    days: days.map(({ day }) => day),
    touchesDaily: days.map((day) => day.touches),
    loads: loadsOf(simulated),
    findings: capacityFindings(simulated).map(({ message, remedy }) => ({ message, remedy })),
  };
}

/** How many people were counted for this very audience; of another audience only that somebody counted. */
export function packetReach(files: readonly EvidenceFile[], compiled: CompiledPlan): PacketReach | null {
  const found = reachOf(files, compiled);
  if (found === undefined) return null;
  const { path, counted_at, people, reach, holds } = found;
  const named = (counts: typeof reach.segments, words: (name: string) => string) =>
    Object.entries(counts).map(([name, count]) => ({ name: words(name), people: count }));
  return {
    path,
    countedAt: counted_at,
    people,
    counts: holds
      ? {
          enter: reach.enter,
          segments: named(reach.segments, (name) => name),
          firstStep: named(reach.first_step, meaningOf),
        }
      : null,
  };
}

/** What came of the campaign when it was last measured, in a sentence. */
export function lastResults(files: readonly EvidenceFile[], campaign: string): string | null {
  const results = resultsOf(files, campaign);
  return results === undefined
    ? null
    : `When it was last measured, on ${results.asOf.slice(0, 10)}, it was ${resultInWords(results)}.`;
}
