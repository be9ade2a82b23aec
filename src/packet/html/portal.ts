import type { PacketModel, PacketStep } from "../model.ts";
import { languagesOf, partOf } from "../outlets.ts";
import { initials, inLanguage, sentWhen } from "./frame.ts";
import { markdownOf } from "./mail.ts";
import { html, type Markup } from "./markup.ts";
import { runsOf } from "./text.ts";

/** A portal message: the title that is copied into a notification, and the message behind the login. */
export function portalStep({ identity }: PacketModel, step: PacketStep): Markup {
  return html`${languagesOf(step).map((language) => {
    const titles = partOf(step, "portal.title", language).flatMap((outlet) => outlet.wordings.shown);
    const bodies = partOf(step, "portal.body", language);
    const body = html`<div class="portal">
${titles.map(
  (
    title,
  ) => html`<figure class="toast"><p><span class="avatar" aria-hidden="true">${initials(identity.sender)}</span><span class="said"><b>${identity.sender}</b>${runsOf(title.runs)}</span></p>
<figcaption lang="en">Notification: the title may show on a locked screen</figcaption></figure>`,
)}
${bodies
  .flatMap((outlet) => outlet.wordings.shown)
  .map(
    (
      wording,
    ) => html`<figure class="message"><div class="window-bar" aria-hidden="true"><i></i><i></i><i></i></div><div class="behind"><p class="subject">${titles[0] && runsOf(titles[0].runs)}</p>${markdownOf(wording.runs)}</div>
<figcaption lang="en">${sentWhen(wording)}</figcaption></figure>`,
  )}
</div>`;
    return inLanguage(step, language, body, bodies);
  })}`;
}
