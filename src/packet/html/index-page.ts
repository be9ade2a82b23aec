import { decisionOf } from "../decision.ts";
import type { PacketModel } from "../model.ts";
import { ownerOf, shortDigest, tally } from "../phrases.ts";
import { visible } from "../visible.ts";
import { CHANNEL_NAMES, count, distinct, languageName, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { page } from "./page.ts";
import { type FramedFinding, problems } from "./problems.ts";
import { badge } from "./section.ts";

/** Where the packet of a campaign stands, relative to the index page. */
export type PacketLocation = (campaign: string) => string;

/**
 * All campaigns of an organisation on one page, those that cannot be built first.
 *
 * @param findings what is wrong outside of every campaign
 */
export function indexHtml(
  models: readonly PacketModel[],
  organization: string,
  at: PacketLocation = (campaign) => `${encodeURIComponent(visible(campaign))}/packet.html`,
  findings: readonly FramedFinding[] = [],
): string {
  const judged = models.map((model) => ({ model, ...decisionOf(model) }));
  const blocked = judged.filter(({ canBeBuilt }) => !canBeBuilt);
  const rest = judged.filter(({ canBeBuilt }) => canBeBuilt);
  return page({
    title: `${organization}: campaigns`,
    header: html`<p class="eyebrow">${organization}</p><h1>Campaigns</h1>
<p class="tally">${blocked.length > 0 && badge("bad", `${count(blocked.length, "campaign")} cannot be built`)} ${rest.length > 0 && badge("good", `${count(rest.length, "campaign")} can be built`)}</p>`,
    nav: null,
    main: html`${findings.length > 0 && html`<section aria-labelledby="problems-title"><h2 id="problems-title">In what campaigns share</h2>${problems(findings, "h3")}</section>`}${
      judged.length === 0
        ? html`<p class="nothing">There is no campaign.</p>`
        : html`<ul class="campaigns">${[...blocked, ...rest].map(({ model, canBeBuilt, verdict, sentences }) => card(model, at, canBeBuilt, verdict, sentences[0] ?? ""))}</ul>`
    }`,
    footer: html`<p>${count(models.length, "campaign")}. This page runs no script and loads nothing.</p>`,
  });
}

function card(
  model: PacketModel,
  at: PacketLocation,
  canBeBuilt: boolean,
  verdict: string,
  sentence: string,
): Markup {
  const { identity, steps, build, findings } = model;
  const channels = distinct(steps.map((step) => CHANNEL_NAMES[step.channel].toLowerCase()));
  return html`<li>
<header><h2><a href="${at(identity.campaign)}">${identity.title}</a></h2>${badge(canBeBuilt ? "good" : "bad", verdict)}</header>
<p class="line">${sentence}</p>
<dl class="facts">
<div><dt>Campaign</dt><dd><code>${identity.campaign}</code></dd></div>
<div><dt>Owner</dt><dd>${ownerOf(model)}</dd></div>
<div><dt>Channels</dt><dd>${listed(channels) || "none"}</dd></div>
<div><dt>Languages</dt><dd>${listed(identity.languages.map(languageName))}</dd></div>
<div><dt>Findings</dt><dd>${findings.length === 0 ? "none" : tally(findings)}</dd></div>
<div><dt>Plan</dt><dd><code>${build === null ? "none" : shortDigest(build.plan)}</code></dd></div>
</dl>
</li>`;
}
