import type { PacketModel, PacketStep } from "../model.ts";
import { CHANNEL_NAMES, count, dayOf } from "../words.ts";
import { callStep } from "./call.ts";
import { emailStep } from "./email.ts";
import { landingPages } from "./landing-pages.ts";
import { letterStep } from "./letter.ts";
import { html, type Markup } from "./markup.ts";
import { portalStep } from "./portal.ts";
import type { Section } from "./section.ts";
import { smsStep } from "./sms.ts";

export function messages(model: PacketModel): Section {
  const { steps, test } = model;
  const wordings = steps
    .flatMap((step) => step.outlets)
    .reduce((sum, outlet) => sum + outlet.wordings.shown.length, 0);
  return {
    id: "messages",
    title: "Every message as the patient sees it",
    line:
      steps.length === 0
        ? "No step is written."
        : `${count(steps.length, "step")}, ${count(wordings, "text")} in all wordings and languages. A field of the record stands in a dashed frame; its value differs for each person.`,
    body:
      steps.length === 0
        ? null
        : html`
<ul class="legend"><li><span class="field">first name</span> a field of the record</li><li><span class="claim">words</span> an approved claim</li><li><span class="added">words</span> added by the compiler from the organisation's settings</li></ul>
${test !== null && html`<p class="note-block">A test: in step <b>${test.step}</b> half of the people see another ${test.change} (A or B). What counts is ${test.winner}.</p>`}
${steps.map((step, i) => stepArticle(model, step, i))}
${model.pages.length > 0 && landingPages(model)}`,
  };
}

function stepArticle(model: PacketModel, step: PacketStep, index: number): Markup {
  return html`
<article class="step" id="step-${index + 1}" aria-labelledby="step-${index + 1}-title">
<header>
<h3 id="step-${index + 1}-title"><span class="day">${dayOf(step)}</span> ${CHANNEL_NAMES[step.channel]}${step.to === "caregiver" && " to the caregiver"}</h3>
<p class="where"><code>${step.id}</code> <span>${step.at.file}:${step.at.line}</span></p>
</header>
${step.onlyIf !== null && html`<p class="only-if"><b>Only if</b> ${step.onlyIf}</p>`}
${offers(step)}
${mockUp(model, step)}
</article>`;
}

function mockUp(model: PacketModel, step: PacketStep): Markup {
  switch (step.channel) {
    case "sms":
      return smsStep(model, step);
    case "email":
      return emailStep(model, step);
    case "phone":
      return callStep(step);
    case "letter":
      return letterStep(model, step);
    case "portal":
      return portalStep(model, step);
  }
}

function offers({ offers: made }: PacketStep): Markup | null {
  if (made.length === 0) return null;
  return html`<p class="only-if"><b>Offers the first that fits:</b> ${made.map(
    (offer, i) =>
      html`${i > 0 && ", else "}${offer.label[0]?.text ?? offer.id}${offer.when !== null && html` (if <code>${offer.when}</code>)`}`,
  )}</p>`;
}
