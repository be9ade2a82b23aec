import { type Condition, implies } from "../../audience/index.ts";
import { fieldSpecs, type Segment } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default rule(
  {
    code: "K107",
    name: "segment-shadowed",
    summary: "A segment that nobody reaches",
    why: "The first segment that fits wins. A segment whose people are all caught by those above it never has anybody in it.",
    remedy: "Put the narrower segment first, or take it out.",
    basis: practice("the algebra of conditions: implied"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Another edge",
          edit: "-      when: visit.date was at most 7 days ago\n+      when: visit.date was at most 5 days ago",
        },
      ],
      bad: [
        {
          title: "A first segment that takes everybody",
          edit: "-      when: visit.date was at most 7 days ago\n+      when: visit.date was at most 21 days ago",
          marks: ["later"],
        },
        {
          title: "A segment below otherwise",
          edit: "     later: otherwise\n+    long_ago: visit.date was at least 10 days ago",
          marks: ["long_ago"],
        },
      ],
    },
  },
  function* ({ audience }, { workspace }) {
    if (audience === undefined) return;
    const specs = fieldSpecs(workspace.library.fields);
    const above: Condition[] = [];
    let everybody: Segment | undefined;
    for (const segment of audience.segments) {
      const { id, condition, otherwise, at, nameAt } = segment;
      if (everybody !== undefined) {
        yield {
          at: nameAt,
          message: `nobody reaches the segment ${id}: ${everybody.id} above it takes everyone who is left`,
          remedy: "Put `otherwise` last, once.",
          related: [{ at: everybody.at, message: "everyone who is left" }],
        };
        continue;
      }
      if (otherwise) everybody = segment;
      // What cannot be read has a finding of its own, and takes nobody here.
      else if (condition === undefined) continue;
      const people = everyoneWritten(
        condition ? [...audience.include, { value: condition, at }] : audience.include,
        [],
      );
      const [first, ...more] = above;
      if (first !== undefined) {
        const caught: Condition = more.length === 0 ? first : { kind: "any", of: above, at };
        if (implies(people, caught, specs) === "yes") {
          yield {
            at: nameAt,
            message: `nobody reaches the segment ${id}: the segments above it catch everyone`,
          };
        }
      }
      if (condition) above.push(condition);
    }
  },
);
