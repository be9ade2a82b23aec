import { guidance } from "../basis.ts";
import { toneRule } from "./tone.ts";

export default toneRule(
  {
    code: "W111",
    name: "no-guilt-family",
    summary: "Wording that leans on family or feelings",
    why: "“Your family needs you healthy” makes a visit a debt. It hurts most those who have nobody, or who care for somebody and cannot come for that reason.",
    remedy: "Speak to the person, about their own visit and what makes it easier.",
    basis: guidance("FTC, Bringing Dark Patterns to Light, September 2022", "CDC Clear Communication Index"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Family as help",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new time. Someone from your family can come along.",
        },
      ],
      bad: [
        {
          title: "Family as a lever",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new time. Do it for your family.",
          marks: ["Do it for your family"],
        },
      ],
    },
  },
  ({ kind }) => kind === "guilt",
  "leans on family or feelings",
);
