import type { PacketModel, PacketStep } from "../model.ts";
import { languagesOf, partOf } from "../outlets.ts";
import { inLanguage, sentWhen } from "./frame.ts";
import { markdownOf } from "./mail.ts";
import { html, type Markup } from "./markup.ts";
import { runsOf } from "./text.ts";

/** A letter: what anybody sees on the envelope, then the page inside. */
export function letterStep({ identity }: PacketModel, step: PacketStep): Markup {
  return html`${languagesOf(step).map((language) => {
    const envelopes = partOf(step, "letter.envelope", language);
    const pages = partOf(step, "letter.body", language);
    const body = html`<div class="post">
${envelopes
  .flatMap((outlet) => outlet.wordings.shown)
  .map(
    (
      wording,
    ) => html`<figure class="envelope"><div class="front"><p class="return">${runsOf(wording.runs)}</p><p class="stamp" aria-hidden="true"></p><p class="window" lang="en">Name and address of the ${step.to}</p></div>
<figcaption lang="en">Envelope: all that a neighbour sees</figcaption></figure>`,
  )}
${pages
  .flatMap((outlet) => outlet.wordings.shown)
  .map(
    (
      wording,
    ) => html`<figure class="page"><div class="sheet"><p class="letterhead">${identity.sender}</p>${markdownOf(wording.runs)}</div>
<figcaption lang="en">${sentWhen(wording)}</figcaption></figure>`,
  )}
</div>`;
    return inLanguage(step, language, body, pages);
  })}`;
}
