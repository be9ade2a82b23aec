import type { PacketOutlet, PacketStep, PacketWording } from "../model.ts";
import { shownOf } from "../outlets.ts";
import { count, languageName } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { langOf } from "./text.ts";

/** "Sent when the first name is known", or that everybody receives it. */
export function sentWhen({ when }: PacketWording): Markup {
  return when === ""
    ? html`<p class="when"><b>Sent to everybody</b> who reaches this step</p>`
    : html`<p class="when"><b>Sent when</b> ${when}</p>`;
}

/** A language's part of a step, under its own heading. */
export function inLanguage(
  step: PacketStep,
  language: string,
  body: Markup,
  outlets: readonly PacketOutlet[],
): Markup {
  const most = Math.max(0, ...outlets.map((outlet) => outlet.wordings.shown.length));
  const bounded = outlets.flatMap((outlet) => shownOf(outlet) ?? []);
  const note = bounded[0] ?? (most > 1 ? count(most, "wording") : null);
  return html`
<div class="language">
<h4>${languageName(language)}${note !== null && html` <span class="note">${note}</span>`}<span class="sr"> of ${step.id}</span></h4>
<div${langOf(language)}>${body}</div>
</div>`;
}

/** Two letters that stand for the sender, as a phone or an inbox shows them. */
export function initials(sender: string): string {
  const words = sender.split(/\s+/u).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}
