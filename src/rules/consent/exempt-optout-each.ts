import { languageName } from "../../source/index.ts";
import type { TemplateNode } from "../../template/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";
import { alwaysPrints, exemptStep } from "./exemption.ts";

/** How to get no more calls, in the words of a voicemail. */
const OPT_OUT =
  /\bopt out|\bstop\b|\bno more\b|\bunsubscribe\b|darse de baja|dejar de recibir|no recibir|salir\b/i;

export default outletRule(
  {
    code: "C207",
    name: "exempt-optout-each",
    summary: "An exempt voicemail that does not say how to stop",
    why: "Under the exemption each message says how to get no more of them. Texts carry the line about STOP; a voicemail needs words of its own, with a number to call.",
    remedy: "Add to the voicemail, in every rendering: To get no more calls, call this number and say stop.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(G)"),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "With the way out",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\nlibrary/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n-    es: Le habla {{ caller }} de {{ sender }}. Por favor, llámenos al {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}, also to stop these calls.\n+    es: Le habla {{ caller }} de {{ sender }}. Por favor, llámenos al {{ clinic.phone }}, también para dejar de recibir llamadas.",
        },
      ],
      bad: [
        {
          title: "Only the number",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt",
          marks: [
            "This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.",
            "Le habla {{ caller }} de {{ sender }}. Por favor, llámenos al {{ clinic.phone }}.",
          ],
        },
      ],
    },
  },
  function* (facts, campaign) {
    const { outlet } = facts;
    if (exemptStep(campaign) === undefined || outlet.part !== "phone.voicemail") return;
    if (alwaysPrints(outlet.template, saysHowToStop)) return;
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} in ${languageName(outlet.language)} does not say in every rendering how to get no more calls`,
    };
  },
);

function saysHowToStop(node: TemplateNode): boolean {
  return node.kind === "text" && OPT_OUT.test(node.text);
}
