import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { askAbout } from "./ask-about.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L110",
    name: "claim-testimonial",
    summary: "A patient's praise",
    why: "An endorsement must be honest, typical of what others can expect, and made with the permission of whoever gives it; in care, that permission is a signed authorization.",
    remedy:
      "Leave it out. If it matters, register it as a claim of kind testimonial, with the signed authorization and what shows that it is typical as evidence.",
    basis: lawFromMemory(
      "16 CFR 255 (endorsements)",
      "16 CFR 465 (reviews and testimonials)",
      "45 CFR 164.508 (authorization)",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "What staff say for themselves",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} I can help you find a time. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "What patients are said to say",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Our patients love this clinic. {{ message.next_step }}",
          marks: ["Our patients love"],
        },
      ],
    },
  },
  (facts) => unapproved(facts, ["testimonial"]),
  askAbout(
    ["testimonial"],
    "legal",
    "has everybody who is quoted signed an authorization, and can most patients expect the same?",
  ),
);
