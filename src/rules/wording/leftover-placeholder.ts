import { placeholders } from "../../lexicon/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

export default outletRule(
  {
    code: "W105",
    name: "leftover-placeholder",
    summary: "A gap that nobody filled in",
    why: "A placeholder of another tool, or a note to oneself, is sent to patients as it stands.",
    remedy: "Write the words, or the field as {{ patient.first_name }}.",
    basis: practice("copy review practice"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A field",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also call {{ clinic.name }} at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A gap from a draft",
          edit: "-      en: A new time for your visit\n+      en: A new time for you, [First Name]",
          marks: ["[First Name]"],
        },
        {
          title: "A field of another tool",
          edit: '-    en: Pick a new time that works for you.\n+    en: "Pick a new time, *|FNAME|*."',
          marks: ["*|FNAME|*"],
        },
      ],
    },
  },
  function* (facts) {
    for (const { text, at } of facts.literals) {
      for (const gap of placeholders(text)) {
        const exact = at.end - at.start === text.length;
        yield {
          at: exact ? { file: at.file, start: at.start + gap.start, end: at.start + gap.end } : at,
          message: `"${text.slice(gap.start, gap.end)}" is left over in ${nameOf(facts)}`,
        };
      }
    }
  },
);
