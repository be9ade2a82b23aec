import type { FormerStep, PacketModel, PacketStep, Timing } from "../model.ts";
import { windowOf } from "../phrases.ts";
import { CHANNEL_NAMES, count, dayOf } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section, scrolling, table } from "./section.ts";
import { timeline } from "./timeline.ts";

export function sequence({ steps, timing, since }: PacketModel): Section {
  const former = since?.standing === "compared" ? since.steps : null;
  return {
    id: "sequence",
    title: "Sequence",
    line:
      steps.length === 0 ? "No step is written." : "Days are counted from the day on which a person enters.",
    body: html`${
      steps.length > 0 &&
      html`
${scrolling("Timeline", timeline(steps, former ?? []))}
${table(
  "The same as a table",
  [
    { head: "Step" },
    { head: "Due" },
    ...(former === null ? [] : [{ head: "Was due" }]),
    { head: "Waits" },
    { head: "Channel" },
    { head: "To" },
    { head: "Only if" },
  ],
  [
    ...steps.map((step) => [
      html`<code>${step.id}</code>`,
      dayOf(step),
      ...(former === null ? [] : [wasDue(step, former)]),
      step.wait === null ? "sent at once" : step.wait,
      CHANNEL_NAMES[step.channel],
      step.to,
      step.onlyIf ?? "always",
    ]),
    ...(former ?? []).filter(({ now }) => now === null).map(removed),
  ],
)}`
    }
${rules(timing)}`,
  };
}

function wasDue({ id, earliest, latest }: PacketStep, former: readonly FormerStep[]): Markup | string {
  const was = former.find(({ now }) => now === id);
  if (was === undefined) return badge("warn", "new");
  return was.earliest === earliest && was.latest === latest ? "the same" : badge("warn", dayOf(was));
}

/** A step that is no more keeps its line in the table, as it keeps its dashed place in the drawing. */
function removed(step: FormerStep): readonly (Markup | string)[] {
  return [
    html`<del><code>${step.id}</code></del>`,
    badge("warn", "removed"),
    dayOf(step),
    "–",
    CHANNEL_NAMES[step.channel],
    "–",
    "–",
  ];
}

function rules(timing: Timing): Markup {
  return html`<dl class="facts">
<div><dt>Messages leave</dt><dd>${windowOf(timing)}</dd></div>
<div><dt>At most</dt><dd>${timing.perDay} a day and ${timing.perWeek} a week for one person, over all campaigns</dd></div>
${timing.pacePerDay !== null && html`<div><dt>Pace</dt><dd>${count(timing.pacePerDay, "person", "people")} enter on a day</dd></div>`}
${timing.holdoutPercent !== null && html`<div><dt>Held out</dt><dd>${timing.holdoutPercent}% receive nothing, for comparison</dd></div>`}
<div><dt>Stops for a person on</dt><dd>${bullets(timing.stops)}</dd></div>
<div><dt>Pauses on</dt><dd>${bullets(timing.pauses)}</dd></div>
<div><dt>Enters again</dt><dd>${timing.reEnter}</dd></div>
<div><dt>Priority</dt><dd>${timing.priority} (of two campaigns that want the same day, the higher goes first)</dd></div>
</dl>`;
}

function bullets(items: readonly string[]): Markup {
  return items.length === 0 ? html`never` : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
