import { decisionOf } from "../decision.ts";
import type { ApprovalState, PacketModel } from "../model.ts";
import { CONCERN_NAMES, count, distinct, idName, languageName, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Column, type Section, table } from "./section.ts";
import { stateBadge } from "./state.ts";

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
${signing(model)}
${model.questions.length > 0 && questions(model)}`,
  };
}

/** Each concern with those who sign it, and how far that is; the statements themselves stand under Approvals. */
function signing({ signatures, approvals, since }: PacketModel): Markup {
  const columns: readonly Column[] = [
    { head: "Concern" },
    ...(since === null ? [] : [{ head: `Since ${since.base}` }]),
    { head: "Who signs, and whether they have" },
  ];
  return table(
    "Approvals",
    columns,
    signatures.map(({ concern, roles }) => [
      CONCERN_NAMES[concern],
      ...(since === null
        ? []
        : [since.changed.includes(concern) ? badge("warn", "changed") : badge("good", "unchanged")]),
      approvals.length === 0
        ? `${listed(roles.map(idName))}, when there is a plan`
        : statesOf(approvals.filter((each) => each.concern === concern)),
    ]),
  );
}

/** Those of one state together: "Clinical and compliance: not verified here", "Translation (Spanish): needed". */
function statesOf(approvals: readonly ApprovalState[]): Markup {
  return html`<ul class="plain">${distinct(approvals.map(({ state }) => state)).map(
    (state) =>
      html`<li>${listed(approvals.filter((each) => each.state === state).map(whoOf))} ${stateBadge(state)}</li>`,
  )}</ul>`;
}

function whoOf({ role, language }: ApprovalState): string {
  return language === null ? idName(role) : `${idName(role)} (${languageName(language)})`;
}

/** By whom they are asked; the questions themselves stand on each role's list. */
function questions({ questions: all }: PacketModel): Markup {
  const roles = distinct(all.flatMap(({ roles: asked }) => asked));
  const asked = roles.map(
    (role) => `${idName(role)} ${all.filter((each) => each.roles.includes(role)).length}`,
  );
  return html`<p class="question">${count(all.length, "question")} that no program can answer ${all.length === 1 ? "is" : "are"} signed with the concern: <a href="#checklists">${asked.join(", ")}</a>.</p>`;
}
