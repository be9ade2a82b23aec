import { implies, satisfiable } from "../../audience/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default rule(
  {
    code: "K111",
    name: "condition-always-true",
    summary: "A condition that changes nothing",
    why: "A line that is already true for everybody whom the other lines let in says something that the reader believes to matter. Often it is a slip.",
    remedy: "Take the line out, or write what was meant.",
    basis: practice("the algebra of conditions: implied"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A line that narrows",
          edit: "     - visit.date was 1 to 14 days ago\n+    - visit.date was at least 3 days ago",
        },
      ],
      bad: [
        {
          title: "Already said",
          edit: "     - visit.date was 1 to 14 days ago\n+    - visit.date was at most 30 days ago",
          marks: ["visit.date was at most 30 days ago"],
        },
      ],
    },
  },
  function* ({ audience }, { workspace }) {
    const specs = fieldSpecs(workspace.library.fields);
    const lines = audience?.include ?? [];
    // Where nobody is left, every line is implied; the contradiction is the mistake.
    if (satisfiable(everyoneWritten(lines, []), specs) === "no") return;
    for (const [index, line] of lines.entries()) {
      const others = lines.filter((_, other) => other !== index);
      if (others.length === 0 || implies(everyoneWritten(others, []), line.value, specs) !== "yes") continue;
      yield {
        at: line.at,
        message: "the other lines already say this",
        related: others.map(({ at }) => ({ at, message: "one of them" })).slice(0, 2),
      };
    }
  },
);
