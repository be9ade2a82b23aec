import type { Campaign, Team } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule(
  {
    code: "K126",
    name: "capacity-check",
    summary: "More answers than a team can take",
    why: "Somebody who asks for a visit and waits for days is worse off than before. What enters in a day, times the share that answers, must fit what the team can book, and every call that is planned must fit the calls that it can make.",
    remedy:
      "Lower `pace.per_day`, raise the team's `capacity`, or state the share of people who answer under `declarations`: `expected_response: 20%`.",
    basis: practice("launch practice: test scheduling capacity before launch"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A pace that the team can keep",
          edit: " measure:\n   - visit booked\n+pace: {per_day: 40}",
        },
        {
          title: "One in five answers",
          edit: " measure:\n   - visit booked\n+pace: {per_day: 40}\n+declarations: {expected_response: 20%}",
        },
      ],
      bad: [
        {
          title: "Five times the calls that a team can make",
          edit: " measure:\n   - visit booked\n+pace: {per_day: 200}\n+declarations: {expected_response: 20%}",
          marks: ["north_scheduling"],
        },
        {
          title: "Everybody may answer where nobody says how many do",
          edit: " measure:\n   - visit booked\n+pace: {per_day: 200}\n=\n-  - step: call-1\n-    channel: phone\n-    wait: 4 days\n-    script: missed_visit\n-    offer:\n-      - telehealth_visit\n-      - earlier_time",
          marks: ["north_scheduling"],
        },
      ],
    },
  },
  function* ({ campaigns }) {
    for (const [team, own] of byTeam(campaigns)) {
      const last = own.at(-1);
      if (last?.owner === undefined) continue;
      const over = [
        excess("calls", team.capacity.callsADay, sum(own, callsADay)),
        excess("bookings", team.capacity.bookingsADay, sum(own, bookingsADay)),
      ].filter((words) => words !== undefined);
      if (over.length === 0) continue;
      const names = own.map(({ id }) => id).join(" and ");
      yield {
        at: last.owner.at,
        campaign: last.id,
        message: `at the pace of ${names}, ${team.id} would need ${over.join(" and ")}`,
        related: [{ at: team.at, message: "its capacity is here" }],
      };
    }
  },
);

/** Campaigns that say how many people enter a day, by the team that answers. Without a pace there is nothing to count. */
function byTeam(campaigns: readonly Campaign[]): ReadonlyMap<Team, readonly Campaign[]> {
  const teams = new Map<Team, Campaign[]>();
  for (const campaign of campaigns) {
    if (campaign.owner === undefined || campaign.pace.perDay === undefined) continue;
    const own = teams.get(campaign.owner.team) ?? [];
    teams.set(campaign.owner.team, [...own, campaign]);
  }
  return teams;
}

function sum(campaigns: readonly Campaign[], of: (campaign: Campaign) => number): number {
  return campaigns.reduce((total, campaign) => total + of(campaign), 0);
}

/** Once a campaign runs, each day's entrants come to each call on some day. */
function callsADay({ pace, steps }: Campaign): number {
  return (pace.perDay ?? 0) * steps.filter(({ channel }) => channel === "phone").length;
}

/** The share that is stated; where nobody states one, everybody may answer. */
function bookingsADay({ pace, declarations }: Campaign): number {
  return Math.ceil(((pace.perDay ?? 0) * (declarations.expectedResponse?.value ?? 100)) / 100);
}

function excess(what: string, capacity: number | undefined, needed: number): string | undefined {
  if (needed === 0) return undefined;
  if (capacity === undefined) return `${needed} ${what} a day, and its capacity for ${what} is not stated`;
  return needed > capacity ? `${needed} ${what} a day, and can do ${capacity}` : undefined;
}
