import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K120",
    name: "core-message-consistent",
    summary: "A step that leads somewhere else than the campaign",
    why: "Every channel carries the same message, so that somebody who reads two of them reads one. A link to an action that the core message does not name is another message.",
    remedy: "Link to one of `message.actions`, or add this action there.",
    basis: practice("outreach practice: one core message on every channel"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "The other action of the message",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.request_call }} or call {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "An action that the message does not name",
          edit: "   actions:\n-    - book_online\n     - request_call",
          marks: ["{{ link.book_online }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const core = new Set(campaign.actions.map(({ value }) => value));
    const at = campaign.keys.get("message") ?? campaign.at;
    const reported = new Set<string>();
    for (const { step, inserts } of facts.outletsOf(campaign)) {
      for (const { what, id, at: place } of inserts) {
        const key = `${step.id} ${id}`;
        if (what !== "link" || core.has(id) || reported.has(key)) continue;
        reported.add(key);
        yield {
          at: place,
          message: `${step.id} leads to ${id}, which the core message does not offer`,
          related: [{ at, message: "the core message is here" }],
        };
      }
    }
  },
);
