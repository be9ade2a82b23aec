import { languageName } from "../../source/index.ts";
import type { TemplateNode } from "../../template/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";
import { alwaysPrints, exemptStep } from "./exemption.ts";

/** Parts that somebody may hear or read alone. */
const ALONE = ["sms.body", "phone.opening", "phone.voicemail"];

export default outletRule(
  {
    code: "C203",
    name: "exempt-name-and-contact",
    summary: "An exempt message without the provider's name and how to reach it",
    why: "Under the exemption each message says whose it is and how to reach them, in every rendering: whoever gets it must be able to call back.",
    remedy:
      "Print {{ sender }} and {{ clinic.phone }} in the text; a voicemail says both; a call begins with {{ sender }}.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(B)"),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    examples: {
      good: [
        {
          title: "Name and number",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt",
        },
      ],
      bad: [
        {
          title: "A number only for some",
          edit: 'recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\ncampaign.yaml:\n-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ sender }} has time for you.{% if visit.type == "annual-exam" %} Call {{ clinic.phone }}.{% endif %}',
          marks: [
            '|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n        {{ sender }} has time for you.{% if visit.type == "annual-exam" %} Call {{ clinic.phone }}.{% endif %}',
          ],
        },
      ],
    },
  },
  function* (facts, campaign) {
    const { outlet } = facts;
    if (exemptStep(campaign) === undefined || !ALONE.includes(outlet.part)) return;
    const named = alwaysPrints(outlet.template, isName);
    // Whoever answers a call is on the phone already; the number matters to whoever is not.
    const reachable = outlet.part === "phone.opening" || alwaysPrints(outlet.template, isContact);
    if (named && reachable) return;
    const lacks = [...(named ? [] : ["who sends it"]), ...(reachable ? [] : ["how to reach them"])].join(
      " and ",
    );
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} in ${languageName(outlet.language)} does not say in every rendering ${lacks}`,
    };
  },
);

function isName(node: TemplateNode): boolean {
  return (node.kind === "insert" && node.what === "sender") || printsField(node, "clinic.name");
}

function isContact(node: TemplateNode): boolean {
  return (node.kind === "insert" && node.what === "link") || printsField(node, "clinic.phone");
}

function printsField(node: TemplateNode, path: string): boolean {
  if (node.kind !== "print" || node.value.filters.length > 0) return false;
  const { operand } = node.value;
  return operand.kind === "field" && operand.path === path;
}
