import { addDays } from "../../calendar/index.ts";
import { NEVER_VALID } from "../../model/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { claimUses } from "./uses.ts";

/** A claim that ends within this many days is a warning ahead of time. */
const NOTICE_DAYS = 30;

export default rule(
  {
    code: "L102",
    name: "claim-expired",
    summary: "A claim outside the time for which it was approved",
    why: "Evidence ages. A claim is approved for a time, and says nothing once that time is over or before it has begun.",
    remedy: "Have the claim reviewed and its `valid` dates renewed, or take it out.",
    basis: law("FTC Health Products Compliance Guidance, December 2022 (substantiation)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A claim in its time",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ claim.visit_details_by_text }} {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A claim whose time is over",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ claim.same_week_visits }} {{ message.next_step }}",
          marks: ["{{ claim.same_week_visits }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { today } = facts.workspace;
    for (const { claim, at } of claimUses(campaign, facts)) {
      // Dates that cannot be read are a finding where they are written.
      if (claim.valid.from === NEVER_VALID.from || claim.valid.until === NEVER_VALID.until) continue;
      const related = [
        {
          at: claim.valid.at,
          message: `${claim.id} is valid from ${claim.valid.from} until ${claim.valid.until}`,
        },
      ];
      if (claim.withdrawn !== undefined && claim.withdrawn <= today) {
        yield { at, message: `the claim ${claim.id} was withdrawn on ${claim.withdrawn}`, related };
      } else if (claim.valid.until < today) {
        yield { at, message: `the claim ${claim.id} expired on ${claim.valid.until}`, related };
      } else if (claim.valid.from > today) {
        yield { at, message: `the claim ${claim.id} is not valid before ${claim.valid.from}`, related };
      } else if (claim.valid.until < addDays(today, NOTICE_DAYS)) {
        yield {
          at,
          severity: "warning",
          message: `the claim ${claim.id} expires on ${claim.valid.until}, within ${NOTICE_DAYS} days`,
          remedy: "Have it reviewed now, so that the campaign does not stop on that day.",
          related,
        };
      }
    }
  },
);
