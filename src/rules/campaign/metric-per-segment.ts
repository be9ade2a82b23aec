import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K117",
    name: "metric-per-segment",
    summary: "A segment's success that nobody counts",
    why: "A segment may count another outcome as success than the campaign does. If that outcome is neither the goal nor under `measure`, no report shows whether these people came back.",
    remedy: "Add the segment's outcome under `measure`.",
    basis: practice("outcome measurement: one measure for each segment"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "An outcome that is measured",
          edit: "       first_contact: 1 day\n+      success: visit booked",
        },
      ],
      bad: [
        {
          title: "An outcome that is not",
          edit: "       first_contact: 1 day\n+      success: test completed",
          marks: ["recent"],
        },
      ],
    },
  },
  function* ({ audience, goal, measure, keys, at }) {
    const counted = new Set([goal?.outcome, ...measure.map(({ value }) => value)]);
    for (const { id, success, nameAt } of audience?.segments ?? []) {
      if (success === undefined || goal === undefined || counted.has(success)) continue;
      yield {
        at: nameAt,
        message: `for the segment ${id} "${success}" is success, and nothing counts it`,
        related: [{ at: keys.get("measure") ?? at, message: "what is counted" }],
      };
    }
  },
);
