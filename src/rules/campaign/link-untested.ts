import { daysBetween, type IsoDate } from "../../calendar/index.ts";
import type { Finding, Span } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** A quarter: longer, and pages have moved. */
const LONGEST_AGO = 90;

export default rule(
  {
    code: "K127",
    name: "link-untested",
    summary: "A link or an action that nobody has tried lately",
    why: "Pages move and booking systems change. A link that leads nowhere is noticed by the patients who wanted to come.",
    remedy:
      "Try it on a phone, in each language, then write the day under `last_tested` of the action or `link_checked` of the page.",
    basis: practice("launch practice: try every link before people do"),
    severity: "warning",
    waivable: "anyone",
    absence: true,
    examples: {
      good: [
        {
          title: "Tried last month",
          edit: "library/actions.yaml:\n     leads_to: booked\n-    last_tested: 2026-11-16\n+    last_tested: 2026-10-20",
        },
      ],
      bad: [
        {
          title: "An action that was last tried in spring",
          edit: "library/actions.yaml:\n     leads_to: booked\n-    last_tested: 2026-11-16\n+    last_tested: 2026-04-02",
          marks: ["book_online"],
        },
        {
          title: "A page that nobody has opened",
          edit: "library/pages.yaml:\n-    link_checked: 2026-11-16\n   call_me:",
          marks: ["reschedule"],
        },
      ],
    },
  },
  function* ({ actions, page }, { workspace: { library, today } }) {
    const pages = new Set([page?.value]);
    for (const { value } of actions) {
      const action = library.actions.get(value);
      if (action === undefined) continue;
      pages.add(action.page?.value);
      if (action.page ?? action.shortLink) {
        yield* untested(`the action ${action.id}`, action.lastTested, action.at, today);
      }
    }
    for (const id of pages) {
      const found = id === undefined ? undefined : library.pages.get(id);
      if (found) yield* untested(`the page ${found.id}`, found.linkChecked, found.at, today);
    }
  },
);

function* untested(what: string, on: IsoDate | undefined, at: Span, today: IsoDate): Iterable<Finding> {
  if (on === undefined) yield { at, message: `nobody has written down when ${what} was last tried` };
  else if (daysBetween(on, today) > LONGEST_AGO) yield { at, message: `${what} was last tried on ${on}` };
}
