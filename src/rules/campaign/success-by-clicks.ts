import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

const ATTENTION =
  /\b(open(s|ed|ing)?( rate)?|click(s|ed)?( ?-?through)?( rate)?|ctr|impressions?|views?|engagement|replies)\b/i;

export default rule(
  {
    code: "K104",
    name: "success-by-clicks",
    summary: "Success counted in opens or clicks",
    why: "An opened email is not a visit. Phones open links by themselves, and people who click may still not come.",
    remedy: "Count a care outcome: a visit booked or completed, a test completed, a care plan updated.",
    basis: practice("outcome measurement: opens and clicks do not show care"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [{ title: "A care outcome", edit: "-  - visit booked\n+  - test completed" }],
      bad: [
        {
          title: "Clicks as the goal",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: clicks within 7 days of the first message",
          marks: ["clicks within 7 days of the first message"],
        },
        {
          title: "Opens among the measures",
          edit: "-  - visit booked\n+  - emails opened",
          marks: ["emails opened"],
        },
      ],
    },
  },
  function* ({ goalWritten, measure }) {
    for (const written of [...(goalWritten ? [goalWritten] : []), ...measure]) {
      const found = ATTENTION.exec(written.value);
      if (found) yield { at: written.at, message: `"${found[0]}" counts attention, not care` };
    }
  },
);
