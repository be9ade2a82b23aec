import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { askAbout } from "./ask-about.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L109",
    name: "claim-statistic-sourced",
    summary: "A number without its source",
    why: 'A share, a rate or "studies show" is believed because it is exact. Whoever reads it cannot ask where it comes from, so the source and its date are written down before it is sent.',
    remedy:
      "Register the number as a claim of kind statistic, with the study as evidence and the day until which it holds; or leave the number out.",
    basis: law("FTC Health Products Compliance Guidance, December 2022 (substantiation)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Numbers that count nothing about health",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} The visit takes about 30 minutes. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A share of patients",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Nine out of ten patients come back. {{ message.next_step }}",
          marks: ["Nine out of ten patients"],
        },
        {
          title: "A study that is not named",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Studies show that visits help. {{ message.next_step }}",
          marks: ["Studies show"],
        },
      ],
    },
  },
  (facts) => unapproved(facts, ["statistic"], (name) => `${name} without an approved claim and its source`),
  askAbout(
    ["statistic"],
    "clinical",
    "does the source say this of people like those who get the message, and is it still the best figure?",
  ),
);
