import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K101",
    name: "owner-missing",
    summary: "A campaign that nobody owns",
    why: "Every message invites an answer. Somebody must be there to give it.",
    remedy: "Write `owner:` with the name of a team.",
    basis: practice("workflow practice: a segment has an owner"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [{ title: "A team", edit: " scenario: missed-appointment\n owner: north_scheduling" }],
      bad: [{ title: "No owner", edit: "-owner: north_scheduling", marks: ["missed-visit"] }],
    },
  },
  function* ({ id, at, keys }) {
    if (!keys.has("owner")) yield { at, message: `nobody owns the campaign ${id}` };
  },
);
