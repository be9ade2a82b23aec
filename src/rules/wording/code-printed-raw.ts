import { practice } from "../basis.ts";
import { usesOf } from "../privacy/uses.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

export default outletRule(
  {
    code: "W116",
    name: "code-printed-raw",
    summary: "A code where patients expect a word",
    why: "“Your visit in IL” or “about 99213” is how systems talk. Patients guess, worry, or call to ask.",
    remedy:
      "Declare the field as `one-of` with the words that patients read, under `say`; or leave it out of the text.",
    basis: practice("plain-language practice: words, not codes"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A value with words of its own",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        Your {{ visit.type }} can be moved. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A code as it is stored",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        Call our {{ patient.state }} line at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["{{ patient.state }}"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet, flows } = facts;
    for (const { field, declared, printed } of flows) {
      if (!printed || declared?.type.kind !== "code") continue;
      const example = declared.example === undefined ? "" : `, such as ${declared.example}`;
      yield {
        at: usesOf(outlet.template, field) ?? outlet.at,
        message: `${nameOf(facts)} prints ${field} as the code that is stored${example}`,
        related: [{ at: declared.at, message: "declared here" }],
      };
    }
  },
);
