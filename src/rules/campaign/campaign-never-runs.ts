import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K115",
    name: "campaign-never-runs",
    summary: "A campaign that ends before it starts",
    why: "Between such dates there is no day on which anybody could be written to. Nothing fails: the campaign just never runs.",
    remedy: "Write an `ends` after `starts`.",
    basis: practice("scheduling practice: a campaign has at least one day"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A month",
          edit: " owner: north_scheduling\n+starts: 2026-12-01\n+ends: 2026-12-31",
        },
      ],
      bad: [
        {
          title: "Last year's end",
          edit: " owner: north_scheduling\n+starts: 2026-12-01\n+ends: 2025-12-31",
          marks: ["ends"],
        },
      ],
    },
  },
  function* ({ starts, ends, keys, at }) {
    if (starts === undefined || ends === undefined || starts <= ends) return;
    const startsAt = keys.get("starts");
    yield {
      at: keys.get("ends") ?? at,
      message: `the campaign ends on ${ends} and starts on ${starts}`,
      related: startsAt ? [{ at: startsAt, message: "it starts here" }] : [],
    };
  },
);
