import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P111",
    name: "vendor-agreement",
    summary: "A vendor that handles messages without an agreement",
    why: "Whoever sends, prints or stores messages to patients handles protected health information, and needs a business associate agreement first.",
    remedy: "Write the number of the agreement: `agreement: BAA-2026-014`.",
    basis: law("45 CFR 164.502(e)", "45 CFR 164.504(e)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Another agreement",
          edit: "recare.yaml:\n-      agreement: BAA-2026-014\n+      agreement: BAA-2026-015",
        },
      ],
      bad: [
        {
          title: "No agreement",
          edit: "recare.yaml:\n-    - name: Maple messaging gateway\n-      handles:\n-        - sms\n-        - email\n-      agreement: BAA-2026-014\n+    - {name: Maple gateway, handles: [sms, email]}",
          marks: ["{name: Maple gateway, handles: [sms, email]}"],
        },
      ],
    },
  },
  function* ({ declarations, steps }) {
    const used = new Set(steps.map(({ channel }) => channel));
    for (const { name, handles, agreement, at } of declarations.vendors) {
      if (agreement !== undefined || !handles.some((channel) => used.has(channel))) continue;
      yield { at, message: `${name} handles ${handles.join(", ")}, and no agreement with it is stated` };
    }
  },
  function* ({ declarations, steps }) {
    const texts = steps.some(({ channel }) => channel === "sms");
    if (!texts || declarations.vendors.some(({ handles }) => handles.includes("sms"))) return;
    yield {
      role: "privacy",
      concern: "privacy",
      text: "No vendor is stated for text messages. Does really nobody outside send or store them?",
    };
  },
);
