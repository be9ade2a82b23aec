import type { WordRun } from "../../review/index.ts";
import { fieldName } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** So many characters of unchanged words stand beside a change; the message itself is shown whole elsewhere. */
const AROUND = 90;

/**
 * Wording, word by word: what is no more is struck and what is new is underlined, each also said to a screen reader, so
 * that nothing hangs on a colour. A field is one chip, a condition of the template another.
 */
export function wordDiff(runs: readonly WordRun[]): Markup {
  return html`${runs.map(({ kind, text }, i) => {
    if (kind === "removed") return html`<del><span class="sr">removed: </span>${chipped(text)}</del>`;
    if (kind === "added") return html`<ins><span class="sr">added: </span>${chipped(text)}</ins>`;
    return chipped(shortened(text, i > 0, i < runs.length - 1));
  })}`;
}

/** The words beside a change, cut at a word's end and never inside a tag. */
function shortened(text: string, after: boolean, before: boolean): string {
  const pieces = text.split(WORDS_AND_TAGS).filter((piece) => piece !== "");
  const start = after ? taken(pieces, AROUND) : 0;
  const end = before ? taken(pieces.toReversed(), AROUND) : 0;
  if (start + end >= pieces.length) return text;
  return `${pieces.slice(0, start).join("")} … ${pieces.slice(pieces.length - end).join("")}`;
}

function taken(pieces: readonly string[], most: number): number {
  let length = 0;
  const over = pieces.findIndex((piece) => {
    length += piece.startsWith("{") ? 8 : piece.length;
    return length > most;
  });
  return over < 0 ? pieces.length : over;
}

const TAG = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/;
const WORDS_AND_TAGS = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\s+)/;

/** Liquid as a reviewer reads it: `{{ say.clinic.phone }}` is the field, `{% if … %}` its words. */
function chipped(text: string): Markup {
  return html`${text.split(TAG).map((piece) => {
    const field = /^\{\{-?\s*(?:say\.)?([\w.]+)[\s\S]*\}\}$/.exec(piece)?.[1];
    if (field !== undefined) return html`<span class="field">${fieldName(field)}</span>`;
    const condition = /^\{%-?\s*([\s\S]*?)\s*-?%\}$/.exec(piece)?.[1];
    if (condition !== undefined) return html`<span class="logic">${conditionInWords(condition)}</span>`;
    return piece;
  })}`;
}

/** "if first name" for `if patient.first_name`. */
function conditionInWords(condition: string): string {
  return condition.replaceAll(/\b[a-z_]+(?:\.[a-z_]+)+\b/g, (path) => fieldName(path.replace(/^say\./, "")));
}
