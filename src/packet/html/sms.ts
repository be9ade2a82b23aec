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

/** Characters of each part of a text in several: six bytes of each part say which it is (3GPP TS 23.040, 9.2.3.24.1). */
const OF_SEVERAL = { "GSM-7": 153, "UCS-2": 67 } as const;

/** The worst case over every rendering, with a bar that is cut where a part ends. */
function lengthOf({ characters, parts, encoding, onePart }: PacketLength): Markup {
  if (characters === null || parts === null) {
    return html`<p class="length" lang="en">${badge("bad", "Nothing bounds the length of this text")}</p>`;
  }
  const each = parts > 1 ? OF_SEVERAL[encoding] : onePart;
  const room = each * parts;
  const at = (n: number) => Math.round((Math.min(n, room) / room) * 100);
  const cuts = Array.from({ length: Math.min(parts, 10) - 1 }, (_, i) => at((i + 1) * each));
  const words =
    parts > 1
      ? html`At most <b>${characters}</b> characters, in parts of ${each}`
      : html`At most <b>${characters}</b> of ${onePart} characters in one part`;
  return html`<p class="length" lang="en"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" rx="3"/><rect class="${parts > 1 ? "over" : "fill"}" width="${at(characters)}" height="6" rx="3"/>${cuts.map((x) => html`<rect class="cut" x="${x}" width="1.5" height="6"/>`)}</svg>
<span>${words}</span> <span><b>${count(parts, "part")}</b></span> <span>${encoding}</span></p>`;
}
