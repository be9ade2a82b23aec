import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { unstated } from "./calls.ts";
import { exemptStep } from "./exemption.ts";

export default rule(
  {
    code: "C202",
    name: "exempt-purpose-listed",
    summary: "The health-care exemption for a purpose that it does not cover",
    why: "The exemption has a closed list of purposes. Bringing back people who stayed away is not on it; a reminder of an appointment or of a check-up is.",
    remedy:
      "Write the purpose under `exemption`: appointment, wellness-checkup, pre-registration, pre-operative, lab-result, post-discharge, prescription or home-health; or state another consent.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(C)"),
    severity: "error",
    waivable: "never",
    absence: true,
    pack: "us-federal",
    limits: ["exempt_purposes"],
    examples: {
      good: [
        {
          title: "A reminder of an appointment",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n+  exemption:\n+    free_to_end_user: short code 55512\n+    purpose: appointment",
        },
      ],
      bad: [
        {
          title: "Winning people back",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n+  exemption:\n+    free_to_end_user: short code 55512\n+    purpose: win-back",
          marks: ["win-back"],
        },
        {
          title: "No purpose",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n+  exemption:\n+    free_to_end_user: short code 55512",
          marks: ["text-1"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = exemptStep(campaign);
    if (step === undefined) return;
    const purpose = campaign.declarations.exemption?.purpose;
    if (purpose === undefined) {
      const message = `${step.id} rests on the health-care exemption, and nobody has stated for which of its purposes`;
      yield unstated(step, message, workspace);
      return;
    }
    const listed = workspace.packs.words("exempt_purposes");
    const lacks = listed.find(({ value }) => !value.includes(purpose.value));
    if (lacks === undefined) return;
    yield {
      at: purpose.at,
      message: `${purpose.value} is not among the purposes of the exemption: ${lacks.value.join(", ")}`,
    };
  },
  function* (campaign) {
    const purpose = campaign.declarations.exemption?.purpose?.value;
    if (exemptStep(campaign) === undefined || purpose === undefined) return;
    yield {
      role: "compliance",
      concern: "audience",
      text: `Is every text and call of this campaign about the purpose ${purpose} for the person who gets it, and not about winning back a customer?`,
    };
  },
);
