import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K113",
    name: "holdout-where-care-is-withheld",
    summary: "A holdout among people who need to hear from us",
    why: "A holdout measures a campaign by leaving some people without it. Among people with a result, a medicine that ran out or a recent procedure, that is care withheld.",
    remedy: "Take `holdout` out, and compare two wordings with `test` instead.",
    basis: practice("research ethics: equipoise"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Among people who missed a visit",
          edit: " owner: north_scheduling\n+holdout: 10%",
        },
      ],
      bad: [
        {
          title: "Among people with a result",
          edit: "-scenario: missed-appointment\n+scenario: results-follow-up\n owner: north_scheduling\n+holdout: 10%",
          marks: ["10%"],
        },
      ],
    },
  },
  function* ({ holdout, scenario }) {
    if (holdout === undefined || scenario.holdoutAllowed) return;
    yield {
      at: holdout.at,
      message: `a ${scenario.id} campaign leaves ${holdout.value} of 100 people without what they need to hear`,
    };
  },
);
