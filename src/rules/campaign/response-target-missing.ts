import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K102",
    name: "response-target-missing",
    summary: "A reply that nobody has to answer in time",
    why: "A patient who asked for a call and never got one is lost for good. Each kind of reply has somebody who answers it, within a stated time.",
    remedy: "Write `within:` for this kind of reply, for example 1 business day.",
    basis: practice("workflow practice: response-time targets"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A tighter target",
          edit: "library/teams.yaml:\n     booked:\n       do: confirm the visit\n       who: north_scheduling\n-      within: 4 hours\n+      within: 2 hours",
        },
      ],
      bad: [
        {
          title: "No target",
          edit: "library/teams.yaml:\n     booked:\n       do: confirm the visit\n       who: north_scheduling\n-      within: 4 hours",
          marks: ["booked"],
        },
      ],
    },
  },
  function* ({ replies, owner }) {
    for (const reply of replies.values()) {
      if (reply.within !== undefined) continue;
      yield {
        at: reply.at,
        message: `the reply ${reply.kind} has no time within which it is answered`,
        related: owner ? [{ at: owner.at, message: "the campaign's owner answers by this playbook" }] : [],
      };
    }
  },
);
