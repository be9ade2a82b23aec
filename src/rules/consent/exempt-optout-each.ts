import type { OutletFacts } from "../../analysis/index.ts";
import { languageName } from "../../source/index.ts";
import type { TemplateNode } from "../../template/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { isRecorded } from "../voice/recorded.ts";
import { nameOf } from "../where.ts";
import { alwaysPrints, exemptStep } from "./exemption.ts";

/** How to get no more calls, in the words of a voicemail or a recording. */
const OPT_OUT =
  /\bopt(?:ing)? out|\bstop\b|\bno more\b|\bunsubscribe\b|darse de baja|dejar de recibir|no recibir|no le llam|salir\b/i;

export default outletRule(
  {
    code: "C207",
    name: "exempt-optout-each",
    summary: "An exempt call or voicemail that does not say how to stop",
    why: "Under the exemption each message says how to get no more of them. Texts carry the line about STOP; a voicemail and a recording need words of their own, with a number to call or a key to press.",
    remedy:
      "Add, in every rendering: “To get no more calls, call this number and say stop”; to a recording “or press 9” as well.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(G)", "47 CFR 64.1200(a)(3)(v) and (b)(3) (recorded calls)"),
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
        {
          title: "A recording that gives no way out",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: recorded\n=\nlibrary/scripts.yaml:\n-      en: I am calling to help set up a new visit time. Is now a good moment?\n-      es: Llamo para ayudarle a elegir otra hora para su visita. ¿Es un buen momento?\n+      en: To set up a new time, call {{ clinic.phone }}.\n+      es: Para elegir otra hora, llame al {{ clinic.phone }}.\n=\nrecare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\nlibrary/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n-    es: Le habla {{ caller }} de {{ sender }}. Por favor, llámenos al {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}, also to stop these calls.\n+    es: Le habla {{ caller }} de {{ sender }}. Por favor, llámenos al {{ clinic.phone }}, también para dejar de recibir llamadas.",
          marks: [
            "Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?",
            "Hola, le habla {{ caller }} de {{ sender }}. ¿Puedo hablar con {{ patient.first_name }}?",
          ],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    const { outlet } = facts;
    if (exemptStep(campaign) === undefined || !isMessage(facts)) return;
    // A recording may say it to whoever answers, or once it knows who listens.
    const heard = all.outletsOf(campaign).filter(({ outlet: { step, language, part } }) => {
      const isHeard = part === outlet.part || (outlet.part === "phone.opening" && part === "phone.verified");
      return step === outlet.step && language === outlet.language && isHeard;
    });
    if (heard.some(({ outlet: { template } }) => alwaysPrints(template, saysHowToStop))) return;
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} in ${languageName(outlet.language)} does not say in every rendering how to get no more calls`,
    };
  },
);

/** What is left on a machine, and what a recording says; a person who calls hears what the patient wants. */
function isMessage({ outlet: { part }, step: { script } }: OutletFacts): boolean {
  if (part === "phone.voicemail") return true;
  return part === "phone.opening" && script !== undefined && isRecorded(script.script);
}

function saysHowToStop(node: TemplateNode): boolean {
  return node.kind === "text" && OPT_OUT.test(node.text);
}
