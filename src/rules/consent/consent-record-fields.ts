import { CONSENT_RECORD } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

export default rule(
  {
    code: "C103",
    name: "consent-record-fields",
    summary: "A record of consent that could not be shown to anybody",
    why: "Whoever texts or calls has to show the consent of that person: which number, how and when it was given, for what, and which words the person read.",
    remedy: `Write \`consent_record\` under \`declarations\`, and have your records keep all of it: ${CONSENT_RECORD.join(", ")}.`,
    basis: practice("47 CFR 64.1200(a)(1): the caller has to show consent", "16 CFR 310.5"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "Another order",
          edit: "recare.yaml:\n   consent_record:\n-    - number\n-    - source\n+    - source\n+    - number",
        },
      ],
      bad: [
        {
          title: "Nothing is said of the record",
          edit: "recare.yaml:\n-  consent_record:\n-    - number\n-    - source\n-    - time\n-    - scope\n-    - wording",
          marks: ["text-1"],
        },
        {
          title: "Nobody knows what the person read",
          edit: "recare.yaml:\n     - scope\n-    - wording",
          marks: ["consent_record"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = firstCall(campaign);
    if (step === undefined) return;
    const record = campaign.declarations.consentRecord;
    if (record === undefined) {
      yield unstated(
        step,
        `${step.id} texts or calls people, and nobody has stated what the record of their consent holds`,
        workspace,
      );
      return;
    }
    const missing = CONSENT_RECORD.filter((part) => !record.value.includes(part));
    if (missing.length === 0) return;
    yield { at: record.at, message: `the record of consent does not keep the ${missing.join(", the ")}` };
  },
);
