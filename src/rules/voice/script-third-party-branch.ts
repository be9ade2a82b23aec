import { witnessWithout } from "../../template/index.ts";
import { guidance } from "../basis.ts";
import { rule } from "../rule.ts";
import { aNumber } from "../says.ts";
import { nameOf, spanOf, witnessOf } from "../where.ts";
import { scriptsOf } from "./calls.ts";
import { reasonsIn } from "./reasons.ts";

export default rule(
  {
    code: "V105",
    name: "script-third-party-branch",
    summary: "A call that somebody else answers, without the right words",
    why: "A partner, a child or a colleague often answers. They may be asked to have the patient call back; what it is about is the patient's to tell. A caller without words for this moment says too much.",
    remedy:
      "Write `third_party` in the script: ask them to have the patient call {{ clinic.phone }}, and say nothing of why.",
    basis: guidance("HHS HIPAA FAQ 198 (messages with family members)", "45 CFR 164.510(b)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A call back, and no reason",
          edit: "library/scripts.yaml:\n-      en: Please ask them to call us at {{ clinic.phone }}. Thank you.\n+      en: Could you ask them to call {{ sender }} at {{ clinic.phone }}? Thank you.",
        },
      ],
      bad: [
        {
          title: "Nothing to say to somebody else",
          edit: "library/scripts.yaml:\n-    third_party:\n-      en: Please ask them to call us at {{ clinic.phone }}. Thank you.\n-      es: Por favor, pida que nos llame al {{ clinic.phone }}. Gracias.",
          marks: ["missed_visit"],
        },
        {
          title: "A number, and the reason with it",
          edit: "library/scripts.yaml:\n-      en: Please ask them to call us at {{ clinic.phone }}. Thank you.\n+      en: Please ask them to call {{ clinic.phone }} about the appointment.",
          marks: ["appointment"],
        },
        {
          title: "A call back to nowhere",
          edit: "library/scripts.yaml:\n-      en: Please ask them to call us at {{ clinic.phone }}. Thank you.\n+      en: Please ask them to call us. Thank you.",
          marks: ["Please ask them to call us. Thank you."],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { script, step, at } of scriptsOf(campaign)) {
      if (script.thirdParty.size > 0) continue;
      yield {
        at,
        message: `the script ${script.id} does not say what to say when somebody else answers ${step}`,
        related: [{ at: script.at, message: "`third_party` belongs in this script" }],
      };
    }
    for (const outlet of facts.outletsOf(campaign)) {
      if (outlet.outlet.part !== "phone.third_party") continue;
      for (const word of reasonsIn(outlet)) {
        const witness = witnessOf([word], outlet);
        yield {
          at: spanOf([word], outlet.outlet.at),
          message: `${nameOf(outlet)} tells them "${word.text}", which is the patient's to tell`,
          ...(witness && { witness }),
        };
      }
      const mute = witnessWithout(outlet.skeleton, aNumber(facts.workspace.library));
      if (mute === undefined) continue;
      yield {
        at: outlet.outlet.at,
        message: `${nameOf(outlet)} gives no telephone number to call back${mute.when === "" ? "" : ` ${mute.when}`}`,
        ...(mute.when !== "" && { witness: mute }),
      };
    }
  },
);
