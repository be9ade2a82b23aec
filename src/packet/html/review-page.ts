import type { Review, SignedReview } from "../../review/index.ts";
import type { PacketChange } from "../model.ts";
import { CONCERN_NAMES, count, idName, listed } from "../words.ts";
import { changeCard } from "./change.ts";
import { html, type Markup } from "./markup.ts";
import { page } from "./page.ts";
import { badge, table } from "./section.ts";

/** A review with lines in the place of spans: what `review.json` holds. */
export interface PlacedReview extends Omit<Review, "campaigns"> {
  readonly campaigns: readonly (Omit<SignedReview, "changes"> & {
    readonly changes: readonly PacketChange[];
  })[];
}

type ChangedCampaign = PlacedReview["campaigns"][number];

/**
 * All that changed between two revisions as one HTML file: the cards of the packets, campaign by campaign. No script,
 * nothing loaded, the same bytes for the same review.
 */
export function reviewHtml(review: PlacedReview): string {
  const { campaigns, unchanged, unreadable, base, head, compiler } = review;
  const verdict = `${count(campaigns.length, "campaign")} changed`;
  return page({
    title: `${verdict}, from ${base} to ${head}`,
    header: html`<p class="eyebrow">Review</p><h1>${verdict}</h1>
<dl class="identity"><div><dt>Compared</dt><dd><code>${base}</code> → ${head}</dd></div><div><dt>Unchanged</dt><dd>${unchanged.length}</dd></div>${unreadable.length > 0 && html`<div><dt>Cannot be compared</dt><dd>${unreadable.length}</dd></div>`}<div><dt>Compiler</dt><dd>recare ${compiler}</dd></div></dl>`,
    nav:
      campaigns.length === 0
        ? null
        : html`<nav aria-label="Campaigns"><ol>${campaigns.map(({ campaign }, i) => html`<li><a href="#campaign-${i + 1}">${campaign}</a></li>`)}</ol></nav>`,
    main: html`
${unreadable.map(({ campaign, file, side }) => html`<p class="note-block">${badge("bad", "cannot tell")} <b>${campaign}</b> has an error in the ${side} (<code>${file}</code>), so nothing is known of what changed in it.</p>`)}
${campaigns.length === 0 ? html`<p class="nothing">Nothing changed in meaning. Formatting, order and comments do not count.</p>` : overview(campaigns)}
${campaigns.map((campaign, i) => section(campaign, i + 1))}
${unchanged.length > 0 && html`<section class="brief" aria-labelledby="unchanged-title"><h2 id="unchanged-title">Unchanged</h2><p class="lead">${listed(unchanged)}. Their signatures stay valid.</p></section>`}`,
    footer: html`<p>From ${base} to ${head}. This page runs no script and loads nothing.</p>`,
  });
}

function overview(campaigns: readonly ChangedCampaign[]): Markup {
  return table(
    "Who signs again",
    [{ head: "Campaign" }, { head: "Changes", as: "number" }, { head: "Gravest" }, { head: "Signed again" }],
    campaigns.map(({ campaign, changes, sign }) => [
      campaign,
      changes.length,
      changes[0] === undefined ? "–" : `${changes[0].risk} risk`,
      sign.length === 0
        ? "nobody: nothing is sent any more"
        : html`<ul class="plain">${sign.map(({ concern, roles }) => html`<li>${CONCERN_NAMES[concern]}: ${listed(roles.map(idName))}</li>`)}</ul>`,
    ]),
  );
}

function section({ campaign, formerly, changes }: ChangedCampaign, number: number): Markup {
  return html`
<section id="campaign-${number}" aria-labelledby="campaign-${number}-title">
<h2 id="campaign-${number}-title"><span class="ordinal">${number}</span> ${campaign}</h2>
<p class="lead">${count(changes.length, "change")}, the gravest first${formerly !== null && `; formerly ${formerly}`}.</p>
${changes.map((change) => changeCard(change, null, "h3"))}
</section>`;
}
