import { law } from "../basis.ts";
import { rule } from "../rule.ts";

const BASES = ["prior-express", "prior-express-written", "healthcare-exempt", "manual-live-call"];

export default rule(
  {
    code: "C101",
    name: "consent-basis-declared",
    summary: "Texts or calls without a stated consent basis",
    why: "A text or a call rests on what the patient agreed to. No file can show it, so somebody states it, and compliance signs it.",
    remedy: `Write \`consent_basis\` under \`declarations\`: ${BASES.join(", ")}.`,
    basis: law("47 CFR 64.1200(a)(1)-(3)"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "Another basis",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: prior-express-written",
        },
      ],
      bad: [
        {
          title: "No basis",
          edit: "recare.yaml:\n-  consent_basis: prior-express",
          marks: ["text-1"],
        },
      ],
    },
  },
  function* ({ steps, declarations }, { workspace: { organization } }) {
    const step = steps.find(({ channel }) => channel === "sms" || channel === "phone");
    if (step === undefined || declarations.consentBasis !== undefined) return;
    yield {
      at: step.idAt,
      message: `${step.id} texts or calls people, and nobody has stated on what consent`,
      related: [{ at: organization.at, message: "`declarations` belongs in this file, or in the campaign" }],
    };
  },
);
