import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";
import { serves } from "../states.ts";

/** States whose consumer health data acts cover people whom HIPAA does not. */
const STATES = ["NV", "WA"];

export default rule(
  {
    code: "P117",
    name: "state-health-data",
    summary: "Health data of people who are no patients yet",
    why: "Somebody who only asked about care is not yet protected by HIPAA, and Washington and Nevada protect them instead: their health data needs a consent of its own and a policy that says what happens to it.",
    remedy: "State the consent under `declarations`: `health_data_consent: form and version`.",
    basis: lawFromMemory("RCW 19.373.030 and .070 (PHI is exempt: .100)", "Nev. SB 370 (2023), NRS 603A"),
    severity: "warning",
    waivable: "compliance",
    absence: true,
    examples: {
      good: [
        {
          title: "A consent that is stated",
          edit: "-scenario: missed-appointment\n+scenario: inquiry-follow-up\n+declarations: {health_data_consent: consumer-health-data-consent-v1}\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - WA",
        },
      ],
      bad: [
        {
          title: "Inquiries from Washington",
          edit: "-scenario: missed-appointment\n+scenario: inquiry-follow-up\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - WA",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* ({ id, at, scenario, audience, declarations }, { workspace: { library } }) {
    const asks = scenario.id === "inquiry-follow-up" || audience?.anchor === "inquiry";
    const states = STATES.filter((state) => serves(state, library));
    if (!asks || states.length === 0 || declarations.healthDataConsent !== undefined) return;
    yield {
      at,
      message: `${id} writes to people who only asked about care, ${states.join(" and ")} among the states served, and no consent for their health data is stated`,
    };
  },
);
