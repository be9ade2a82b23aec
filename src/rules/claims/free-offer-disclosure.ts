import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { askAbout } from "./ask-about.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L112",
    name: "free-offer-disclosure",
    summary: "An offer without its terms",
    why: 'Whoever reads "free" or "20% off" must learn at the same place for whom, for what and until when. Some states prescribe the words, and waiving what a plan makes the patient pay can be an offense.',
    remedy:
      "Take the offer out, or put it with its terms into an approved claim. Where patients live in Florida, the claim has the sentence of Fla. Stat. 456.062.",
    basis: lawFromMemory(
      "Fla. Stat. 456.062",
      "42 U.S.C. 1320a-7a(i)(6) (waived copayments)",
      "16 CFR 251 (use of the word free)",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Free to call, and free of hurry",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Feel free to call us. There is no hurry. {{ message.next_step }}",
        },
        {
          title: "An interpreter, whom the law makes free",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} You can have a free interpreter. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A free visit",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Your next visit is free. {{ message.next_step }}",
          marks: ["next visit is free"],
        },
        {
          title: "A discount",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Take 20% off your next visit. {{ message.next_step }}",
          marks: ["20% off"],
        },
      ],
    },
  },
  (facts) =>
    unapproved(facts, ["free", "discount"], (name) => `${name}, and no approved claim gives its terms`),
  askAbout(
    ["free", "discount"],
    "legal",
    "does it say for whom, for what and until when, in the words that each state of the audience prescribes?",
  ),
);
