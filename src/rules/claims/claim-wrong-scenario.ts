import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { claimUses } from "./uses.ts";

export default rule(
  {
    code: "L104",
    name: "claim-wrong-scenario",
    summary: "A claim in a scenario that it is not approved for",
    why: "What is true for people who missed a visit may be false for people who wait for a result.",
    remedy: "Take the claim out, or have it approved for this scenario.",
    basis: practice("review practice: a claim is approved with its scenarios"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A claim for any scenario",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ claim.visit_details_by_text }} {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A claim about results, for people who missed a visit",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ claim.clinician_explains }} {{ message.next_step }}",
          marks: ["{{ claim.clinician_explains }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { claim, at } of claimUses(campaign, facts)) {
      if (claim.scenarios === undefined || claim.scenarios.value.includes(campaign.scenario.id)) continue;
      yield {
        at,
        message: `the claim ${claim.id} is approved for ${claim.scenarios.value.join(", ")}, not for ${campaign.scenario.id}`,
        related: [{ at: claim.scenarios.at, message: "its scenarios are listed here" }],
      };
    }
  },
);
