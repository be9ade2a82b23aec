import type { Audience, Boundary, PacketModel } from "../model.ts";
import { distinct, fieldName, idName, listed } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { reach } from "./reach.ts";
import { badge, type Section, table } from "./section.ts";
import { waterfall } from "./waterfall.ts";

export function audience({ audience: people, reach: counted }: PacketModel): Section {
  return {
    id: "audience",
    title: "Audience",
    line: `Each ${idName(people.anchor).toLowerCase()} for which every condition of the first list holds and none of the second. Where a fact is not known, nobody is written to.`,
    body: html`
<div class="pair">
<div><h3>Written to, when all are true</h3>${conditions(people.include, "✔", "Nobody: no condition is written.")}</div>
<div><h3>Left out, when any may be true</h3>${conditions(people.exclude, "✖", "Nobody is left out.")}</div>
</div>
${people.chosenBy !== null && html`<div class="question"><p class="label">Chosen by clinical fields</p><p>${listed(people.chosenBy.fields)}. <q>${people.chosenBy.because}</q></p></div>`}
${people.others !== null && html`<p><b>People whom a clinical condition keeps out</b> go to ${idName(people.others)}.</p>`}
${people.caregiver !== null && html`<p><b>A caregiver is written to</b> ${people.caregiver}.</p>`}
${segments(people)}
${reach(counted)}
${people.waterfall !== null && waterfall(people.waterfall)}
${boundary(people)}`,
  };
}

function conditions(lines: readonly string[], sign: string, none: string): Markup {
  if (lines.length === 0) return html`<p class="nothing">${none}</p>`;
  return html`<ul class="conditions">${lines.map((line) => html`<li><span aria-hidden="true">${sign}</span> ${line}</li>`)}</ul>`;
}

function segments({ segments: parts }: Audience): Markup {
  if (parts.length === 0)
    return html`<p class="nothing">No segments: everybody receives the same sequence.</p>`;
  return table(
    "Segments; the first that matches counts",
    [
      { head: "Segment" },
      { head: "Who" },
      { head: "First contact after" },
      { head: "Owner" },
      { head: "Success" },
    ],
    parts.map((segment) => [
      html`<code>${segment.id}</code>`,
      segment.when ?? "everybody else",
      segment.firstContact ?? "as in the sequence",
      segment.owner === null ? "the campaign's" : idName(segment.owner),
      segment.success ?? "the campaign's",
    ]),
  );
}

function boundary({ boundary: edges }: Audience): Markup {
  if (edges.length === 0)
    return html`<p class="nothing">No condition has an edge that a person could stand on.</p>`;
  return html`<h3>People at the edges</h3>
<p class="lead">Does each of them stand where you would put them? Every card varies one condition alone.</p>
<div class="edge-cards">${edges.map(edgeCard)}</div>`;
}

function edgeCard({ condition, people, more }: Boundary): Markup {
  const single = distinct(people.map(({ field }) => field)).length < 2;
  return html`<figure class="edges"><figcaption>${condition}</figcaption><ul>${people.map(
    ({ field, where, verdict }) =>
      html`<li>${badge(verdict === "in" ? "good" : "quiet", verdict)} <span>${!single && html`<span class="note">${fieldName(field)}</span> `}${where}</span></li>`,
  )}</ul>${more > 0 && html`<p class="note">and ${more} more</p>`}</figure>`;
}
