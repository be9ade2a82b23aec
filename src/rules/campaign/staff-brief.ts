import { daysBetween } from "../../calendar/index.ts";
import type { Campaign, Team } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** A year, and the days that a yearly training moves. */
const LONGEST_AGO = 380;

export default rule(
  {
    code: "K124",
    name: "staff-brief",
    summary: "Callers whom nobody has trained",
    why: "Whoever calls patients must know the script, what may not be said, and to whom a medical question goes. Training that is missing or long ago is found out on the phone.",
    remedy: "Train the team on the script, and write the day under `trained_on` in library/teams.yaml.",
    basis: practice("training practice: before the first call, then yearly"),
    severity: "warning",
    waivable: "anyone",
    absence: true,
    examples: {
      good: [
        {
          title: "Trained this year",
          edit: "library/teams.yaml:\n     capacity:\n       calls_a_day: 40\n       bookings_a_day: 60\n-    trained_on: 2026-10-20\n+    trained_on: 2026-03-02",
        },
      ],
      bad: [
        {
          title: "Never",
          edit: "library/teams.yaml:\n     capacity:\n       calls_a_day: 40\n       bookings_a_day: 60\n-    trained_on: 2026-10-20",
          marks: ["north_scheduling"],
        },
        {
          title: "Long ago",
          edit: "library/teams.yaml:\n     capacity:\n       calls_a_day: 40\n       bookings_a_day: 60\n-    trained_on: 2026-10-20\n+    trained_on: 2025-06-02",
          marks: ["north_scheduling"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { today } }) {
    const call = campaign.steps.find(({ channel }) => channel === "phone");
    if (call === undefined) return;
    for (const { id, trainedOn, at } of callers(campaign)) {
      const related = [{ at: call.idAt, message: "the call" }];
      if (trainedOn === undefined) {
        yield { at, message: `${id} calls patients, and no training of it is on record`, related };
      } else if (daysBetween(trainedOn, today) > LONGEST_AGO) {
        yield { at, message: `${id} calls patients, and was last trained on ${trainedOn}`, related };
      }
    }
  },
);

/** The teams that call: the owner's, and those of segments. */
function callers({ owner, audience }: Campaign): ReadonlySet<Team> {
  const own = (audience?.segments ?? []).flatMap((segment) => segment.owner ?? []);
  return new Set([...(owner ? [owner.team] : []), ...own]);
}
