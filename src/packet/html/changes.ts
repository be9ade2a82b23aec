import { CONCERNS, type Concern } from "../../plan/index.ts";
import type { PacketChange, PacketModel, Since } from "../model.ts";
import { CONCERN_NAMES, count, idName, languageName, listed } from "../words.ts";
import { changeCard } from "./change.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section } from "./section.ts";

export function changes(model: PacketModel): Section {
  const { since } = model;
  return {
    id: "changes",
    title: "What changed",
    line: since === null ? NO_BASE : lineOf(since),
    body: since === null || since.standing === "cannot tell" ? null : changesByConcern(model, since),
  };
}

const NO_BASE =
  "This packet was made without a base, so it does not say what changed: everything in it is to be judged anew.";

function lineOf({ base, head, standing, changes: all }: Since): string {
  switch (standing) {
    case "cannot tell":
      return `✖ The campaign has an error in ${base}, so nobody can tell what changed: everything in it is to be judged anew.`;
    case "new":
      return `The campaign is not in ${base}: everything in it is new.`;
    case "compared":
      return all.length === 0
        ? `✔ Nothing, from ${base} to ${head}. Formatting, order and comments do not count.`
        : `${count(all.length, "change")} in meaning, from ${base} to ${head}, by concern. Formatting, order and comments do not count.`;
  }
}

/** Every concern in the same order, also the unchanged ones: absence is an answer too. */
function changesByConcern(model: PacketModel, since: Since): Markup {
  const shown = new Set<string>();
  return html`${CONCERNS.map((concern) => {
    const own = since.changes.filter(({ concerns, id }) => concerns.includes(concern) && !shown.has(id));
    for (const { id } of own) shown.add(id);
    return byConcern(concern, own, model, since);
  })}`;
}

function byConcern(
  concern: Concern,
  own: readonly PacketChange[],
  { steps }: PacketModel,
  since: Since,
): Markup {
  const changed = since.changed.includes(concern);
  const who = changed
    ? html`${badge("warn", "changed")} <span class="note">${signersOf(concern, since)}</span>`
    : html`${badge("good", "unchanged")} <span class="note">earlier signatures stay valid</span>`;
  const above =
    changed && own.length === 0
      ? html`<p class="note-line">Told above, with the concern that it also belongs to.</p>`
      : null;
  return html`<div class="concern"><h3>${CONCERN_NAMES[concern]} ${who}</h3>${own.map((change) => changeCard(change, steps))}${above}</div>`;
}

/** "Compliance signs again"; of copy by language: "English: Clinical and Compliance; Spanish: Translation sign again". */
function signersOf(concern: Concern, { sign, standing }: Since): string {
  const own = sign.filter((each) => each.concern === concern);
  const people = own.reduce((sum, { roles }) => sum + roles.length, 0);
  const who = own.map(({ language, roles }) => {
    const names = listed(roles.map(idName));
    return language === null ? names : `${languageName(language)}: ${names}`;
  });
  return `${who.join("; ")} ${people === 1 ? "signs" : "sign"}${standing === "new" ? "" : " again"}`;
}
