import { guidance } from "../basis.ts";
import { toneRule } from "./tone.ts";

export default toneRule(
  {
    code: "W101",
    name: "blame",
    summary: "Wording that blames the reader",
    why: "People stay away for many reasons. Whoever feels blamed stays away longer.",
    remedy: "Say what the clinic can do: “We can find a new time for you.”",
    basis: guidance(
      "CDC Clear Communication Index",
      "CMS Toolkit for Making Written Material Clear and Effective",
    ),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A neutral fact",
          edit: "-    en: We missed you at your visit.\n+    en: If you haven't booked yet, we can help.",
        },
      ],
      bad: [
        {
          title: "Blame",
          edit: "-    en: We missed you at your visit.\n+    en: You failed to come.",
          marks: ["You failed to come"],
        },
      ],
    },
  },
  ({ category }) => category === "blame",
  "blames the reader",
);
