import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { unstated } from "./calls.ts";
import { exemptStep } from "./exemption.ts";

export default rule(
  {
    code: "C201",
    name: "exempt-free-to-end-user",
    summary: "The health-care exemption, without saying why the message costs nothing",
    why: "The exemption covers only messages that are free to whoever gets them: not charged, and not counted against a plan. Most senders cannot show that, and then the exemption is not theirs.",
    remedy:
      "Write exemption: {free_to_end_user: how it is free, purpose: …} under `declarations`; or state the consent that you have instead.",
    basis: law("47 CFR 64.1200(a)(9)"),
    severity: "error",
    waivable: "never",
    absence: true,
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "A short code that is free to the person",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n+  exemption:\n+    free_to_end_user: free-to-end-user short code 55512, agreement FTEU-7\n+    purpose: appointment",
        },
      ],
      bad: [
        {
          title: "The exemption, and no word about the cost",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n+  exemption:\n+    purpose: appointment",
          marks: ["text-1"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = exemptStep(campaign);
    if (step === undefined || campaign.declarations.exemption?.freeToEndUser !== undefined) return;
    const message = `${step.id} rests on the health-care exemption, and nobody has stated how it is free to whoever gets it`;
    yield unstated(step, message, workspace);
  },
  function* (campaign) {
    const stated = campaign.declarations.exemption?.freeToEndUser?.value;
    if (exemptStep(campaign) === undefined || stated === undefined) return;
    yield {
      role: "compliance",
      concern: "audience",
      text: `Is every text and call of this campaign free to whoever gets it, and counted against no plan (stated: ${stated})?`,
    };
  },
);
