import type { FormerStep, PacketStep } from "../model.ts";
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
const RADIUS = 8;

type Placed = Pick<PacketStep, "channel" | "earliest" | "latest">;

interface Scale {
  readonly channels: readonly Placed["channel"][];
  readonly x: (day: number) => number;
  readonly y: (step: Placed) => number;
  readonly foot: number;
}

/**
 * The sequence as lanes over days, with the dashed place of every step that stood elsewhere and an arrow from there. It
 * repeats the table below it, so that it is one picture to a screen reader.
 *
 * @param former the steps of the base; none without one
 */
export function timeline(steps: readonly PacketStep[], former: readonly FormerStep[]): Markup {
  const moved = former.filter((was) => {
    const now = steps.find(({ id }) => id === was.now);
    return now === undefined || now.earliest !== was.earliest || now.channel !== was.channel;
  });
  const scale = scaleOf([...steps, ...moved]);
  const { channels, x, y, foot } = scale;
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${foot + 34}" role="img" aria-label="Sequence by channel and day; the table below says the same">
${channels.map((channel, i) => html`<g><rect class="lane${i % 2 === 0 && " odd"}" x="0" y="${TOP + i * LANE}" width="${WIDTH}" height="${LANE}"/><text class="channel" x="14" y="${TOP + i * LANE + LANE / 2 + 5}">${CHANNEL_NAMES[channel]}</text></g>`)}
${ticks([...steps, ...moved], x).map((day) => html`<line class="grid" x1="${x(day)}" x2="${x(day)}" y1="${TOP}" y2="${foot}"/><text class="tick" x="${x(day)}" y="${foot + 22}">day ${day}</text>`)}
<path class="path" d="M${steps.map((step) => `${x(step.earliest)} ${y(step)}`).join("L")}"/>
${moved.map((was) =>
  formerPlace(
    was,
    steps.find(({ id }) => id === was.now),
    scale,
  ),
)}
${steps.map((step, i) => {
  const crowded = steps.some(
    (other, j) => j < i && other.channel === step.channel && x(step.earliest) - x(other.earliest) < APART,
  );
  return html`<g>${step.latest > step.earliest && html`<line class="range" x1="${x(step.earliest)}" x2="${x(step.latest)}" y1="${y(step)}" y2="${y(step)}"/>`}
<circle class="${step.onlyIf === null ? "dot" : "dot maybe"}" cx="${x(step.earliest)}" cy="${y(step)}" r="${RADIUS}"><title>${step.id}, ${dayOf(step)}</title></circle>
<text class="step-id" x="${x(step.earliest)}" y="${y(step) + (crowded ? 24 : -14)}">${step.id}</text></g>`;
})}
</svg>`;
}

function scaleOf(all: readonly Placed[]): Scale {
  const channels = distinct(all.map((step) => step.channel));
  const lastDay = Math.max(1, ...all.map((step) => step.latest));
  return {
    channels,
    x: (day) => Math.round(LEFT + 20 + (day / lastDay) * (WIDTH - LEFT - RIGHT - 40)),
    y: (step) => TOP + channels.indexOf(step.channel) * LANE + LANE / 2,
    foot: TOP + channels.length * LANE,
  };
}

/** A dashed circle where the step was, and an arrow to where it is; a removed step has a cross in its circle. */
function formerPlace(was: FormerStep, now: PacketStep | undefined, { x, y }: Scale): Markup {
  const [left, top] = [x(was.earliest), y(was)];
  const title = now === undefined ? `${was.id}, removed, was ${dayOf(was)}` : `${was.id}, was ${dayOf(was)}`;
  return html`<g class="former"><circle cx="${left}" cy="${top}" r="${RADIUS}"><title>${title}</title></circle>${
    now === undefined
      ? html`<path d="M${left - 4} ${top - 4}l8 8m0-8l-8 8"/><text class="step-id" x="${left}" y="${top - 14}">${was.id}</text>`
      : arrow(left, top, x(now.earliest), y(now))
  }</g>`;
}

function arrow(x1: number, y1: number, x2: number, y2: number): Markup | null {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 2 * RADIUS + 8) return null;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const point = (along: number, aside: number) =>
    `${Math.round(x1 + ux * along - uy * aside)} ${Math.round(y1 + uy * along + ux * aside)}`;
  const [from, to] = [RADIUS + 2, length - RADIUS - 3];
  return html`<path d="M${point(from, 0)}L${point(to - 5, 0)}"/><path class="head" d="M${point(to, 0)}L${point(to - 9, 5)}L${point(to - 9, -5)}Z"/>`;
}

/** Days with a step, day 0 first, leaving out those whose labels would touch. */
function ticks(steps: readonly Placed[], x: (day: number) => number): readonly number[] {
  const days = distinct([0, ...steps.map((step) => step.earliest)]).toSorted((a, b) => a - b);
  const kept: number[] = [];
  for (const day of days) {
    const before = kept.at(-1);
    if (before === undefined || x(day) - x(before) >= 52) kept.push(day);
  }
  return kept;
}
