import { kindName } from "../../lexicon/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { isCalled } from "./calls.ts";

export default outletRule(
  {
    code: "C102",
    name: "consent-written-for-marketing",
    summary: "An offer by text or call, without written consent",
    why: "A discount, a gift or something free makes a text or a recorded call an advertisement. That needs an agreement which the person signed, not only a number on a form.",
    remedy:
      "Take the offer out and invite to the visit itself; or write consent_basis: prior-express-written, where everybody signed for it.",
    basis: law("47 CFR 64.1200(a)(2)", "47 CFR 64.1200(f)(9)"),
    severity: "error",
    waivable: "compliance",
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "An invitation to the visit",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new time, early or late.",
        },
      ],
      bad: [
        {
          title: "A discount in a text",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} 20% off your next visit:",
          marks: ["20% off"],
        },
      ],
    },
  },
  function* (facts, { declarations: { consentBasis } }) {
    const { outlet } = facts;
    if (!isCalled(outlet) || consentBasis === undefined) return;
    // Under the exemption nothing is offered at all, which is a rule of its own; a person who dials needs no signature.
    if (["prior-express-written", "healthcare-exempt"].includes(consentBasis.value)) return;
    if (consentBasis.value === "manual-live-call" && outlet.channel === "phone") return;
    for (const hit of facts.hits) {
      if (hit.category !== "inducement") continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, outlet.at),
        message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} is ${kindName(hit.kind)}, and the stated consent is ${consentBasis.value}`,
        related: [{ at: consentBasis.at, message: "the consent is stated here" }],
        ...(witness && { witness }),
      };
    }
  },
);
