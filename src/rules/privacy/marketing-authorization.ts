import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { paidBy } from "./funding.ts";

export default rule(
  {
    code: "P110",
    name: "marketing-authorization",
    summary: "Somebody else pays, and nobody authorized it",
    why: "A message about care that somebody outside pays for is marketing under HIPAA, and each person must have agreed to it in writing. Messages about one's own services that nobody pays for are not; a refill reminder is not, if the payment covers no more than its cost.",
    remedy:
      "State the form that people signed under `declarations`: `marketing_authorization: form and version`; or `funding_covers: refill-reminders-at-cost` where that is all that is paid for.",
    basis: law("45 CFR 164.501 (marketing)", "45 CFR 164.508(a)(3)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        { title: "Nobody pays", edit: "recare.yaml:\n-  funding: none\n+  funding: none\n   vendors:" },
        {
          title: "A form that people signed",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  marketing_authorization: marketing-form-v2",
        },
      ],
      bad: [
        {
          title: "A drug maker pays",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma",
          marks: ["a grant of Prairie Pharma"],
        },
        {
          title: "Refill reminders in a campaign about visits",
          edit: "recare.yaml:\n-  funding: none\n+  funding: a grant of Prairie Pharma\n+  funding_covers: refill-reminders-at-cost",
          marks: ["refill-reminders-at-cost"],
        },
      ],
    },
  },
  function* (campaign) {
    const funding = paidBy(campaign);
    const { marketingAuthorization, fundingCovers } = campaign.declarations;
    if (funding === undefined || marketingAuthorization !== undefined) return;
    if (fundingCovers?.value !== "refill-reminders-at-cost") {
      yield {
        at: funding.at,
        message: `"${funding.value}" pays for ${campaign.id}, and no authorization of the people is stated`,
      };
    } else if (campaign.scenario.id !== "lapsed-medication") {
      yield {
        at: fundingCovers.at,
        message: `${campaign.id} is a ${campaign.scenario.id} campaign, and sends no refill reminders`,
      };
    }
  },
  function* (campaign) {
    const funding = paidBy(campaign);
    if (funding === undefined) return;
    yield {
      role: "privacy",
      concern: "privacy",
      text: `Does the authorization, or the exception for refill reminders, cover every message that "${funding.value}" pays for?`,
    };
  },
);
