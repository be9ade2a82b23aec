import { fieldsOf } from "../../audience/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K110",
    name: "others-route-missing",
    summary: "People whom a clinical condition keeps out go nowhere",
    why: "A campaign for routine results leaves out the urgent ones. Those people need care more than anybody, and must be somebody's task.",
    remedy: "Write `others:` with the clinical team that looks after the people who are kept out.",
    basis: practice("triage practice: nobody is dropped by a filter"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "A scenario that does not need one",
          edit: "-scenario: missed-appointment\n+scenario: inquiry-follow-up",
        },
      ],
      bad: [
        {
          title: "A clinical scenario without a route",
          edit: "-scenario: missed-appointment\n+scenario: lapsed-medication",
          marks: ["missed-visit"],
        },
        {
          title: "People on hold by a clinician, whom nobody looks after",
          edit: "     - patient.hospice\n+    - patient.clinician_hold",
          marks: ["patient.clinician_hold"],
        },
      ],
    },
  },
  function* ({ scenario, keys, at, others, audience }, { workspace: { library } }) {
    if (others && !others.team.clinical && scenario.othersRequired) {
      yield {
        at: others.at,
        message: `${others.team.id} is not a clinical team, and people are kept out for a clinical reason`,
        related: [{ at: others.team.at, message: "declared here, without `clinical: yes`" }],
      };
    }
    if (keys.has("others")) return;
    if (scenario.othersRequired) {
      yield {
        at,
        message: `a ${scenario.id} campaign does not say who looks after the people whom it leaves out`,
      };
      return;
    }
    for (const line of audience?.exclude ?? []) {
      const clinical = fieldsOf(line.value).find((path) => library.fields.get(path)?.class === "clinical");
      if (clinical === undefined) continue;
      yield {
        at: line.at,
        message: `${clinical} keeps people out for a clinical reason, and nobody looks after them`,
      };
    }
  },
);
