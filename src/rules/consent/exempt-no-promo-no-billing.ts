import { kindName } from "../../lexicon/index.ts";
import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { isCalled } from "./calls.ts";
import { exemptStep } from "./exemption.ts";

export default outletRule(
  {
    code: "C206",
    name: "exempt-no-promo-no-billing",
    summary: "An exempt message about an offer or about money",
    why: "Under the exemption a message sells nothing and asks for no money: no offer, no price, no bill, no balance.",
    remedy: "Leave money and offers to another message, on a consent of its own.",
    basis: lawFromMemory("47 CFR 64.1200(a)(9)(iv)(D)"),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "Only the visit",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\nlibrary/scripts.yaml:\n-        en: I can connect you with our billing office.\n+        en: Somebody at our desk can answer that.",
        },
      ],
      bad: [
        {
          title: "And the balance",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\ncampaign.yaml:\n-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} Pick a time. About your outstanding balance:",
          marks: ["outstanding balance"],
        },
      ],
    },
  },
  function* (facts, campaign) {
    if (exemptStep(campaign) === undefined || !isCalled(facts.outlet)) return;
    for (const hit of facts.hits) {
      const isAboutMoney = hit.category === "billing" || hit.kind === "price" || hit.kind === "coverage";
      if (hit.category !== "inducement" && !isAboutMoney) continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} is ${kindName(hit.kind)}, which the exemption does not allow`,
        ...(witness && { witness }),
      };
    }
  },
);
