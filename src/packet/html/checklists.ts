import type { PacketModel } from "../model.ts";
import { idName } from "../words.ts";
import { html } from "./markup.ts";
import type { Section } from "./section.ts";

export function checklists({ checklists: lists }: PacketModel): Section {
  return {
    id: "checklists",
    title: "Checklists",
    line:
      lists.length === 0
        ? "No role is asked to check anything."
        : "What each role answers for, to read beside the messages.",
    body:
      lists.length === 0
        ? null
        : html`<div class="pair">${lists.map(
            ({ role, asks }) =>
              html`<div class="checklist"><h3>${idName(role)}</h3><ul>${asks.map((ask) => html`<li><span aria-hidden="true">☐</span> ${ask}</li>`)}</ul></div>`,
          )}</div>`,
  };
}
