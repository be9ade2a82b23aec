import type { PacketModel, PacketPage } from "../model.ts";
import { idName, languageName, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** What a patient finds behind the links, as far as the workspace says it: a sketch, since nobody opened the page. */
export function landingPages({ pages }: PacketModel): Markup {
  return html`
<article class="step" aria-labelledby="pages-title">
<header><h3 id="pages-title">Behind the links</h3><p class="where">sketched from what the library says of each page; none was opened</p></header>
<div class="sites">${pages.map(site)}</div>
</article>`;
}

function site(page: PacketPage): Markup {
  return html`<figure class="site">
<div class="window-bar"><i aria-hidden="true"></i><i aria-hidden="true"></i><i aria-hidden="true"></i><span class="address">${page.url.replace(/^https:\/\//, "")}</span></div>
<div class="behind"><p class="subject">${page.purpose}</p>
<ul class="blocks">${page.sections.map((section) => html`<li>${idName(section)}</li>`)}</ul></div>
<figcaption>${page.links.length > 0 && html`Opened by <b>${listed(page.links)}</b>. `}${listed(page.languages.map(languageName)) || "No language is stated"}. ${checks(page)}</figcaption>
</figure>`;
}

function checks({ linkChecked, accessibilityChecked, loads }: PacketPage): string {
  return [
    linkChecked === null ? "Nobody says that the link was tried." : `The link was tried on ${linkChecked}.`,
    ...(accessibilityChecked === null ? [] : [`Accessibility was checked on ${accessibilityChecked}.`]),
    loads === null
      ? "Nobody has looked what it loads from others."
      : loads.length === 0
        ? "It loads nothing from others."
        : `It loads from ${listed(loads)}.`,
  ].join(" ");
}
