import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

const LONG_PARTS = ["email.body", "letter.body", "portal.body"];

export default rule(
  {
    code: "K103",
    name: "urgent-route-missing",
    summary: "No way to a clinician for what cannot wait",
    why: "Among people with a result, a medicine or a recent procedure, somebody will feel worse while the sequence runs. They must know whom to call, and somebody clinical must answer.",
    remedy:
      "Write `urgent:` with a clinical team, and {{ phrase.urgent_line }} in every email, letter and portal message.",
    basis: practice("triage practice: clear instructions for urgent findings"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "A scenario that does not need one",
          edit: "-scenario: missed-appointment\n+scenario: recommended-test",
        },
      ],
      bad: [
        {
          title: "Results without a route",
          edit: "-scenario: missed-appointment\n+scenario: results-follow-up\n+others: nurse_triage\n=\n     channel: phone\n     wait: 4 days\n     script: missed_visit",
          marks: ["missed-visit", "email-1", "letter-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    if (!campaign.scenario.urgentRequired) return;
    if (!campaign.keys.has("urgent")) {
      yield {
        at: campaign.at,
        message: `a ${campaign.scenario.id} campaign needs a route for what cannot wait`,
      };
    } else if (campaign.urgent && !campaign.urgent.team.clinical) {
      yield {
        at: campaign.urgent.at,
        message: `${campaign.urgent.team.id} is not a clinical team`,
        related: [{ at: campaign.urgent.team.at, message: "declared here, without `clinical: yes`" }],
      };
    }
    const reported = new Set<string>();
    for (const { outlet, step, inserts } of facts.outletsOf(campaign)) {
      const carries = inserts.some(({ what, id }) => what === "phrase" && id === "urgent_line");
      if (!LONG_PARTS.includes(outlet.part) || carries || reported.has(step.id)) continue;
      reported.add(step.id);
      yield {
        at: step.idAt,
        message: `the ${outlet.channel} step ${step.id} does not say whom to call when it cannot wait`,
        remedy: "Add {{ phrase.urgent_line }} to its text.",
      };
    }
  },
);
