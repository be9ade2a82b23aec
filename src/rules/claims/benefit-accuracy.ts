import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { askAbout } from "./ask-about.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L114",
    name: "benefit-accuracy",
    summary: "A statement about cost or coverage that nobody approved",
    why: "What a visit costs depends on a plan that this message has not read. A patient who was told it is covered, and gets a bill, was misled; whoever promises less than the plan's share may break the rules on inducements.",
    remedy:
      'Say whom to ask ("Our billing office can answer questions about cost."), or use an approved claim through {{ claim.<id> }}.',
    basis: lawFromMemory(
      "state law on unfair and deceptive practices",
      "42 U.S.C. 1320a-7a(i)(6) (waived copayments)",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Whom to ask",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Our billing office can answer questions about cost. {{ message.next_step }}",
        },
        {
          title: "A question for the plan",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Ask your plan if the visit is covered. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A plan that is said to pay",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Your insurance covers this visit. {{ message.next_step }}",
          marks: ["Your insurance covers"],
        },
        {
          title: "A cost that is said to be none",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} There is no charge for this visit. {{ message.next_step }}",
          marks: ["no charge"],
        },
      ],
    },
  },
  (facts) => unapproved(facts, ["price", "coverage"]),
  askAbout(
    ["price", "coverage"],
    "operations",
    "is it true for every plan and every clinic that the people who get the message may have?",
  ),
);
