import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K112",
    name: "reply-kind-unanswered",
    summary: "A kind of reply that the playbook does not answer",
    why: "People answer in ways that nobody planned for: a clinical question, an urgent word, a wrong number. The playbook says for each who acts.",
    remedy: "Add the kind to the owner's playbook, with who, within and what to do.",
    basis: practice("workflow practice: clinical questions go to clinicians"),
    severity: "error",
    waivable: "anyone",
    absence: true,
    examples: {
      good: [
        {
          title: "Another deed for a kind",
          edit: "library/teams.yaml:\n-      do: arrange it\n+      do: arrange help",
        },
      ],
      bad: [
        {
          title: "Nobody answers wrong numbers",
          edit: "library/teams.yaml:\n-    wrong_person:\n-      do: stop and correct the record\n-      who: records\n-      within: 1 business day",
          marks: ["north_scheduling"],
        },
      ],
    },
  },
  function* ({ owner, replies, scenario }) {
    if (owner === undefined) return;
    const { team, at } = owner;
    const missing = scenario.replies.filter((kind) => !replies.has(kind));
    if (missing.length === 0) return;
    yield {
      at,
      message: team.playbook
        ? `the playbook of ${team.id} does not answer ${missing.join(", ")}`
        : `${team.id} has no playbook, so nobody answers ${missing.length} kinds of reply`,
      related: [
        {
          at: team.playbook?.at ?? team.at,
          message: team.playbook ? "its playbook" : "the team is declared here",
        },
      ],
    };
  },
);
