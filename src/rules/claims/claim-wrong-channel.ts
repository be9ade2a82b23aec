import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { claimUses } from "./uses.ts";

export default rule(
  {
    code: "L103",
    name: "claim-wrong-channel",
    summary: "A claim on a channel that it is not approved for",
    why: "A statement is approved together with the room it has for context. What is fair in a letter can mislead in a text message.",
    remedy: "Take the claim out of this step, or have it approved for the channel.",
    basis: practice("review practice: a claim is approved with its channels"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A claim on a channel of its register entry",
          edit: " channel: letter\n wait: 7 days\n text:\n en: |\n-        {{ greeting }}\n+        {{ greeting }} {{ claim.visit_details_by_text }}",
        },
      ],
      bad: [
        {
          title: "A claim for the portal, in an email",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ claim.clinician_explains }} {{ message.next_step }}",
          marks: ["{{ claim.clinician_explains }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { claim, outlet, at } of claimUses(campaign, facts)) {
      const { channel } = outlet.outlet;
      if (claim.channels === undefined || claim.channels.value.includes(channel)) continue;
      yield {
        at,
        message: `the claim ${claim.id} is approved for ${claim.channels.value.join(", ")}, not for ${channel}`,
        related: [{ at: claim.channels.at, message: "its channels are listed here" }],
      };
    }
  },
);
