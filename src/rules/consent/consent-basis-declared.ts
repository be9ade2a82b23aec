import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

const BASES = "prior-express, prior-express-written, healthcare-exempt or manual-live-call";

export default rule(
  {
    code: "C101",
    name: "consent-basis-declared",
    summary: "Texts or calls without a stated consent basis",
    why: "A text or a call rests on what the patient agreed to. No file can show it, so somebody states it, and compliance signs it.",
    remedy: `Write \`consent_basis\` under \`declarations\`: ${BASES}.`,
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
        {
          title: "Calls by hand as the basis of a text",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: manual-live-call",
          marks: ["manual-live-call"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = firstCall(campaign);
    if (step === undefined) return;
    const basis = campaign.declarations.consentBasis;
    if (basis === undefined) {
      yield unstated(
        step,
        `${step.id} texts or calls people, and nobody has stated on what consent`,
        workspace,
      );
      return;
    }
    const text = campaign.steps.find(({ channel }) => channel === "sms");
    if (basis.value !== "manual-live-call" || text === undefined) return;
    yield {
      at: basis.at,
      message: `manual-live-call is about calls that a person dials, and ${text.id} is a text`,
      remedy: "Write the consent on which people are texted, or take the texts out.",
      related: [{ at: text.idAt, message: "the text is here" }],
    };
  },
);
