import { daysInWords, timeOfDay } from "../../calendar/index.ts";
import { isWithinWeek, weekInWords } from "../../packs/index.ts";
import { choices } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { firstCall } from "../consent/calls.ts";
import { rule } from "../rule.ts";
import { weekOf } from "./week-of.ts";

export default rule(
  {
    code: "T102",
    name: "quiet-hours-state",
    summary: "Texts and calls at hours that a state keeps free",
    why: "Some states end the day at eight in the evening, begin it at nine or ten, or keep Sunday free. Their laws speak of solicitations; Recare keeps the hours for every text and call to somebody who can be in that state.",
    remedy:
      "Write hours and days under `send_between` that fit every state; or say which states the campaign is for, with patient.state in `include`.",
    basis: lawFromMemory(
      "Fla. Stat. 501.616(6)(a)",
      "state telemarketing acts, as the pack us-states cites them",
    ),
    severity: "error",
    waivable: "compliance",
    pack: "us-states",
    limits: ["quiet_hours"],
    examples: {
      good: [
        {
          title: "Until seven, with a clinic in Florida",
          edit: "library/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Tampa, FL 33601",
        },
        {
          title: "Until half past eight, for patients in Illinois only",
          edit: 'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "09:00-20:30"\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - FL\n=\ncampaign.yaml:\n   include:\n+    - patient.state is IL',
        },
      ],
      bad: [
        {
          title: "Until half past eight, with a clinic in Florida",
          edit: 'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "09:00-20:30"\n=\nlibrary/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Tampa, FL 33601',
          marks: ['"09:00-20:30"'],
        },
        {
          title: "On Sunday, with a clinic in Alabama",
          edit: "recare.yaml:\n-  days: mon-sat\n+  days: every-day\n=\nlibrary/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Mobile, AL 36601",
          marks: ['"09:00-19:00"'],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { packs } = facts.workspace;
    const { window } = campaign;
    const week = weekOf(window);
    // Hours at night are a rule of their own; one mistake is one finding.
    const isNight = packs.hours("quiet_hours").some(({ value }) => !isWithinWeek(week, value));
    if (firstCall(campaign) === undefined || isNight) return;
    const broken = facts.whereaboutsOf(campaign).states.flatMap((state) => {
      const outside = packs.hours("quiet_hours", state).find(({ value }) => !isWithinWeek(week, value));
      return outside ? [`${state} ${weekInWords(outside.value)}`] : [];
    });
    if (broken.length === 0) return;
    yield {
      at: window.hoursAt ?? window.at ?? campaign.at,
      message: `texts and calls may leave between ${timeOfDay(window.opens)} and ${timeOfDay(window.closes)} on ${daysInWords(window.days)}, and people can be where less is allowed: ${choices(broken, 5).replace(" or ", " and ")}`,
    };
  },
);
