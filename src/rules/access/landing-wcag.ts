import { daysBetween } from "../../calendar/index.ts";
import type { Campaign, Library, Page } from "../../model/index.ts";
import { choices } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

/** A year, and the days that a yearly check moves. */
const LONGEST_AGO = 380;

export default rule(
  {
    code: "A106",
    name: "landing-wcag",
    summary: "A page that nobody has checked for people who see, hear or move otherwise",
    why: "A message that everybody can read leads to a form that some cannot fill in. Recare does not see the page: somebody checks it with a keyboard, a screen reader and large print, and again after it changed.",
    remedy:
      "Have the page checked against WCAG 2.1, level AA, and write the day as `wcag_checked` in library/pages.yaml.",
    basis: law("45 CFR 84.84", "91 FR 25496 (May 11, 2026)"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Checked this year",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    wcag_checked: 2026-09-01",
        },
      ],
      bad: [
        {
          title: "Checked long ago",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    wcag_checked: 2024-09-02",
          marks: ["2024-09-02"],
        },
        {
          title: "A check that has not been made",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    wcag_checked: 2027-01-04",
          marks: ["2027-01-04"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library, today } }) {
    for (const { id, wcagChecked } of pagesOf(campaign, library)) {
      if (wcagChecked === undefined) continue;
      const { value, at } = wcagChecked;
      if (value > today) {
        yield { at, message: `the page ${id} is to be checked on ${value}, and has not been yet` };
      } else if (daysBetween(value, today) > LONGEST_AGO) {
        yield { at, message: `the page ${id} was last checked for accessibility on ${value}` };
      }
    }
  },
  function* (campaign, { workspace: { library } }) {
    const unchecked = pagesOf(campaign, library).filter(({ wcagChecked }) => wcagChecked === undefined);
    if (unchecked.length === 0) return;
    const pages = choices(unchecked.map(({ url }) => url.value)).replace(" or ", " and ");
    yield {
      role: "operations",
      concern: "operations",
      text: `Can everybody use ${pages}: with a keyboard, with a screen reader, in large print (WCAG 2.1, level AA)?`,
    };
  },
);

/** The pages that messages of a campaign open: of its actions, and its own. */
function pagesOf({ actions, page }: Campaign, { actions: known, pages }: Library): readonly Page[] {
  const names = [...actions.map(({ value }) => known.get(value)?.page?.value), page?.value];
  return [...new Set(names)].flatMap((name) => (name === undefined ? [] : (pages.get(name) ?? [])));
}
