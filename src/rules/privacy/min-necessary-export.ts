import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P109",
    name: "min-necessary-export",
    summary: "A clinical fact that is asked for and not needed",
    why: "A plan exports the facts that its conditions and texts read, and no others. A field under `chosen_by` that no condition asks for widens what privacy signs without a reason.",
    remedy: "Take the field out of `chosen_by`, or ask for it in `audience`, a segment or `only_if`.",
    basis: law("45 CFR 164.502(b)", "45 CFR 164.514(d)"),
    severity: "warning",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A field that decides",
          edit: " owner: north_scheduling\n+chosen_by: [visit.reason]\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up",
        },
      ],
      bad: [
        {
          title: "A field that decides nothing",
          edit: " owner: north_scheduling\n+chosen_by: [visit.reason]\n+because: People who came for a check-up are asked back.",
          marks: ["visit.reason"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const asked = new Set(facts.selectionOf(campaign).map(({ path }) => path));
    for (const { value, at } of campaign.chosenBy) {
      if (!asked.has(value))
        yield { at, message: `${value} is under \`chosen_by\`, and no condition asks for it` };
    }
  },
);
