import { type Condition, fieldsOf, overlaps } from "../../audience/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { guidance } from "../basis.ts";
import { conditionOf, peopleOf } from "../conditions.ts";
import { rule } from "../rule.ts";
import { paidBy } from "./funding.ts";

export default rule(
  {
    code: "P114",
    name: "refill-lapse-90d",
    summary: "A paid refill reminder for a prescription that ended long ago",
    why: "The exception for refill reminders covers a prescription that somebody takes now, or that lapsed within the last 90 calendar days. Beyond that, a paid reminder is marketing.",
    remedy:
      "Add `prescription.ended_on was at most 90 days ago` to `include`, or state a `marketing_authorization`.",
    basis: guidance(
      "HHS, FAQ on the refill reminder exception (2013): lapsed within the last 90 calendar days",
      "45 CFR 164.501 (marketing, (2)(i))",
    ),
    severity: "warning",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Within 90 days",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  funding_covers: refill-reminders-at-cost\n=\ncampaign.yaml:\n-scenario: missed-appointment\n+scenario: lapsed-medication",
        },
      ],
      bad: [
        {
          title: "Half a year",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  funding_covers: refill-reminders-at-cost\n=\ncampaign.yaml:\n-scenario: missed-appointment\n+scenario: lapsed-medication\n=\n-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 200 days ago",
          marks: ["include"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    const { audience, declarations, scenario } = campaign;
    const people = peopleOf(campaign);
    if (scenario.id !== "lapsed-medication" || paidBy(campaign) === undefined) return;
    if (audience === undefined || people === undefined || declarations.marketingAuthorization) return;
    const days = audience.include
      .flatMap(({ value }) => fieldsOf(value))
      .filter((path) => library.fields.get(path)?.type.kind === "date");
    const longAgo = days.flatMap((path): readonly Condition[] => {
      const condition = conditionOf(`${path} was more than 90 days ago`, library);
      return condition ? [condition] : [];
    });
    const specs = fieldSpecs(library.fields);
    // One date that keeps the lapse within 90 days is enough.
    if (longAgo.some((condition) => overlaps(people, condition, specs) === "no")) return;
    yield {
      at: audience.includeAt,
      message:
        "somebody whose prescription ended more than 90 days ago can be in this audience, and the reminder is paid for",
    };
  },
);
