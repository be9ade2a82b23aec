import { type Condition, implies } from "../../audience/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default rule(
  {
    code: "K114",
    name: "segment-uncovered",
    summary: "People who are in no segment",
    why: "Somebody who fits no segment still gets the messages, with the waits and the owner that were meant for nobody in particular. A fact that is missing fits no condition, so segments that seem to cover everybody often do not.",
    remedy: "Add a last segment with `otherwise`.",
    basis: practice("the algebra of conditions: implied; cannot tell counts as not covered"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Segments that cover everybody without it",
          edit: "-    later: otherwise\n+    later: visit.date was at least 8 days ago",
        },
      ],
      bad: [
        {
          title: "A day that no segment takes",
          edit: "-    later: otherwise\n+    later: visit.date was at least 9 days ago",
          marks: ["later"],
        },
      ],
    },
  },
  function* ({ audience }, { workspace }) {
    const segments = audience?.segments ?? [];
    const last = segments.at(-1);
    if (audience === undefined || last === undefined || segments.some(({ otherwise }) => otherwise)) return;
    const conditions = segments.flatMap(({ condition }): readonly Condition[] =>
      condition ? [condition] : [],
    );
    // What cannot be read has a finding of its own.
    if (conditions.length < segments.length) return;
    const caught: Condition = { kind: "any", of: conditions, at: last.at };
    const people = everyoneWritten(audience.include, []);
    if (implies(people, caught, fieldSpecs(workspace.library.fields)) === "yes") return;
    yield { at: last.nameAt, message: `after ${last.id}, some people may be left who are in no segment` };
  },
);
