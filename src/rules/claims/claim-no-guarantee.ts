import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { askAbout } from "./ask-about.ts";
import { unapproved } from "./uses.ts";

export default outletRule(
  {
    code: "L108",
    name: "claim-no-guarantee",
    summary: "A promise that no one can keep",
    why: 'Nobody can promise what care will do. A guarantee, a cure or "risk-free" is read as a fact, and the law on advertising treats it as one.',
    remedy:
      'Say what the patient and the team will do, not how it will end: "We can talk about what may help."',
    basis: law("15 U.S.C. 45 and 52 (FTC Act)", "FTC Health Products Compliance Guidance, December 2022"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "What can be done, not how it ends",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} You can talk with us about what may help. {{ message.next_step }}",
        },
        {
          title: "A promise that is refused",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We cannot promise a time with one doctor, and there is no guarantee. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A guarantee typed into an email",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We guarantee a visit this week. {{ message.next_step }}",
          marks: ["guarantee"],
        },
        {
          title: "A negation that is none",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} We can't promise less than a full recovery. {{ message.next_step }}",
          marks: ["full recovery"],
        },
      ],
    },
  },
  (facts) => unapproved(facts, ["guarantee"]),
  askAbout(
    ["guarantee"],
    "clinical",
    "can your clinics keep this promise for everybody who gets the message, whatever their health?",
  ),
);
