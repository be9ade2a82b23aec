import { policy } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule(
  {
    code: "P103",
    name: "field-class-unknown",
    summary: "A field without a class",
    why: "What nobody has classed is treated as restricted: it may be used to leave people out, and is never printed. A class says how far a fact may go.",
    remedy: "Add `class:` with one of public, contact, scheduling, clinical, restricted.",
    basis: policy("organization default: undeclared is the top class"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A class",
          edit: "library/fields.yaml:\n   visit.date:\n-    class: scheduling\n+    class: clinical",
        },
      ],
      bad: [
        {
          title: "No class",
          edit: "library/fields.yaml:\n   patient.birth_year:\n-    class: contact",
          marks: ["patient.birth_year"],
        },
      ],
    },
  },
  function* ({ library }) {
    for (const field of library.fields.values()) {
      if (field.classWritten) continue;
      yield { at: field.at, message: `${field.path} has no class, so it may be printed nowhere` };
    }
  },
);
