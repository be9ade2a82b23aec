import type { Facts } from "../../analysis/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { PacketPage } from "../model.ts";
import { distinct } from "../words.ts";

/** The pages behind the links of a campaign's messages, and its own landing page. */
export function pagesOf(campaign: Campaign, { workspace: { library } }: Facts): readonly PacketPage[] {
  const actions = campaign.actions.flatMap(({ value }) => library.actions.get(value) ?? []);
  const ids = distinct(
    [...actions.map(({ page }) => page?.value), campaign.page?.value].filter((id) => id !== undefined),
  );
  return ids.flatMap((id) => {
    const page = library.pages.get(id);
    if (page === undefined) return [];
    const links = actions
      .filter((action) => action.page?.value === id)
      .flatMap(({ shortLink }) => shortLink?.value ?? []);
    return [
      {
        id,
        url: page.url.value,
        purpose: page.purpose,
        sections: page.sections,
        languages: page.languages,
        links: distinct(links),
        linkChecked: page.linkChecked ?? null,
        accessibilityChecked: page.wcagChecked?.value ?? null,
        loads: page.loads?.map(({ value }) => value) ?? null,
      },
    ];
  });
}
