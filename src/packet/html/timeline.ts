import type { PacketStep } from "../model.ts";
import { CHANNEL_NAMES, dayOf, distinct } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** Units of the drawing; a lane for each channel in the order of first use. */
const WIDTH = 860;
const LEFT = 130;
const RIGHT = 40;
const TOP = 18;
const LANE = 62;
/** Labels that stand nearer than this would touch. */
const APART = 74;

/** The sequence as lanes over days. It repeats the table below it, so that it is one picture to a screen reader. */
export function timeline(steps: readonly PacketStep[]): Markup {
  const channels = distinct(steps.map((step) => step.channel));
  const lastDay = Math.max(1, ...steps.map((step) => step.latest));
  const x = (day: number) => Math.round(LEFT + 20 + (day / lastDay) * (WIDTH - LEFT - RIGHT - 40));
  const y = (step: PacketStep) => TOP + channels.indexOf(step.channel) * LANE + LANE / 2;
  const foot = TOP + channels.length * LANE;
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${foot + 34}" role="img" aria-label="Sequence by channel and day; the table below says the same">
${channels.map((channel, i) => html`<g><rect class="lane${i % 2 === 0 && " odd"}" x="0" y="${TOP + i * LANE}" width="${WIDTH}" height="${LANE}"/><text class="channel" x="14" y="${TOP + i * LANE + LANE / 2 + 5}">${CHANNEL_NAMES[channel]}</text></g>`)}
${ticks(steps, x).map((day) => html`<line class="grid" x1="${x(day)}" x2="${x(day)}" y1="${TOP}" y2="${foot}"/><text class="tick" x="${x(day)}" y="${foot + 22}">day ${day}</text>`)}
<path class="path" d="M${steps.map((step) => `${x(step.earliest)} ${y(step)}`).join("L")}"/>
${steps.map((step, i) => {
  const crowded = steps.some(
    (other, j) => j < i && other.channel === step.channel && x(step.earliest) - x(other.earliest) < APART,
  );
  return html`<g>${step.latest > step.earliest && html`<line class="range" x1="${x(step.earliest)}" x2="${x(step.latest)}" y1="${y(step)}" y2="${y(step)}"/>`}
<circle class="${step.onlyIf === null ? "dot" : "dot maybe"}" cx="${x(step.earliest)}" cy="${y(step)}" r="8"><title>${step.id}, ${dayOf(step)}</title></circle>
<text class="step-id" x="${x(step.earliest)}" y="${y(step) + (crowded ? 24 : -14)}">${step.id}</text></g>`;
})}
</svg>`;
}

/** Days with a step, day 0 first, leaving out those whose labels would touch. */
function ticks(steps: readonly PacketStep[], x: (day: number) => number): readonly number[] {
  const days = distinct([0, ...steps.map((step) => step.earliest)]).toSorted((a, b) => a - b);
  const kept: number[] = [];
  for (const day of days) {
    const before = kept.at(-1);
    if (before === undefined || x(day) - x(before) >= 52) kept.push(day);
  }
  return kept;
}
