import type { Campaign, Page } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { pagesOf } from "../pages.ts";
import { rule } from "../rule.ts";

/** What somebody who followed a link must find, so that the page does what the message says. */
const NEEDED = ["steps", "hours", "contacts", "location", "what_happens_next"];

export default rule(
  {
    code: "K121",
    name: "landing-consistent",
    summary: "A link to a page that does not go on where the message ends",
    why: "Whoever follows a link has decided to act. A home page, or one that does not say what happens next, loses them at the last step.",
    remedy:
      "Let the link open a page for this one purpose, with the steps, hours, contacts, the place and what happens next; then list its `sections` in library/pages.yaml.",
    basis: practice("outreach practice: the page continues the message"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A page that says more than is needed",
          edit: "library/pages.yaml:\n       - urgent_line\n+      - parking",
        },
      ],
      bad: [
        {
          title: "A page that does not say what happens next",
          edit: "library/pages.yaml:\n-      - what_happens_next\n       - urgent_line",
          marks: ["reschedule"],
        },
        {
          title: "The home page",
          edit: "library/pages.yaml:\n-    url: https://maple.example/reschedule\n+    url: https://maple.example/",
          marks: ["https://maple.example/"],
        },
        {
          title: "A page to which no action leads",
          edit: "   actions:\n-    - book_online\n     - request_call",
          marks: ["reschedule"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    for (const page of pagesOf(campaign, library)) yield* faultsOf(page, campaign);
    const offered = campaign.actions.flatMap(({ value }) => library.actions.get(value)?.page?.value ?? []);
    const { page } = campaign;
    if (page !== undefined && offered.length > 0 && !offered.includes(page.value)) {
      yield {
        at: page.at,
        message: `the campaign's page is ${page.value}, and its actions lead to ${offered.join(" and ")}`,
        remedy: "Name the page to which the main action leads.",
      };
    }
  },
);

function* faultsOf(page: Page, { id, scenario, page: own }: Campaign): Iterable<Finding> {
  const urgent = scenario.urgentRequired && own?.value === page.id ? ["urgent_line"] : [];
  const lacking = [...NEEDED, ...urgent].filter((section) => !page.sections.includes(section));
  if (lacking.length > 0) {
    yield { at: page.at, message: `${id} leads to the page ${page.id}, which lacks ${lacking.join(", ")}` };
  }
  if (/^https?:\/\/[^/?#]+\/?$/i.test(page.url.value)) {
    yield {
      at: page.url.at,
      message: `the page ${page.id} is a home page, where people must look for what the message promised`,
      remedy: "Write the address of the page for this one purpose.",
    };
  }
}
