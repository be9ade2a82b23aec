import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** One main thing to do, and one other way. */
const MOST = 2;

export default rule(
  {
    code: "K105",
    name: "too-many-actions",
    summary: "More than two things to do",
    why: "Each further choice lowers the chance that any is taken. One main action and one other way is enough; a link and a phone number for the same thing are one.",
    remedy: "Keep the two that lead to care most directly.",
    basis: practice("CDC Clear Communication Index, items 1 to 4"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [{ title: "One action", edit: "   actions:\n     - book_online\n-    - request_call" }],
      bad: [
        {
          title: "A third action",
          edit: "     - request_call\n+    - book_online_again\n=\nlibrary/actions.yaml:\n+  book_online_again:\n+    label: Book\n offers:",
          marks: ["book_online_again"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const extra of campaign.actions.slice(MOST)) {
      yield {
        at: extra.at,
        message: `${extra.value} is one more than the ${MOST} actions that a message may offer`,
      };
    }
    const offered = new Set(campaign.actions.map(({ value }) => value));
    for (const { inserts } of facts.outletsOf(campaign)) {
      for (const { what, id, at } of inserts) {
        if (what !== "link" || offered.has(id)) continue;
        offered.add(id);
        if (offered.size > MOST) {
          yield {
            at,
            message: `the link to ${id} makes ${offered.size} different actions, and ${MOST} are allowed`,
          };
        }
      }
    }
  },
);
