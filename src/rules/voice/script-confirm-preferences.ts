import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";

export default rule(
  {
    code: "V110",
    name: "script-confirm-preferences",
    summary: "A call that does not ask how to reach the patient",
    why: "A call is the one moment in which a patient can say which number is right and how they want to hear from you. It costs a sentence, and saves the next wrong number.",
    remedy: "Add `preferred_channel` and `contact_update` to `ask` in the script.",
    basis: practice("call-centre practice: confirm preferences and contact details"),
    severity: "info",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Both, and one more",
          edit: "library/scripts.yaml:\n       - contact_update\n+      - interpreter_needed",
        },
      ],
      bad: [
        {
          title: "Only the time",
          edit: "library/scripts.yaml:\n       - preferred_time\n-      - preferred_channel\n-      - contact_update",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign) {
    for (const { script, step, at } of scriptsOf(campaign)) {
      const missing = ["preferred_channel", "contact_update"].filter((name) => !script.ask.includes(name));
      if (missing.length === 0) continue;
      yield {
        at,
        message: `in ${step}, the script ${script.id} does not ask for ${missing.join(" or ")}`,
        related: [{ at: script.at, message: "the script is here" }],
      };
    }
  },
);
