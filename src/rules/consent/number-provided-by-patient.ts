import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

export default rule(
  {
    code: "C104",
    name: "number-provided-by-patient",
    summary: "Numbers that the patient did not give",
    why: "Consent goes with the number that the patient gave. A number that was bought, or found elsewhere, may ring at a stranger's, who then reads that somebody is a patient.",
    remedy:
      "Write `number_source` under `declarations`: patient or registration; and text or call no other numbers.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(A)", "47 CFR 64.1200(a)(1)"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "From the desk where patients register",
          edit: "recare.yaml:\n-  number_source: patient\n+  number_source: registration",
        },
      ],
      bad: [
        { title: "Nobody has said", edit: "recare.yaml:\n-  number_source: patient", marks: ["text-1"] },
        {
          title: "Bought",
          edit: "recare.yaml:\n-  number_source: patient\n+  number_source: vendor",
          marks: ["vendor"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = firstCall(campaign);
    if (step === undefined) return;
    const source = campaign.declarations.numberSource;
    if (source === undefined) {
      const message = `${step.id} texts or calls people, and nobody has stated where their numbers come from`;
      yield unstated(step, message, workspace);
    } else if (source.value === "vendor" || source.value === "other-records") {
      const from = source.value === "vendor" ? "a vendor" : "other records";
      yield { at: source.at, message: `the numbers come from ${from}, not from the patients themselves` };
    }
  },
);
