import { html, type Markup } from "./markup.ts";

/** One section of a packet. Without a body it is the one line that says so, because absence is an answer too. */
export interface Section {
  /** Anchor, ours and never from the model. */
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly body: Markup | null;
}

export function printSection(section: Section, number: number): Markup {
  return html`
<section id="${section.id}"${section.body === null && html` class="brief"`} aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title"><span class="ordinal">${number}</span> ${section.title}</h2>
<p class="lead">${section.line}</p>
${section.body}
</section>`;
}

/** What belongs to a section and has an anchor of its own. */
export function subsection({ id, title, line, body }: Section): Markup {
  return html`
<div class="sub" id="${id}">
<h3>${title}</h3>
<p class="lead">${line}</p>
${body}
</div>`;
}

export interface Column {
  readonly head: string;
  /**
   * `number` aligns digits at the right, `code` sets fixed-width type, `word` has the width of a word of ours, `chart`
   * holds a bar.
   */
  readonly as?: "number" | "code" | "word" | "chart";
}

type Cell = Markup | string | number;

/**
 * A table that becomes a list of labelled cards on a narrow screen. The roles repeat what the elements mean,
 * since a table that is not displayed as one loses its meaning in some screen readers.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  // A number that stands far from its name is read in the wrong row.
  const isPair = columns.length === 2 && columns[1]?.as === "number";
  return html`<table role="table" class="cards${isPair && " pairs"}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col"${alignment(column)}>${column.head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  (cells) => html`<tr role="row">${cells.map((cell, i) => {
    const column = columns[i] ?? { head: "" };
    return i === 0
      ? html`<th role="rowheader" scope="row"${alignment(column)}>${cell}</th>`
      : html`<td role="cell" data-label="${column.head}"${alignment(column)}>${cell}</td>`;
  })}</tr>
`,
)}</tbody>
</table>`;
}

function alignment(column: Column): Markup | null {
  return column.as === undefined ? null : html` class="${column.as}"`;
}

/** Something wider than a phone: scrolls by itself, so that the page never does. */
export function scrolling(label: string, content: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}

/** A sign and a word: never a colour alone. */
export function badge(tone: "good" | "warn" | "bad" | "quiet", words: string): Markup {
  const sign = { good: "✔", warn: "▲", bad: "✖", quiet: "●" }[tone];
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${words}</span>`;
}
