import { type CapacityFinding, capacityFindings, type Work } from "./capacity.ts";
import type { DayOfLoad, Simulated, TeamDay } from "./simulated.ts";

/**
 * The work of campaigns that were simulated together: a team does that of all of them, so that its calls and bookings add up.
 *
 * @param simulated over the same days
 */
export function together(simulated: readonly Simulated[]): Work {
  const teams = [...new Map(simulated.flatMap((each) => each.teams.map((team) => [team.id, team]))).values()];
  const days = (simulated[0]?.days ?? []).map(({ day }, at): DayOfLoad => {
    const same = simulated.flatMap(({ days: own, teams: ownTeams }) => {
      const of = own[at];
      return of === undefined
        ? []
        : [{ ...of, teams: new Map(ownTeams.map(({ id }, index) => [id, of.teams[index]])) }];
    });
    const sum = (of: "began" | "touches" | "held_for_pace") => same.reduce((all, each) => all + each[of], 0);
    const work = (team: string, of: keyof TeamDay) =>
      same.reduce((all, each) => all + (each.teams.get(team)?.[of] ?? 0), 0);
    return {
      day,
      began: sum("began"),
      touches: sum("touches"),
      held_for_pace: sum("held_for_pace"),
      teams: teams.map(({ id }) => ({
        calls: work(id, "calls"),
        waiting: work(id, "waiting"),
        bookings: work(id, "bookings"),
      })),
    };
  });
  const paces = simulated.map(({ pace_per_day }) => pace_per_day);
  // Where one campaign lets everybody begin, there is no pace of all.
  const pace = paces.reduce<number | null>(
    (all, each) => (all === null || each === null ? null : all + each),
    0,
  );
  return { teams, days, pace_per_day: pace };
}

/** What teams come up against with all campaigns, and which campaigns their own pace holds back. */
export function capacityTogether(simulated: readonly Simulated[]): readonly CapacityFinding[] {
  const isPace = ({ kind }: CapacityFinding) => kind === "pace holds back";
  return [
    ...capacityFindings(together(simulated)).filter((finding) => !isPace(finding)),
    ...simulated.flatMap((each) =>
      capacityFindings(each)
        .filter(isPace)
        .map((finding) => ({ ...finding, message: `${each.campaign}: ${finding.message}` })),
    ),
  ];
}
