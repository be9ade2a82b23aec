import type { PacketModel } from "../model.ts";
import { windowOf } from "../phrases.ts";
import { CHANNEL_NAMES, count, dayOf, listed } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function sequence({ steps, timing }: PacketModel): MarkdownSection {
  return {
    title: "Sequence",
    line: steps.length === 0 ? "No step is written." : count(steps.length, "step"),
    body: [
      mdTable(
        ["Step", "Due", "Channel", "To", "Only if"],
        steps.map((one) => [
          code(one.id),
          dayOf(one),
          CHANNEL_NAMES[one.channel],
          one.to,
          md(one.onlyIf ?? "always"),
        ]),
      ),
      `- Messages leave ${md(windowOf(timing))}.\n- At most ${timing.perDay} a day and ${timing.perWeek} a week for one person.\n- Stops on ${md(listed(timing.stops) || "never")}.\n- Pauses on ${md(listed(timing.pauses) || "never")}.`,
    ].join("\n\n"),
  };
}
