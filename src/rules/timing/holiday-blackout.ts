import { nextHoliday } from "../../calendar/index.ts";
import { choices } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { firstCall } from "../consent/calls.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "T107",
    name: "holiday-blackout",
    summary: "Texts and calls on a holiday that a state keeps free",
    why: "A few states keep legal holidays free of sales calls, and nobody likes to be called on one.",
    remedy: "Write the days in library/holidays.yaml, and holidays: skip under `send_between`.",
    basis: lawFromMemory("state telemarketing acts of AL, LA, MS, PA, RI and UT"),
    severity: "info",
    waivable: "anyone",
    pack: "us-states",
    limits: ["holidays"],
    examples: {
      good: [
        {
          title: "A state that keeps none free",
          edit: "recare.yaml:\n-  holidays: skip\n+  holidays: send",
        },
      ],
      bad: [
        {
          title: "Holidays that the list does not have, with a clinic in Rhode Island",
          edit: "library/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Providence, RI 02901",
          marks: ["send_between"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { packs, library, today } = facts.workspace;
    const { window } = campaign;
    if (firstCall(campaign) === undefined) return;
    const listed = new Set(window.skipHolidays ? library.holidays.map(({ on }) => on) : []);
    const open = new Map<string, string>();
    for (const state of facts.whereaboutsOf(campaign).states) {
      for (const name of packs.words("holidays", state).flatMap(({ value }) => value)) {
        const day = nextHoliday(name, today);
        if (day !== undefined && !listed.has(day)) open.set(`${name} (${day})`, state);
      }
    }
    if (open.size === 0) return;
    const states = [...new Set(open.values())].sort();
    yield {
      at: window.at ?? campaign.at,
      message: `texts and calls may leave on holidays that ${choices(states).replace(" or ", " and ")} ${states.length === 1 ? "keeps" : "keep"} free: ${choices([...open.keys()], 6).replace(" or ", " and ")}`,
    };
  },
);
