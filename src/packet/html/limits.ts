import type { PacketModel } from "../model.ts";
import { html } from "./markup.ts";
import type { Section } from "./section.ts";

export function limits({ limits: sentences }: PacketModel): Section {
  return {
    id: "limits",
    title: "What was not checked",
    line: "A packet that does not say where it ends is read as if it had no end.",
    body: html`<ul class="limits">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  };
}
