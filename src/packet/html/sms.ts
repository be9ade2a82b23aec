import type { PacketLength, PacketModel, PacketOutlet, PacketStep } from "../model.ts";
import { languagesOf, partOf } from "../outlets.ts";
import { count } from "../words.ts";
import { initials, inLanguage, sentWhen } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import { badge } from "./section.ts";
import { runsOf } from "./text.ts";

/** A text message on a phone, once for each language and wording. */
export function smsStep(model: PacketModel, step: PacketStep): Markup {
  return html`${languagesOf(step).map((language) => {
    const outlets = partOf(step, "sms.body", language);
    return inLanguage(step, language, html`${outlets.map((outlet) => phones(model, outlet))}`, outlets);
  })}`;
}

function phones({ identity }: PacketModel, outlet: PacketOutlet): Markup {
  return html`
<div class="phones">${outlet.wordings.shown.map(
    (wording) => html`
<figure class="phone">
<div class="screen">
<p class="thread" lang="en"><span class="avatar" aria-hidden="true">${initials(identity.sender)}</span>${identity.sender}</p>
<p class="bubble">${runsOf(wording.runs)}</p>
</div>
<figcaption lang="en">${sentWhen(wording)}</figcaption>
</figure>`,
  )}
</div>
${outlet.length !== null && lengthOf(outlet.length)}`;
}

/** The worst case over every rendering, with a bar that fills one part. */
function lengthOf({ characters, parts, encoding, onePart }: PacketLength): Markup {
  if (characters === null || parts === null) {
    return html`<p class="length" lang="en">${badge("bad", "Nothing bounds the length of this text")}</p>`;
  }
  const filled = Math.min(1, characters / onePart);
  return html`<p class="length" lang="en"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" rx="3"/><rect class="${parts > 1 ? "over" : "fill"}" width="${Math.round(filled * 100)}" height="6" rx="3"/></svg>
<span>At most <b>${characters}</b> of ${onePart} characters in one part</span> <span><b>${count(parts, "part")}</b></span> <span>${encoding}</span></p>`;
}
