import { type Load, most } from "../../evidence/index.ts";
import { WORK_NAMES } from "../evidence-words.ts";
import { idName } from "../words.ts";
import { html, Markup } from "./markup.ts";
import { CHARTS } from "./style/charts.ts";
import { COLOURS } from "./style/colours.ts";

/** Units of the drawing; a panel for each kind of work, one above the other. */
const WIDTH = 860;
const PANEL = 96;
const GAP = 44;
const LEFT = 46;
const RIGHT = 12;
const TOP = 26;
const FOOT = 24;
/** Labels of days that stand nearer than this would touch. */
const APART = 96;
/** What a day's label takes, with the room before it; one that would run out of the drawing is left out. */
const DAY = 76;

/** What is drawn of a simulation. */
export interface DrawnWork {
  readonly days: readonly string[];
  readonly touchesDaily: readonly number[];
  readonly loads: readonly Load[];
}

interface Panel {
  readonly title: string;
  readonly daily: readonly number[];
  readonly waiting: readonly number[];
  readonly limit: number | null;
}

/**
 * Work of each day as bars, with what a team declares as a line across and calls that wait on top. It repeats the table
 * beside it, so that it is one picture to a screen reader.
 */
export function loadChart(work: DrawnWork): Markup {
  return drawn(work, html``);
}

/** The same as a file that stands alone, in light and dark. */
export function loadChartFile(work: DrawnWork, campaign: string): string {
  const style = new Markup(
    `${COLOURS}${CHARTS}svg{background:var(--ground);font-family:system-ui,sans-serif}`,
  );
  const alone = html`<title>Simulated work of ${campaign}</title><style>${style}</style>`;
  return `${drawn(work, alone).toString().replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}

function drawn(work: DrawnWork, first: Markup): Markup {
  const panels = panelsOf(work);
  const foot = TOP + panels.length * (PANEL + GAP) - GAP;
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, work.days.length);
  return html`<svg class="load" viewBox="0 0 ${WIDTH} ${foot + FOOT}" role="img" aria-label="${panels.map(spoken).join(" ")}">${first}
${ticks(work.days, step).map(
  ({ day, x }) =>
    html`<line class="grid" x1="${x}" x2="${x}" y1="${TOP}" y2="${foot + 5}"/>${x + DAY <= WIDTH && html`<text class="tick" x="${x + 4}" y="${foot + 18}">${day}</text>`}`,
)}
<text class="label" x="${WIDTH - RIGHT}" y="${TOP - 9}">simulated: people who do not exist</text>
${panels.map((panel, index) => panelAt(panel, TOP + index * (PANEL + GAP), step))}
</svg>`;
}

function panelsOf({ days, touchesDaily, loads }: DrawnWork): readonly Panel[] {
  const none = days.map(() => 0);
  const isOneTeam = new Set(loads.map(({ team }) => team)).size < 2;
  return [
    { title: "Touches a day", daily: touchesDaily, waiting: none, limit: null },
    ...loads.map(({ team, work, limit, daily, waiting }) => ({
      title: `${WORK_NAMES[work]} a day${isOneTeam ? "" : `, ${idName(team)}`}`,
      daily,
      waiting,
      limit,
    })),
  ];
}

function panelAt({ title, daily, waiting, limit }: Panel, top: number, step: number): Markup {
  const highest = Math.max(1, limit ?? 0, most(daily.map((count, day) => count + (waiting[day] ?? 0))));
  const tall = (count: number) => fixed((count / highest) * PANEL);
  const foot = top + PANEL;
  const bar = (of: string, day: number, from: number, count: number) =>
    count > 0 &&
    html`<rect class="${of}" x="${fixed(LEFT + day * step + 0.75)}" y="${fixed(foot - tall(from) - tall(count))}" width="${fixed(Math.max(1, step - 1.5))}" height="${tall(count)}"/>`;
  return html`<g><text class="title" x="${LEFT}" y="${top - 9}">${title}</text>
<text class="scale" x="${LEFT - 7}" y="${top + 9}">${highest}</text><text class="scale" x="${LEFT - 7}" y="${foot}">0</text>
${daily.map((count, day) => [bar("done", day, 0, count), bar("waits", day, count, waiting[day] ?? 0)])}
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${foot}" y2="${foot}"/>
${
  limit !== null &&
  html`<line class="limit" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${fixed(foot - tall(limit))}" y2="${fixed(foot - tall(limit))}"/><text class="limit-label" x="${WIDTH - RIGHT}" y="${top - 9}">declared ${limit} a day</text>`
}</g>`;
}

/** "Calls a day: 124 in 60 days, at most 107 on one of them, of 120 that are declared." */
function spoken({ title, daily, waiting, limit }: Panel): string {
  const total = daily.reduce((sum, count) => sum + count, 0);
  const declared = limit === null ? "" : `, of ${limit} that are declared`;
  const waits = most(waiting) === 0 ? "" : `, and at most ${most(waiting)} wait`;
  return `${title}: ${total} in ${daily.length} days, at most ${most(daily)} on one of them${declared}${waits}.`;
}

/** Every so manieth week a day, from the first. */
function ticks(
  days: readonly string[],
  step: number,
): readonly { readonly day: string; readonly x: number }[] {
  const apart = 7 * Math.max(1, Math.ceil(APART / (7 * step)));
  return days.flatMap((day, index) => (index % apart === 0 ? [{ day, x: fixed(LEFT + index * step) }] : []));
}

function fixed(number: number): number {
  return Math.round(number * 10) / 10;
}
