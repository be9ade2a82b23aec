import { guidance } from "../basis.ts";
import { toneRule } from "./tone.ts";

export default toneRule(
  {
    code: "W103",
    name: "pressure",
    summary: "Wording that presses",
    why: "Countdowns and last chances are sales devices. In care they cost trust, and consent that is pressed for is none.",
    remedy: "Offer, and leave the choice to the reader.",
    basis: guidance("FTC, Bringing Dark Patterns to Light, September 2022", "CDC Clear Communication Index"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "An offer",
          edit: "-    en: Pick a new time that works for you.\n+    en: Feel free to pick a new time.",
        },
      ],
      bad: [
        {
          title: "Pressure",
          edit: "-    en: Pick a new time that works for you.\n+    en: Last chance to pick a time.",
          marks: ["Last chance"],
        },
      ],
    },
  },
  ({ category, kind }) => category === "pressure" && kind !== "guilt",
  "presses the reader",
);
