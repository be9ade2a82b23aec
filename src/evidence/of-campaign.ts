import { CONCERNS, type CompiledPlan, type Concern } from "../plan/index.ts";
import type { CampaignReach, Reach } from "./reach.ts";
import type { Evidence } from "./read-evidence.ts";
import type { Results } from "./results.ts";
import type { Simulated } from "./simulated.ts";

/** A file of `results/`, and what it holds. */
export interface EvidenceFile {
  /** As the workspace names it: `results/missed-visit.simulation.json`. */
  readonly path: string;
  readonly evidence: Evidence;
}

export interface SimulationFound {
  readonly path: string;
  readonly simulated: Simulated;
  /** Concerns in which the plan that was simulated is another one; null where it is this very plan. */
  readonly differs: readonly Concern[] | null;
}

export interface ReachFound extends Pick<Reach, "counted_at" | "people"> {
  readonly path: string;
  readonly reach: CampaignReach;
  /** Whether it was counted for this very audience. */
  readonly holds: boolean;
}

/**
 * The simulation of a campaign: one of this very plan before any other, and else the last of the list.
 *
 * @param files in the order of their paths
 */
export function simulationOf(
  files: readonly EvidenceFile[],
  { campaign, digest, concerns }: CompiledPlan,
): SimulationFound | undefined {
  const found = files.flatMap(({ path, evidence }): SimulationFound[] => {
    if (evidence.format !== "recare.simulation/1" || evidence.campaign !== campaign) return [];
    const differs =
      evidence.plan === digest
        ? null
        : CONCERNS.filter((concern) => evidence.concerns[concern] !== concerns[concern]);
    return [{ path, simulated: evidence, differs }];
  });
  return found.findLast(({ differs }) => differs === null) ?? found.at(-1);
}

/** How many people a campaign reaches: counts that hold before others, real people before invented ones, the latest first. */
export function reachOf(
  files: readonly EvidenceFile[],
  { campaign, concerns }: CompiledPlan,
): ReachFound | undefined {
  const found = files.flatMap(({ path, evidence }): ReachFound[] => {
    if (evidence.format !== "recare.reach/1") return [];
    const { counted_at, people } = evidence;
    return evidence.campaigns
      .filter((each) => each.campaign === campaign)
      .map((reach) => ({ path, counted_at, people, reach, holds: reach.audience === concerns.audience }));
  });
  const worth = ({ holds, people, counted_at }: ReachFound) =>
    `${holds ? 1 : 0} ${people === "roster" ? 1 : 0} ${counted_at}`;
  return found.reduce<ReachFound | undefined>(
    (best, each) => (best === undefined || worth(each) >= worth(best) ? each : best),
    undefined,
  );
}

/** What came of a campaign when it was last measured. */
export function resultsOf(files: readonly EvidenceFile[], campaign: string): Results | undefined {
  return files
    .flatMap(({ evidence }) =>
      evidence.format === "recare.results/1" && evidence.campaign === campaign ? [evidence] : [],
    )
    .reduce<Results | undefined>(
      (last, each) => (last === undefined || each.asOf >= last.asOf ? each : last),
      undefined,
    );
}
