import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";
import { isRecorded, withConsentForStaff, withoutNumber } from "./recorded.ts";

export default rule(
  {
    code: "V102",
    name: "voice-prerecorded-consent",
    summary: "A recorded or artificial voice without the consent that it needs",
    why: "A recording, and a voice that a machine makes, may only call people who agreed to it, or within narrow limits for care. Whoever hears it must learn a number to call back.",
    remedy:
      "State a `consent_basis` that covers recorded calls, prior-express at least, or write `voice: live` and have staff call.",
    basis: law("47 CFR 64.1200(a)(1), (a)(3)(v) and (b)", "FCC 24-17 (voices made by AI are artificial)"),
    severity: "error",
    pack: "us-federal",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A recording for people who agreed",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: recorded\n=\nlibrary/scripts.yaml:\n-      en: I am calling to help set up a new visit time. Is now a good moment?\n-      es: Llamo para ayudarle a elegir otra hora para su visita. ¿Es un buen momento?\n+      en: To set up a new time, call {{ clinic.phone }}.\n+      es: Para elegir otra hora, llame al {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "A recording, with consent for staff only",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: recorded\n=\nlibrary/scripts.yaml:\n-      en: I am calling to help set up a new visit time. Is now a good moment?\n-      es: Llamo para ayudarle a elegir otra hora para su visita. ¿Es un buen momento?\n+      en: To set up a new time, call {{ clinic.phone }}.\n+      es: Para elegir otra hora, llame al {{ clinic.phone }}.\n=\nrecare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: manual-live-call",
          marks: ["missed_visit"],
        },
        {
          title: "An artificial voice that gives no number",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: ai",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const spoken of scriptsOf(campaign)) {
      if (!isRecorded(spoken.script)) continue;
      yield* withConsentForStaff(campaign, spoken);
      yield* withoutNumber(campaign, facts, spoken);
    }
  },
);
