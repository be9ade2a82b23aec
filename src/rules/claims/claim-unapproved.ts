import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L101",
    name: "claim-unapproved",
    summary: "A claim that nobody approved",
    why: "What a message says about outcomes, safety, quality or availability must be true and substantiated before it is said. Approved wording with its evidence stands in the claims register.",
    remedy:
      "Use approved wording through {{ claim.<id> }}, or say what the patient can do instead of what will happen.",
    basis: law("15 U.S.C. 45 and 52 (FTC Act)", "FTC Health Products Compliance Guidance, December 2022"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "An approved statement, from the register",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} {{ claim.visit_details_by_text }} {{ message.next_step }}",
        },
        {
          title: "An approved variation, typed out",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Once you book, we send your visit time and place. {{ message.next_step }}",
        },
        {
          title: "Plain help, no promise",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new time that works best for you.",
        },
        {
          title: "What is denied is not claimed",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We cannot promise a same-day visit. {{ message.next_step }}",
        },
        {
          title: "A question claims nothing",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Do you need a same-day visit? {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A health outcome",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Regular visits lower your risk of a hospital stay. {{ message.next_step }}",
          marks: ["lower your risk"],
        },
        {
          title: "Better than the others, and safe",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Our team gives the best care in town, and it is completely safe. {{ message.next_step }}",
          marks: ["best care", "it is completely safe"],
        },
        {
          title: "Only in some renderings",
          edit: '-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We have {% if visit.type == "annual-exam" %}same-day visits{% else %}visits{% endif %}. {{ message.next_step }}',
          marks: ["same-day visits"],
        },
      ],
    },
  },
  (facts) => unapproved(facts, ["outcome", "efficacy", "safety", "superiority", "availability"]),
);
