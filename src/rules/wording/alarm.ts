import { guidance } from "../basis.ts";
import { toneRule } from "./tone.ts";

export default toneRule(
  {
    code: "W102",
    name: "alarm",
    summary: "Wording that alarms",
    why: "Alarm makes people turn away, and in a message about care it can be read as a result. What is urgent goes to people by phone, through the triage route.",
    remedy: "Say the next step calmly; urgent instructions belong in the approved urgent line.",
    basis: guidance("CDC Clear Communication Index", "AHRQ Health Literacy Universal Precautions Toolkit"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The next step",
          edit: "-    en: We missed you at your visit.\n+    en: It is time to plan your next visit.",
        },
      ],
      bad: [
        {
          title: "Alarm",
          edit: "-    en: We missed you at your visit.\n+    en: This could be life-threatening.",
          marks: ["life-threatening"],
        },
      ],
    },
  },
  ({ category }) => category === "alarm",
  "alarms the reader",
);
