import { seenWithin } from "../../analysis/index.ts";
import { durationInWords } from "../../calendar/index.ts";
import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, wordsOf } from "../where.ts";

export default outletRule(
  {
    code: "C105",
    name: "ebr-window",
    summary: "An offer by phone to people who were last seen too long ago",
    why: "A sales call without a signed consent may rest on a visit of the last 18 months, or on a question of the last three. Later, everybody on the national do-not-call list is out of reach. Reactivation is about people who are past that.",
    remedy:
      "Take the offer out; or narrow the audience; or have numbers held against the lists and write do_not_call: [national, state, own] under `declarations`.",
    basis: lawFromMemory("47 CFR 64.1200(c)(2)", "47 CFR 64.1200(f)(5)"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    pack: "us-federal",
    limits: ["relationship_after_visit", "relationship_after_inquiry"],
    examples: {
      good: [
        {
          title: "An offer, to people of the last two weeks",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: manual-live-call\n=\nlibrary/scripts.yaml:\n-        en: We can look at early, late or video times.\n+        en: We have a discount for early times.",
        },
      ],
      bad: [
        {
          title: "The same, to people of the last three years",
          edit: "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 36 months ago\n=\nrecare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: manual-live-call\n=\nlibrary/scripts.yaml:\n-        en: We can look at early, late or video times.\n+        en: We have a discount for early times.",
          marks: ["discount"],
        },
      ],
    },
  },
  function* (facts, campaign, { workspace: { packs, library } }) {
    const { consentBasis, doNotCall } = campaign.declarations;
    // Any other basis makes an offer a question of written consent, which is a rule of its own.
    if (facts.outlet.channel !== "phone" || consentBasis?.value !== "manual-live-call") return;
    if (doNotCall?.value.includes("national")) return;
    const isInquiry = campaign.audience?.anchor === "inquiry";
    const limit = isInquiry ? "relationship_after_inquiry" : "relationship_after_visit";
    const limits = packs.times(limit).map(({ value }) => durationInWords(value));
    const beyond = limits.find((amount) => !seenWithin(campaign, library, amount));
    const hit = facts.hits.find(({ category }) => category === "inducement");
    if (beyond === undefined || hit === undefined) return;
    yield {
      at: spanOf(hit.words, facts.outlet.at),
      message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} makes this a sales call, and people may have ${isInquiry ? "asked" : "been seen"} more than ${beyond} ago`,
    };
  },
);
