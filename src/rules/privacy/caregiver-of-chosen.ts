import { policy } from "../basis.ts";
import { rule } from "../rule.ts";
import { chosenBy } from "./chosen.ts";

export default rule(
  {
    code: "P112",
    name: "caregiver-of-chosen",
    summary: "A caregiver is written to about somebody whom a clinical fact chose",
    why: "Where a clinical fact decides who is written to, a message to a caregiver tells that person the fact, however harmless its words. Permission to help with visits does not cover that by itself: the patient must have agreed that this caregiver learns of such messages.",
    remedy:
      "State under `declarations` what patients agreed to, as `caregiver_consent: <wording and version>`, or write to the patient alone.",
    basis: policy(
      "45 CFR 164.510(b) (people involved in a patient's care)",
      "organization default: the patient's agreement is stated",
    ),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "Patients agreed, and the wording is stated",
          edit: " owner: north_scheduling\n+recipients: {patient: always, caregiver: with permission to schedule}\n+declarations: {caregiver_consent: caregiver-form-v2}\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up\n=\n   - step: letter-1\n     channel: letter\n+    to: caregiver",
        },
        {
          title: "Chosen by when the visit was",
          edit: " owner: north_scheduling\n+recipients: {patient: always, caregiver: with permission to schedule}\n=\n   - step: letter-1\n     channel: letter\n+    to: caregiver",
        },
      ],
      bad: [
        {
          title: "Chosen by why they came, and nobody says what they agreed to",
          edit: " owner: north_scheduling\n+recipients: {patient: always, caregiver: with permission to schedule}\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up\n=\n   - step: letter-1\n     channel: letter\n+    to: caregiver",
          marks: ["letter-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const by = chosenBy(campaign, facts);
    if (by === undefined || campaign.declarations.caregiverConsent !== undefined) return;
    for (const { id, to, idAt } of campaign.steps) {
      if (to !== "caregiver") continue;
      yield {
        at: idAt,
        message: `${id} tells a caregiver that the patient was chosen by ${by}, and nobody states that patients agreed to this`,
      };
    }
  },
  function* (campaign, facts) {
    const by = chosenBy(campaign, facts);
    const agreed = campaign.declarations.caregiverConsent?.value;
    if (by === undefined || agreed === undefined || campaign.steps.every(({ to }) => to !== "caregiver"))
      return;
    yield {
      role: "privacy",
      concern: "privacy",
      text: `Does what patients agreed to (${agreed}) cover that a caregiver is written to because of ${by}?`,
    };
  },
);
