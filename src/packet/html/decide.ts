import { decisionOf } from "../decision.ts";
import type { PacketModel, SignedQuestion } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, distinct, idName, listed } from "../words.ts";
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
${model.questions.length > 0 && questions(model.questions)}
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

/** By whom they are asked, so that each reader finds their own at once. */
function questions(all: readonly SignedQuestion[]): Markup {
  const heading =
    all.length === 1 ? "A question to answer, and to sign" : `${all.length} questions to answer, and to sign`;
  const groups = distinct(all.map(({ roles }) => listed(roles.map(idName))));
  return html`<div class="question"><p class="label">${heading}</p>${groups.map(
    (asked) =>
      html`<h3>${asked}</h3><ul>${all.filter(({ roles }) => listed(roles.map(idName)) === asked).map(question)}</ul>`,
  )}</div>`;
}

function question({ text, concern }: SignedQuestion): Markup {
  return html`<li><span aria-hidden="true">☐</span> ${text} <small>${CONCERN_NAMES[concern]}</small></li>`;
}
