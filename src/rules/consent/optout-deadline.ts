import { durationInWords, parseDuration, RESPONSE_TIMES } from "../../calendar/index.ts";
import { isNoLonger } from "../../packs/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall } from "./calls.ts";

export default rule(
  {
    code: "C108",
    name: "optout-deadline",
    summary: "An opt-out that takes too long",
    why: "Somebody who said stop and gets another message was not heard. Federal rules give ten business days; under the health-care exemption there is no time at all.",
    remedy: "Write a shorter `within` for `stop` in the playbook: at once, where the system does it.",
    basis: law(
      "47 CFR 64.1200(a)(10)",
      "47 CFR 64.1200(d)(3)",
      "47 CFR 64.1200(a)(9)(iv)(H)",
      "16 CFR 316.5",
    ),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    limits: ["optout_deadline", "email_optout_deadline"],
    examples: {
      good: [
        {
          title: "Within a day",
          edit: "library/teams.yaml:\n     stop:\n       do: opt out\n       who: system\n-      within: at once\n+      within: 1 business day",
        },
      ],
      bad: [
        {
          title: "Within a month",
          edit: "library/teams.yaml:\n     stop:\n       do: opt out\n       who: system\n-      within: at once\n+      within: 30 days",
          marks: ["30 days"],
        },
        {
          title: "Within a day, under the health-care exemption",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\nlibrary/teams.yaml:\n     stop:\n       do: opt out\n       who: system\n-      within: at once\n+      within: 1 day",
          marks: ["1 day"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { packs } }) {
    // A playbook without `stop`, or without `within` in it, is found where replies are.
    const within = campaign.replies.get("stop")?.within;
    const time = within && parseDuration(within.value, RESPONSE_TIMES);
    if (within === undefined || !time?.ok) return;
    if (
      campaign.declarations.consentBasis?.value === "healthcare-exempt" &&
      firstCall(campaign) !== undefined
    ) {
      if (time.value.kind === "at once") return;
      const message = `an opt-out takes ${within.value}, and under the health-care exemption it counts at once`;
      yield { at: within.at, message };
      return;
    }
    const emails = campaign.steps.some(({ channel }) => channel === "email");
    const limits = [
      ...(firstCall(campaign) ? packs.times("optout_deadline") : []),
      ...(emails ? packs.times("email_optout_deadline") : []),
    ];
    const broken = limits.find(({ value }) => !isNoLonger(time.value, value));
    if (broken === undefined) return;
    yield {
      at: within.at,
      message: `an opt-out takes ${within.value}, and ${durationInWords(broken.value)} are the most`,
    };
  },
);
