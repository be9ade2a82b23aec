import type { PacketModel, SignedQuestion } from "../model.ts";
import { CONCERN_NAMES, distinct, idName } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import type { Section } from "./section.ts";

export function checklists({ checklists: lists, questions }: PacketModel): Section {
  const roles = distinct([...lists.map(({ role }) => role), ...questions.flatMap((each) => each.roles)]);
  return {
    id: "checklists",
    title: "Checklists",
    line:
      roles.length === 0
        ? "No role is asked to check anything."
        : "What each role answers for, to read beside the messages. Signed questions become part of the signature.",
    body:
      roles.length === 0
        ? null
        : html`<div class="checklists">${roles.map((role) =>
            checklist(
              role,
              questions.filter((each) => each.roles.includes(role)),
              lists.find((list) => list.role === role)?.asks ?? [],
            ),
          )}</div>`,
  };
}

function checklist(role: string, questions: readonly SignedQuestion[], asks: readonly string[]): Markup {
  return html`<div class="checklist"><h3>${idName(role)}</h3>
${
  questions.length > 0 &&
  html`<p class="label">Signed questions</p><ul class="signed">${questions.map(
    ({ text, concern }) =>
      html`<li><span aria-hidden="true">☐</span> <span>${text} <small>${CONCERN_NAMES[concern]}</small></span></li>`,
  )}</ul>`
}
${
  asks.length > 0 &&
  html`<p class="label quiet">Also look at</p><ul>${asks.map((ask) => html`<li><span aria-hidden="true">☐</span> <span>${ask}</span></li>`)}</ul>`
}</div>`;
}
