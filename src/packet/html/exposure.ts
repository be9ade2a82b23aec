import { CHANNELS, CLASSES, type FieldClass } from "../../model/index.ts";
import type { ExposedField, Exposure, Mark, PacketModel } from "../model.ts";
import { exposureInWords, SOURCES } from "../phrases.ts";
import { CHANNEL_NAMES, CLASS_MEANINGS, listed, PART_NAMES } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { type Section, scrolling, table } from "./section.ts";

export function exposure({ exposure: data, build }: PacketModel): Section {
  const { fields } = data;
  return {
    id: "data",
    title: "Patient data by channel",
    line: exposureInWords(data),
    body:
      fields.length === 0
        ? null
        : html`
<dl class="marks"><div><dt>${sign("E")}</dt><dd>printed in the message</dd></div><div><dt>${sign("I")}</dt><dd>decides which words are printed</dd></div><div><dt>${sign("S")}</dt><dd>decides who receives it, or what is offered</dd></div><div><dt>✖</dt><dd>blocked: above what the channel may carry</dd></div><div><dt>${sign("D")}</dt><dd>declassified: above it, and a waiver among the findings lets it stand</dd></div></dl>
${scrolling("Fields by channel", matrix(data, build !== null))}
${table(
  "Why each field is read",
  [
    { head: "Field", as: "code" },
    { head: "Class" },
    { head: "Type" },
    { head: "From" },
    { head: "Read for" },
  ],
  fields.map((field) => [
    field.path,
    classChip(field.class),
    field.type ?? "not declared",
    field.from === null ? "not declared" : SOURCES[field.from],
    listed(field.readFor),
  ]),
)}`,
  };
}

/** @param isBuilt a plan was made, so what is above its channel was let stand by somebody */
function matrix({ parts, fields }: Exposure, isBuilt: boolean): Markup {
  const groups = CHANNELS.map((channel) => ({
    channel,
    span: parts.filter(({ part }) => part.startsWith(`${channel}.`)).length,
  })).filter(({ span }) => span > 0);
  return html`<table class="matrix">
<caption>Which field reaches which part of a message</caption>
<thead>
<tr><td></td>${groups.map(({ channel, span }) => html`<th scope="colgroup" colspan="${span}">${CHANNEL_NAMES[channel]}</th>`)}</tr>
<tr><th scope="col">Field</th>${parts.map(({ part, ceiling }) => html`<th scope="col"><span class="up">${PART_NAMES[part]} <span class="ceiling">${ceiling}</span></span></th>`)}</tr>
</thead>
${[...CLASSES, null].map((name) => {
  const rows = fields.filter((field) => field.class === name);
  if (rows.length === 0) return null;
  return html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${parts.length + 1}">${classChip(name)} ${name === null ? "treated as the most sensitive" : CLASS_MEANINGS[name]}</th></tr>
${rows.map(
  (
    field,
  ) => html`<tr><th scope="row"><code>${field.path}</code></th>${parts.map(({ part }) => cell(field, part, isBuilt))}</tr>
`,
)}</tbody>
`;
})}
</table>
<p class="note-line">Beside each part stands the most sensitive class that it may carry.</p>`;
}

function cell(field: ExposedField, part: string, isBuilt: boolean): Markup {
  const mark = field.marks.find((candidate) => candidate.part === part);
  if (mark === undefined)
    return html`<td class="none"><span aria-hidden="true">·</span><span class="sr">none</span></td>`;
  const above = isBuilt ? sign("D") : html`<span class="no">✖<span class="sr"> blocked:</span></span> `;
  return html`<td${mark.blocked && html` class="blocked"`}>${mark.blocked && above}${letters(mark).map(sign)}</td>`;
}

function letters(mark: Mark): readonly ("E" | "I" | "S")[] {
  return [
    ...(mark.printed ? (["E"] as const) : []),
    ...(mark.influences ? (["I"] as const) : []),
    ...(mark.selects ? (["S"] as const) : []),
  ];
}

function sign(letter: "E" | "I" | "S" | "D"): Markup {
  return html`<b class="mark ${letter.toLowerCase()}">${letter}</b>`;
}

function classChip(name: FieldClass | null): Markup {
  return name === null
    ? html`<span class="class restricted">not declared</span>`
    : html`<span class="class ${name}">${name}</span>`;
}
