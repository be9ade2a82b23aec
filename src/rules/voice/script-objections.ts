import { choices } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";

/** What people say most when they are asked to come back. */
const COMMON = ["forgot", "other_time", "cost", "declined"];

export default rule(
  {
    code: "V109",
    name: "script-objections",
    summary: "A common answer that the caller has no words for",
    why: "People say that they forgot, that the time does not suit, that they worry about the cost, or no. A caller without approved words for these makes some up, and that is where promises are made.",
    remedy: `Write the missing ones under \`objections\` in the script: ${COMMON.join(", ")}.`,
    basis: practice("call-centre practice: approved words for common objections"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "One more than the common ones",
          edit: "library/scripts.yaml:\n     objections:\n+      moved:\n+        en: I will note that. Thank you.\n+        es: Lo anoto. Gracias.",
        },
      ],
      bad: [
        {
          title: "No words about cost",
          edit: "library/scripts.yaml:\n-      cost:\n-        en: I can connect you with our billing office.\n-        es: Puedo comunicarle con la oficina de cobros.",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign) {
    for (const { script, step, at } of scriptsOf(campaign)) {
      const missing = COMMON.filter((name) => !script.objections.has(name));
      if (missing.length === 0) continue;
      yield {
        at,
        message: `in ${step}, the script ${script.id} has no words for ${choices(missing)}`,
        related: [{ at: script.at, message: "the script is here" }],
      };
    }
  },
);
