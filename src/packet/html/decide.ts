import { decisionOf } from "../decision.ts";
import type { PacketModel, SignedQuestion } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section, table } from "./section.ts";

export function decide(model: PacketModel): Section {
  const { canBeBuilt, verdict, sentences } = decisionOf(model);
  return {
    id: "decide",
    title: "What you are asked to decide",
    line: "Whether these people may be written to, in these words, at these times.",
    body: html`
<div class="verdict ${canBeBuilt ? "good" : "bad"}">
<p class="says">${badge(canBeBuilt ? "good" : "bad", verdict)}</p>
<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
</div>
${model.questions.length > 0 && html`<div class="question"><p class="label">${model.questions.length === 1 ? "A question" : "Questions"} to answer, and to sign</p>${model.questions.map(asked)}</div>`}
${table(
  "Who signs what",
  [{ head: "Concern" }, { head: "Signed by" }, { head: "Digest", as: "code" }],
  model.signatures.map(({ concern, roles, digest }) => [
    CONCERN_NAMES[concern],
    listed(roles),
    digest === null ? "none: there is no plan yet" : shortDigest(digest),
  ]),
)}`,
  };
}

function asked({ text, roles, concern }: SignedQuestion): Markup {
  return html`<p class="asked">${text} <small>Asked of ${listed(roles)}, signed with ${CONCERN_NAMES[concern].toLowerCase()}</small></p>`;
}
