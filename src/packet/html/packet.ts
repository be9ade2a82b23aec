import type { PacketModel } from "../model.ts";
import { ownerOf, shortDigest } from "../phrases.ts";
import { idName, languageName, listed } from "../words.ts";
import { answering } from "./answering.ts";
import { approvals } from "./approvals.ts";
import { audience } from "./audience.ts";
import { changes } from "./changes.ts";
import { checklists } from "./checklists.ts";
import { claims } from "./claims.ts";
import { decide } from "./decide.ts";
import { exposure } from "./exposure.ts";
import { findings } from "./findings.ts";
import { launch } from "./launch.ts";
import { html, type Markup } from "./markup.ts";
import { messages } from "./messages.ts";
import { page } from "./page.ts";
import { printSection, type Section } from "./section.ts";
import { sequence } from "./sequence.ts";

/** The order of every packet: a reviewer learns once where to look. */
const SECTIONS: readonly ((model: PacketModel) => Section)[] = [
  decide,
  changes,
  findings,
  messages,
  sequence,
  audience,
  exposure,
  claims,
  answering,
  checklists,
  launch,
  approvals,
];

/**
 * A packet as one HTML file: no script, nothing loaded, the same bytes for the same model.
 *
 * Opened from a disk, an attachment or a build artifact it looks the same, in light, dark, on a phone and on paper.
 */
export function packetHtml(model: PacketModel): string {
  const sections = SECTIONS.map((section) => section(model));
  return page({
    title: `${model.identity.title}: review packet`,
    header: header(model),
    nav: html`<nav aria-label="Sections"><ol>${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)}</ol></nav>`,
    main: html`${sections.map((section, i) => printSection(section, i + 1))}`,
    footer: html`<p>Review packet of ${model.identity.campaign}, checked as of ${model.identity.checkedOn}. This page runs no script and loads nothing.</p>`,
  });
}

function header(model: PacketModel): Markup {
  const { identity, build, since } = model;
  return html`<p class="eyebrow">${identity.organization} <span aria-hidden="true">·</span> Review packet</p>
<h1>${identity.title}</h1>
<dl class="identity">
<div><dt>Campaign</dt><dd><code>${identity.campaign}</code>${since?.formerly != null && html`, formerly <code>${since.formerly}</code>`}</dd></div>
<div><dt>Scenario</dt><dd>${idName(identity.scenario.id)}</dd></div>
<div><dt>Owner</dt><dd>${ownerOf(model)}</dd></div>
<div><dt>Languages</dt><dd>${listed(identity.languages.map(languageName))}</dd></div>
${(identity.starts !== null || identity.ends !== null) && html`<div><dt>Runs</dt><dd>${identity.starts ?? "from the first build"} to ${identity.ends ?? "no end"}</dd></div>`}
<div><dt>Written in</dt><dd><code>${identity.file}</code></dd></div>
${since !== null && html`<div><dt>Compared</dt><dd><code>${since.base}</code> → ${since.head}</dd></div>`}
<div><dt>Plan</dt><dd><code>${build === null ? "none" : shortDigest(build.plan)}</code></dd></div>
<div><dt>Compiler</dt><dd>${build === null ? "–" : html`recare ${build.compiler}`}</dd></div>
</dl>`;
}
