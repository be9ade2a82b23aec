import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P113",
    name: "remuneration-declared",
    summary: "Nobody has said who pays",
    why: "Whether somebody outside pays decides whether a message is marketing. No file shows it, so somebody states it, and privacy signs it.",
    remedy: "Write `funding: none` under `declarations` in recare.yaml, or who pays.",
    basis: law("45 CFR 164.501 (marketing, (2))", "45 CFR 164.508(a)(3)(ii)"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "The organization's own money",
          edit: "recare.yaml:\n-  funding: none\n=\ncampaign.yaml:\n measure:\n   - visit booked\n+declarations: {funding: none}",
        },
      ],
      bad: [{ title: "No word", edit: "recare.yaml:\n-  funding: none", marks: ["missed-visit"] }],
    },
  },
  function* ({ declarations, at, id }) {
    if (declarations.funding !== undefined) return;
    yield { at, message: `nobody has stated who pays for ${id}` };
  },
);
