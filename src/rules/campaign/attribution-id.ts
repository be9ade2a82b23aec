import type { Action } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule(
  {
    code: "K118",
    name: "attribution-id",
    summary: "An answer that cannot be tied to its message",
    why: "A person who comes back through a link, or on the phone, is counted for the message that brought them. Two actions with one short link cannot be told apart, and a call of which nothing is written down is lost.",
    remedy:
      "Give each action a short link of its own, and each script `record:` with what callers write down.",
    basis: practice("outcome measurement: tie each answer back to its message"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Another short link",
          edit: "library/actions.yaml:\n-    short_link: maple.example/c\n+    short_link: maple.example/k",
        },
      ],
      bad: [
        {
          title: "One short link for two actions",
          edit: "library/actions.yaml:\n-    short_link: maple.example/c\n+    short_link: maple.example/r",
          marks: ["maple.example/r"],
        },
        {
          title: "A call of which nothing is written down",
          edit: "library/scripts.yaml:\n-    record:\n-      - outcome\n-      - decline_reason\n-      - heard_from_code",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* ({ library, campaigns }) {
    const taken = new Map<string, Action>();
    for (const action of library.actions.values()) {
      const link = action.shortLink;
      if (link === undefined) continue;
      const first = taken.get(link.value);
      if (first === undefined) taken.set(link.value, action);
      else {
        yield {
          at: link.at,
          message: `${action.id} and ${first.id} have the same short link, so nobody can tell which was followed`,
          related: [{ at: first.shortLink?.at ?? first.at, message: "the other one" }],
        };
      }
    }
    const called = campaigns.flatMap(({ steps }) => steps.flatMap(({ script }) => script?.script ?? []));
    for (const { id, record, at } of new Set(called)) {
      if (record.length === 0) {
        yield { at, message: `the script ${id} does not say what callers write down` };
      }
    }
  },
);
