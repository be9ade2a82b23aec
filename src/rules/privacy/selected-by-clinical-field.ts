import { isControlled } from "../../model/index.ts";
import { policy } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P105",
    name: "selected-by-clinical-field",
    summary: "A clinical fact chooses who is written to, unsaid",
    why: "Who receives a message at all can tell a clinical fact, however harmless its words. That is often the point of a campaign; then it must be said, so that privacy and clinical roles can sign that the text is just as true for somebody who was not chosen.",
    remedy: "List the field under `chosen_by`, with `because`, or choose people by a scheduling fact.",
    basis: policy("organization default: selection by a clinical fact is declared and signed"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Declared, with the reason",
          edit: " owner: north_scheduling\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up",
        },
      ],
      bad: [
        {
          title: "Chosen by why they came, and nobody says so",
          edit: "   include:\n+    - visit.reason is check-up",
          marks: ["visit.reason"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const declared = new Set(campaign.chosenBy.map(({ value }) => value));
    for (const { path, field, at, by } of facts.selectionOf(campaign)) {
      // Unknown names are errors where they are written; restricted facts have a rule of their own.
      if (field === undefined || field.class === "restricted") continue;
      if (!isControlled(field.class) || declared.has(path)) continue;
      yield {
        at,
        message: `${path} is a clinical fact and ${by === "offer" ? "decides what is offered" : "decides who is written to"}, but is not listed under \`chosen_by\``,
        related: [{ at: field.classAt, message: `classed ${field.class} here` }],
      };
    }
    if (campaign.chosenBy.length > 0 && campaign.because === undefined) {
      const at = campaign.keys.get("chosen_by") ?? campaign.at;
      yield {
        at,
        message: "`chosen_by` does not say why",
        remedy: "Add `because:` with one sentence for the reviewer.",
      };
    }
  },
  function* (campaign, facts) {
    const selects = facts
      .selectionOf(campaign)
      .some(({ field }) => isControlled(field?.class ?? "restricted"));
    if (!selects) return;
    const fields = campaign.chosenBy.map(({ value }) => value).join(" and ");
    const text = `Is every text just as true for somebody who was not chosen by ${fields || "these facts"}?`;
    yield { role: "privacy", concern: "privacy", text };
    yield { role: "clinical", concern: "privacy", text };
  },
);
