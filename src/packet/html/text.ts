import type { Run } from "../model.ts";
import { fieldName } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** A text as the patient reads it: fields as chips, claims and added lines marked with words for those who cannot see it. */
export function runsOf(runs: readonly Run[]): Markup {
  return html`${runs.map(runOf)}`;
}

function runOf(run: Run): Markup | string {
  switch (run.kind) {
    case "author":
      return run.text;
    case "field":
      return html`<span class="field">${fieldName(run.text)}</span>`;
    case "claim":
      return html`<span class="claim">${run.text}<span class="sr"> (claim ${run.id})</span></span>`;
    case "added":
      return html`<span class="added"><span class="sr">(added: </span>${run.text}<span class="sr">)</span></span>`;
  }
}

/** A `lang` attribute, where the tag is a well-formed one. */
export function langOf(language: string): Markup | null {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? html` lang="${language}"` : null;
}
