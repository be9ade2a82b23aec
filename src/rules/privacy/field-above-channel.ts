import { above } from "../../model/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";
import { usesOf } from "./uses.ts";

export default outletRule(
  {
    code: "P102",
    name: "field-above-channel",
    summary: "A fact reaches a channel that may not carry it",
    why: "Every channel has a ceiling: the most sensitive class of facts that it may carry. A fact above it must not be printed there, and must not decide which words are printed either, since the words then tell it.",
    remedy:
      "Take the fact out of this text, or say it where its class may go: in the portal, or on the phone after verification.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)", "organization default: channel ceilings"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A scheduling fact in an email",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        Your {{ visit.type }} can be moved. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A clinical fact printed in an email",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        This is about your {{ visit.reason }}. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["{{ visit.reason }}"],
        },
        {
          title: "A clinical fact that decides what an email says",
          edit: '-        You can also call us at {{ clinic.phone }}.\n+        {% if visit.reason == "diabetes-check" %}Please{% endif %} call us at {{ clinic.phone }}.\n \n         {{ bring }}',
          marks: ["visit.reason"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet } = facts;
    for (const flow of facts.flows) {
      // A name that nothing declares is an error where it is written.
      if (flow.declared === undefined) continue;
      const { class: fieldClass, classAt } = flow.declared;
      if (!above(fieldClass, outlet.ceiling)) continue;
      const use = usesOf(outlet.template, flow.field);
      const how = flow.printed ? "is printed in" : "decides what is said in";
      yield {
        at: use ?? outlet.at,
        message: `${flow.field} is a ${fieldClass} fact and ${how} ${nameOf(facts)}, which may carry at most ${outlet.ceiling} facts`,
        related: [
          { at: classAt, message: `classed ${fieldClass} here` },
          ...(outlet.ceilingAt
            ? [{ at: outlet.ceilingAt, message: "the channel's ceiling is set here" }]
            : []),
        ],
      };
    }
  },
);
