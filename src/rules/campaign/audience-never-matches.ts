import { type Condition, satisfiable } from "../../audience/index.ts";
import type { Sourced } from "../../model/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default rule(
  {
    code: "K106",
    name: "audience-never-matches",
    summary: "An audience that nobody can be in",
    why: "Conditions that contradict one another choose nobody. Nothing fails: the campaign just never writes to anyone.",
    remedy: "Take out, or mend, the condition that contradicts the others.",
    basis: practice("the algebra of conditions: unsatisfiable"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Another window",
          edit: "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 3 to 21 days ago",
        },
      ],
      bad: [
        {
          title: "Two windows that never meet",
          edit: "     - visit.date was 1 to 14 days ago\n+    - visit.date was at least 30 days ago",
          marks: ["visit.date was at least 30 days ago"],
        },
        {
          title: "Left out again",
          edit: "   exclude:\n+    - visit.status is missed",
          marks: ["visit.status is missed"],
        },
      ],
    },
  },
  function* ({ audience }, { workspace }) {
    if (audience === undefined) return;
    const specs = fieldSpecs(workspace.library.fields);
    const include: Sourced<Condition>[] = [];
    for (const condition of audience.include) {
      include.push(condition);
      if (satisfiable(everyoneWritten(include, []), specs) !== "no") continue;
      yield contradiction(condition, include.slice(0, -1));
      return;
    }
    const exclude: Sourced<Condition>[] = [];
    for (const condition of audience.exclude) {
      exclude.push(condition);
      if (satisfiable(everyoneWritten(include, exclude), specs) !== "no") continue;
      yield {
        at: condition.at,
        message: "with this line everybody is left out whom the lines above let in",
        related: [{ at: audience.includeAt, message: "the people who are let in" }],
      };
      return;
    }
  },
);

function contradiction(condition: Sourced<Condition>, before: readonly Sourced<Condition>[]) {
  return {
    at: condition.at,
    message:
      before.length === 0
        ? "nobody can meet this condition"
        : "nobody can meet this condition and the ones above it",
    related: before.map(({ at }) => ({ at, message: "and this one" })).slice(-3),
  };
}
