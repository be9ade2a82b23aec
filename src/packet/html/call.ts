import type { OutletPart } from "../../model/index.ts";
import type { PacketOutlet, PacketStep } from "../model.ts";
import { distinct, idName, languageName, listed, VOICE_NAMES } from "../words.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { langOf, runsOf } from "./text.ts";

/** A call as the caller walks through it: who answers, the gate, and only then what the call is about. */
export function callStep(step: PacketStep): Markup {
  const { script } = step;
  const said = (part: OutletPart) => step.outlets.filter((outlet) => outlet.part === part);
  const objections = said("phone.objection");
  return html`<ol class="call">
<li><h4>The caller opens</h4>${script !== null && script.voice !== "live" && html`<p>Spoken by <b>${VOICE_NAMES[script.voice]}</b>.</p>`}${spoken(said("phone.opening"))}</li>
<li class="fork"><h4>Who answers?</h4>
<div class="ways">
<div class="way"><h5>Somebody else</h5>${spoken(said("phone.third_party"))}<p class="end">The call ends</p></div>
<div class="way"><h5>Voicemail</h5>${spoken(said("phone.voicemail"))}<p class="end">The call ends</p></div>
<div class="way"><h5>The ${step.to}</h5><p>goes on to the gate</p></div>
</div></li>
<li class="gate"><h4>Gate: identity is verified</h4>
<p>${script === null || script.verify.length === 0 ? html`<b>Nothing is asked.</b>` : html`Asked for: <b>${listed(script.verify)}</b>.`} If it does not match, the caller ends as with somebody else. Nothing below is said before.</p></li>
<li><h4>After verification</h4>${spoken(said("phone.verified"))}
${chips("Asks about", script?.ask ?? [])}</li>
${
  objections.length > 0 &&
  html`<li><h4>When the ${step.to} hesitates</h4><div class="objections">${distinct(
    objections.map((o) => o.name ?? ""),
  ).map(
    (name) =>
      html`<div class="way"><h5>${idName(name)}</h5>${spoken(objections.filter((o) => (o.name ?? "") === name))}</div>`,
  )}</div></li>`
}
<li class="handoff"><h4>A clinical question is handed off</h4>${spoken(said("phone.clinical_question"))}</li>
<li><h4>The caller writes down</h4>${chips("", script?.record ?? [])}</li>
</ol>`;
}

/** What is said, in each language; a wording with a guard says when. */
function spoken(outlets: readonly PacketOutlet[]): Markup {
  if (outlets.length === 0) return html`<p class="nothing">No words are written.</p>`;
  const several = distinct(outlets.map((outlet) => outlet.language)).length > 1;
  return html`<div class="spoken">${outlets.flatMap((outlet) =>
    outlet.wordings.shown.map(
      (wording) =>
        html`<blockquote>${several && html`<span class="tongue">${languageName(outlet.language)}</span>`}<p${langOf(outlet.language)}>${runsOf(wording.runs)}</p>${wording.when !== "" && html`<p class="when"><b>When</b> ${wording.when}</p>`}</blockquote>`,
    ),
  )}</div>`;
}

function chips(label: string, ids: readonly string[]): Markup {
  if (ids.length === 0) return label === "" ? html`<p class="nothing">Nothing.</p>` : NOTHING;
  return html`<p class="chips">${label !== "" && html`<span>${label}</span> `}${ids.map((id) => html`<span class="chip">${idName(id)}</span> `)}</p>`;
}
