import type { Waterfall, WaterfallRow } from "../model.ts";
import { count } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { badge, table } from "./section.ts";

/** How many made-up people each condition leaves, before and after; the bar repeats the number beside it. */
export function waterfall(all: Waterfall): Markup {
  const { people, rows, reached, moved } = all;
  const isCompared = reached.before !== null;
  return html`<h3>Condition by condition ${badge("quiet", "made-up people")}</h3>
<p class="lead">${people.toLocaleString("en-US")} made-up people with values on both sides of every edge, so that each condition shows what it does. Not your patients: the numbers say nothing of how many you would reach.${moved !== null && html` <b>${count(moved.join, "of them joins", "of them join")}</b> with the change, <b>${moved.leave} ${moved.leave === 1 ? "leaves" : "leave"}</b>.`}</p>
${table(
  "Made-up people left after each condition",
  [
    { head: "Condition" },
    ...(isCompared ? [{ head: "Before", as: "number" as const }] : []),
    { head: "Now", as: "number" },
    { head: "Left" },
  ],
  [
    ...rows.map((row) => [
      conditionOf(row, isCompared),
      ...(isCompared ? [row.before ?? "–"] : []),
      row.now ?? "–",
      bar(row.now ?? 0, row.before, people),
    ]),
    [
      html`<b>Written to</b>`,
      ...(isCompared ? [reached.before ?? "–"] : []),
      reached.now,
      bar(reached.now, reached.before, people),
    ],
  ],
)}`;
}

function conditionOf({ condition, does, before, now }: WaterfallRow, isCompared: boolean): Markup {
  const words = html`<span class="does">${does === "keeps" ? "only" : "not"}</span> ${condition}`;
  if (!isCompared || (before !== null && now !== null)) return words;
  return now === null
    ? html`<del><span class="sr">removed: </span>${words}</del>`
    : html`<ins><span class="sr">new: </span>${words}</ins>`;
}

/** The part that is left, and a mark where it was. */
function bar(now: number, before: number | null, people: number): Markup {
  const at = (n: number) => Math.round((n / people) * 100);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${at(now)}" height="8"/>${before !== null && html`<rect class="was" x="${Math.max(0, at(before) - 1)}" width="1" height="8"/>`}</svg>`;
}
