import { countText } from "../../evidence/index.ts";
import { reachInWords } from "../evidence-words.ts";
import type { PacketReach } from "../model.ts";
import { html, type Markup } from "./markup.ts";
import { badge, table } from "./section.ts";

/** How many people there are, as somebody counted; what was counted for another audience is not shown. */
export function reach(counted: PacketReach | null): Markup {
  if (counted === null) return html``;
  const label = counted.people === "synthetic" ? badge("warn", "invented people") : badge("quiet", "counted");
  return html`<h3>How many people ${label}</h3>
<p class="lead">${reachInWords(counted)}</p>
${counted.counts !== null && tables(counted.counts)}`;
}

function tables({ segments, firstStep }: NonNullable<PacketReach["counts"]>): Markup {
  const rows = (counts: typeof segments) => counts.map(({ name, people }) => [name, countText(people)]);
  return html`${
    segments.length > 0 &&
    table(
      "People who enter, by segment",
      [{ head: "Segment" }, { head: "People", as: "number" }],
      rows(segments),
    )
  }${
    firstStep.length > 0 &&
    table(
      "What becomes of their first step",
      [{ head: "They" }, { head: "People", as: "number" }],
      rows(firstStep),
    )
  }`;
}
