import { policy } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P107",
    name: "restricted-outside-exclude",
    summary: "A restricted fact used to choose people",
    why: "Restricted facts may only keep people out. Getting no message tells a bystander nothing; getting one because of a restricted fact tells it.",
    remedy: "Move the condition to `exclude`, or choose by another fact.",
    basis: policy("organization default: restricted facts only exclude"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Leaving people out",
          edit: "-    - patient.hospice\n+    - patient.hospice or patient.clinician_hold",
        },
      ],
      bad: [
        {
          title: "Choosing people by hospice care",
          edit: "   include:\n+    - patient.hospice",
          marks: ["patient.hospice"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { path, field, at } of facts.selectionOf(campaign)) {
      if (field?.class !== "restricted") continue;
      yield {
        at,
        message: `${path} is a restricted fact and may only be used to leave people out`,
        related: [{ at: field.classAt, message: "classed restricted here" }],
      };
    }
  },
);
