import type { Facts } from "../../analysis/index.ts";
import { kindName, lexicon, scanLinkIn } from "../../lexicon/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";
import { policy } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "X107",
    name: "link-clinical-word",
    summary: "A link whose address tells a condition",
    why: "The address of a link is shown in the message, kept in histories and sent to every server on the way. A clinical word in it tells all of them.",
    remedy: "Give the page a neutral address, such as /r or /next-visit.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A neutral address",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/next-visit",
        },
      ],
      bad: [
        {
          title: "A condition in a link",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/diabetes",
          marks: ["maple.example/diabetes"],
        },
        {
          title: "A segment in a query parameter",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/r?utm_campaign=lapsed-hiv",
          marks: ["maple.example/r?utm_campaign=lapsed-hiv"],
        },
        {
          title: "A condition in the address of the page behind",
          edit: "library/pages.yaml:\n-    url: https://maple.example/reschedule\n+    url: https://maple.example/reschedule?from=lupus",
          marks: ["https://maple.example/reschedule?from=lupus"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { organization, library } = facts.workspace;
    const words = lexicon(library.words);
    const reported = new Set<string>();
    for (const { url, at } of addressesOf(campaign, facts)) {
      const hit = scanLinkIn(organization.languages, url, words)[0];
      const place = `${at.file}:${at.start}:${at.end}`;
      if (hit === undefined || reported.has(place)) continue;
      reported.add(place);
      yield {
        at,
        message: `the address ${url} contains "${url.slice(hit.start, hit.end)}", ${kindName(hit.kind)}`,
      };
    }
  },
);

/** Addresses in the texts, and those of the pages behind them, which a browser shows. */
function addressesOf(
  campaign: Campaign,
  facts: Facts,
): readonly { readonly url: string; readonly at: Span }[] {
  const { actions, pages } = facts.workspace.library;
  const ids = [campaign.page?.value, ...campaign.actions.map(({ value }) => actions.get(value)?.page?.value)];
  const behind = ids.flatMap((id) => (id === undefined ? [] : (pages.get(id) ?? [])));
  return [
    ...[...facts.outletsOf(campaign), ...facts.answersOf(campaign)].flatMap(({ links }) => links),
    ...behind.map(({ url }) => ({ url: url.value, at: url.at })),
  ];
}
