import type { Campaign, Library, Page } from "../model/index.ts";

/** The pages to which a campaign leads: its own, and those of its actions. */
export function pagesOf({ page, actions }: Campaign, library: Library): ReadonlySet<Page> {
  const ids = [page?.value, ...actions.map(({ value }) => library.actions.get(value)?.page?.value)];
  return new Set(ids.flatMap((id) => (id === undefined ? [] : (library.pages.get(id) ?? []))));
}
