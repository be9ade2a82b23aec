import { dayInWords } from "../../analysis/index.ts";
import { durationInDays } from "../../calendar/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K129",
    name: "first-contact-late",
    summary: "A first message later than the pathway allows",
    why: "A clinician has signed within what time people of a pathway are to be seen. A sequence whose first message comes after that time cannot bring anybody back in it.",
    remedy: "Shorten the wait of the first step, or the segment's `first_contact`.",
    basis: practice("clinical pathway: `soon` of library/pathways.yaml"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [{ title: "In time", edit: " owner: north_scheduling\n+pathway: primary_care" }],
      bad: [
        {
          title: "After ten days, where a week is signed",
          edit: " owner: north_scheduling\n+pathway: primary_care\n=\n-    wait: 1 day\n+    wait: 10 days",
          marks: ["text-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { pathway } = campaign;
    const soon = durationInDays(pathway?.pathway.soon);
    const [first] = facts.scheduleOf(campaign).filter(({ step }) => step.to === "patient");
    if (pathway === undefined || soon === undefined || first === undefined || first.latest <= soon) return;
    yield {
      at: first.step.idAt,
      message: `${first.step.id} is due on ${dayInWords(first)}, and people of the pathway ${pathway.pathway.id} are to be seen within ${pathway.pathway.soon}`,
      related: [{ at: pathway.pathway.at, message: "the pathway is here" }],
    };
  },
);
