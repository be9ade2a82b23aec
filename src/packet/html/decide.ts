import { decisionOf } from "../decision.ts";
import type { PacketModel } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, listed } from "../words.ts";
import { html } from "./markup.ts";
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
${model.question !== null && html`<div class="question"><p class="label">A question to answer, and to sign</p><p class="asked">${model.question}</p></div>`}
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
