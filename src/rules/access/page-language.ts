import type { Campaign, Library, Page } from "../../model/index.ts";
import { choices, languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "A106",
    name: "page-language",
    summary: "A link that leads to a page in another language",
    why: "A message in Spanish whose link opens an English page has invited somebody in and closed the door. Every page that a message opens speaks the languages of the campaign.",
    remedy: "Translate the page and add the language to `languages` in library/pages.yaml.",
    basis: law("45 CFR 92.201 (meaningful access)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "One language more than needed",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n     sections:\n       - steps\n       - hours\n       - contacts\n       - location\n       - what_happens_next\n     languages:\n+      - vi",
        },
      ],
      bad: [
        {
          title: "An English page behind Spanish links",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n     sections:\n       - steps\n       - hours\n       - contacts\n       - location\n       - what_happens_next\n     languages:\n       - en\n-      - es",
          marks: ["call_me"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    for (const page of pagesOf(campaign, library)) {
      const missing = campaign.languages.filter((language) => !page.languages.includes(language));
      // A page without `languages` speaks the first one, as everything does.
      if (missing.length === 0 || (page.languages.length === 0 && campaign.languages.length === 1)) continue;
      yield {
        at: page.at,
        message: `the page ${page.id} is not in ${choices(missing.map(languageName))}, and messages of this campaign are`,
        related: [{ at: campaign.at, message: "the campaign that links to it" }],
      };
    }
  },
  function* (campaign, { workspace: { library } }) {
    const pages = pagesOf(campaign, library).map(({ url }) => url.value);
    if (pages.length === 0) return;
    yield {
      role: "operations",
      concern: "operations",
      text: `Can everybody use ${choices(pages).replace(" or ", " and ")}: with a keyboard, with a screen reader, in large print (WCAG 2.1, level AA)?`,
    };
  },
);

/** The pages that messages of a campaign open: of its actions, and its own. */
function pagesOf({ actions, page }: Campaign, { actions: known, pages }: Library): readonly Page[] {
  const names = [...actions.map(({ value }) => known.get(value)?.page?.value), page?.value];
  return [...new Set(names)].flatMap((name) => (name === undefined ? [] : (pages.get(name) ?? [])));
}
