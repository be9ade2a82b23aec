import type { ByLanguage, PacketClaim, PacketModel } from "../model.ts";
import { count, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section, subsection } from "./section.ts";
import { statements } from "./statements.ts";
import { langOf } from "./text.ts";

export function claims(model: PacketModel): Section {
  const { claims: used } = model;
  return {
    id: "claims",
    title: "Claims, evidence and stated facts",
    line:
      used.length === 0
        ? "No claim is made."
        : `${count(used.length, "claim")}, each with what it rests on. The wording is fixed: a text may use it, not change it.`,
    body: html`${used.map(claimCard)}${subsection(statements(model))}`,
  };
}

function claimCard(claim: PacketClaim): Markup {
  const { evidence, approved } = claim;
  return html`<article class="claim-card">
<h3><code>${claim.id}</code> ${badge(claim.standing === "valid" ? "good" : "bad", claim.standing)}</h3>
${approvedWords(claim.text)}
<dl class="facts">
<div><dt>Kind</dt><dd>${claim.kind}</dd></div>
<div><dt>Approved by</dt><dd>${approved.by}, ${approved.role}, on <time>${approved.on}</time></dd></div>
<div><dt>Valid</dt><dd><time>${claim.from}</time> to <time>${claim.until}</time></dd></div>
<div><dt>Evidence</dt><dd>${evidence.file}${evidence.section !== null && html`, section ${evidence.section}`}</dd></div>
<div><dt>Digest of the evidence</dt><dd class="code">${evidence.sha256 ?? "none: the file was not found"}</dd></div>
<div><dt>Used in</dt><dd>${claim.usedIn.length === 0 ? "nowhere" : listed(claim.usedIn)}</dd></div>
</dl>
</article>`;
}

function approvedWords(text: ByLanguage): Markup {
  return html`${text.map((words) => html`<blockquote${langOf(words.language)}>${words.text}</blockquote>`)}`;
}
